"""The administrator's pages: the tree, the seats, the trail, health."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.pipeline.units import UnitPlan
from qingzhuang.store.accounts import Held
from qingzhuang.store.clock import CHINA
from qingzhuang.store.health import Health
from qingzhuang.store.hooks import Hook
from qingzhuang.store.tokens import Scope, Token
from qingzhuang.store.trail import Act, Left
from qingzhuang.web import words

KINDS = {
    UnitKind.COUNTY: _("县"),
    UnitKind.TOWNSHIP: _("乡镇、街道"),
    UnitKind.VILLAGE: _("村、社区"),
    UnitKind.OFFICE: _("部门、站所"),
}
ROLES = {
    Role.POST: _("岗位"),
    Role.ISSUER: _("发表单位"),
    Role.OVERSEER: _("减负办"),
    Role.ADMIN: _("管理员"),
}
ACTS = {
    Act.SIGNED_IN: _("进来"),
    Act.SIGNED_OUT: _("离开"),
    Act.LOOKED: _("看了遮住的资料"),
    Act.UNMASKED: _("看了没遮的资料"),
    Act.FETCHED: _("取走一份文件"),
    Act.ANSWERED: _("答了一问"),
    Act.HANDED: _("交了一张表"),
    Act.SAID_NO: _("回了一句“不”"),
    Act.DRAFTED: _("放了一份草稿"),
    Act.SUBMITTED: _("申请准入"),
    Act.ADMITTED: _("准入"),
    Act.RETURNED: _("退回"),
    Act.REACHED: _("没准入就发了"),
    Act.WITHDRAWN: _("撤回申请"),
    Act.DISCARDED: _("丢掉草稿"),
    Act.TOLD_USE: _("说了用在哪"),
    Act.ENDED: _("结束"),
    Act.IMPORTED: _("记进台账"),
    Act.SETTLED: _("选定一种说法"),
    Act.OPENED_ACCOUNT: _("开账号"),
    Act.SWITCHED: _("开关"),
    Act.CHECKED: _("查台账"),
    Act.TOLD: _("收到一条线索"),
    Act.PASSWORD: _("换口令"),
    Act.SEATED: _("给位子、放单位"),
    Act.BOUND: _("绑上统一登录"),
    Act.UNBOUND: _("解开统一登录"),
    Act.WISHED: _("提出收回位子"),
    Act.AGREED: _("同意收回位子"),
    Act.TOOK_BACK: _("不收了"),
    Act.CARRIED_OFF: _("拷走台账"),
    Act.VERIFIED: _("验了一遍"),
    Act.PAIRED: _("认了一对"),
    Act.NOTED: _("记下一个月的数"),
    Act.MADE_TOKEN: _("做一个令牌"),
    Act.WITHDREW_TOKEN: _("收回一个令牌"),
    Act.MADE_HOOK: _("登记一个通知地址"),
    Act.ENDED_HOOK: _("停掉一个通知地址"),
    Act.MADE_FEED: _("做一个日历地址"),
    Act.ASKED_ERASURE: _("提出删除"),
    Act.ERASED: _("同意删除，删了"),
    Act.KEPT: _("不删了"),
    Act.MOVED: _("改单位"),
}
MOST_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Branch:
    """One unit with those right below it."""

    unit: Unit
    kind: str
    below: tuple["Branch", ...]
    count: int


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat in the list; `keeps` tells that it is an administrator's, whose password is only changed at the server."""

    held: Held
    role: str
    since: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What an import would do, cut where it is long; `key` brings the same file back."""

    new: tuple[tuple[str, str, str], ...]
    more: int
    count: int
    known: int
    left: tuple[tuple[int, str, str], ...]
    key: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One row of the trail in words."""

    number: int
    at: str
    who: str
    act: str
    thing: str


@dataclass(frozen=True, slots=True)
class HealthPage:
    """How the ledger is, in words."""

    file: str
    served: bool
    size: str
    free: str
    kept: str
    carried_off: str
    tight: bool
    verified: str = ""
    whole: bool = True
    waiting: int = 0
    bucket: bool = False


@dataclass(frozen=True, slots=True)
class TokenLine:
    """One token in the list."""

    number: int
    unit: str
    role: str
    who: str
    label: str
    scope: str
    until: str
    used: str


@dataclass(frozen=True, slots=True)
class HookLine:
    """One address in the list."""

    number: int
    unit: str
    role: str
    url: str
    since: str
    said: str


SCOPES = {Scope.READ: _("只读"), Scope.WRITE: _("读和写")}


def token_lines(found: Sequence[Token]) -> tuple[TokenLine, ...]:
    """The tokens in words."""
    return tuple(
        TokenLine(
            each.number,
            each.seat.unit.name,
            ROLES[each.seat.role],
            each.username,
            each.label,
            SCOPES[each.scope],
            words.day(each.expires_on),
            words.day(each.used_on) if each.used_on else "",
        )
        for each in found
    )


def hook_lines(found: Sequence[Hook]) -> tuple[HookLine, ...]:
    """The addresses in words."""
    return tuple(
        HookLine(
            each.number,
            each.seat.unit.name,
            ROLES[each.seat.role],
            each.url,
            words.day(each.made_on),
            "，".join(
                part.format(n=count)
                for part, count in ((_("{n} 条在路上"), each.waiting), (_("{n} 条没送到"), each.lost))
                if count
            ),
        )
        for each in found
    )


def seat_choices(seats: Iterable[Seat]) -> tuple[tuple[int, str], ...]:
    """Seats to choose from."""
    return tuple((each.number, f"{each.unit.name} · {ROLES[each.role]} · {each.name}") for each in seats)


def tree(units: Sequence[Unit]) -> tuple[Branch, ...]:
    """The units as a tree, in directory order."""
    below: dict[str, list[Unit]] = {}
    paths = {each.path for each in units}
    for each in units:
        above = each.path.rstrip("/").rpartition("/")[0] + "/"
        below.setdefault(above if above in paths else "", []).append(each)
    return _branches("", below)


def _branches(path: str, below: Mapping[str, list[Unit]]) -> tuple[Branch, ...]:
    return tuple(_branch(each, _branches(each.path, below)) for each in below.get(path, ()))


def _branch(unit: Unit, below: tuple[Branch, ...]) -> Branch:
    return Branch(unit, KINDS[unit.kind], below, sum(each.count + 1 for each in below))


def seat_lines(held: Sequence[Held]) -> tuple[SeatLine, ...]:
    """The seats in words; an account with an administrator's seat is kept at the server."""
    keepers = {each.seat.holder for each in held if each.seat.role is Role.ADMIN}
    return tuple(
        SeatLine(each, ROLES[each.seat.role], words.day(each.since), each.seat.holder in keepers)
        for each in held
    )


def plan_page(plan: UnitPlan, key: str) -> PlanPage:
    """Lay out what an import would do."""
    new = tuple((each.line.name, KINDS[each.kind], each.line.parent) for each in plan.new)
    left = tuple((line.row, line.name, why) for line, why in plan.left)
    return PlanPage(
        new[:MOST_SHOWN], max(0, len(new) - MOST_SHOWN), len(new), len(plan.known), left[:MOST_SHOWN], key
    )


def step_lines(left: Sequence[Left]) -> tuple[StepLine, ...]:
    """The trail in words."""
    return tuple(
        StepLine(
            each.number,
            f"{each.at.astimezone(CHINA):%Y-%m-%d %H:%M}",
            each.who or _("没有账号"),
            ACTS[each.act],
            each.thing,
        )
        for each in left
    )


def health_page(found: Health) -> HealthPage:
    """How the ledger is, in words."""
    return HealthPage(
        found.file,
        found.served,
        _size(found.size),
        _size(found.free),
        _kept(found),
        words.day(found.carried_off.astimezone(CHINA).date()) if found.carried_off else "",
        found.free < max(1_000_000_000, 3 * found.size),
        words.day(found.verified.astimezone(CHINA).date()) if found.verified else "",
        found.whole,
        found.waiting,
        bool(found.bucket),
    )


def _kept(found: Health) -> str:
    if not found.bucket:
        return _size(found.kept)
    if found.trouble is None:
        return _("在 {where}，连得上").format(where=found.bucket)
    told = _("在 {where}。{what}{cure}编号 {code}")
    trouble = found.trouble
    return told.format(where=found.bucket, what=trouble.message, cure=trouble.cure, code=trouble.code)


def _size(count: int) -> str:
    if count >= 1_000_000_000:
        return _("{n:.1f} 吉字节").format(n=count / 1_000_000_000)
    return _("{n:.1f} 兆字节").format(n=count / 1_000_000)
