"""The administrator's pages: the tree, the seats, the trail, health."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat, Unit, UnitKind
from qingzhuang.pipeline.units import UnitPlan
from qingzhuang.store.clock import CHINA
from qingzhuang.store.health import Health
from qingzhuang.store.organisation.accounts import Held
from qingzhuang.store.organisation.tokens import Scope, Token
from qingzhuang.store.outside.hooks import Hook
from qingzhuang.store.trail import Act, Left
from qingzhuang.web import words

KINDS = {
    UnitKind.COUNTY: later("县"),
    UnitKind.TOWNSHIP: later("乡镇、街道"),
    UnitKind.VILLAGE: later("村、社区"),
    UnitKind.OFFICE: later("部门、站所"),
}
ROLES = {
    Role.POST: later("岗位"),
    Role.ISSUER: later("发表单位"),
    Role.OVERSEER: later("减负办"),
    Role.ADMIN: later("管理员"),
}
ACTS = {
    Act.SIGNED_IN: later("进来"),
    Act.SIGNED_OUT: later("离开"),
    Act.LOOKED: later("看了遮住的资料"),
    Act.UNMASKED: later("看了没遮的资料"),
    Act.FETCHED: later("取走一份文件"),
    Act.ANSWERED: later("答了一问"),
    Act.HANDED: later("交了一张表"),
    Act.SAID_NO: later("回了一句“不”"),
    Act.DRAFTED: later("放了一份草稿"),
    Act.SUBMITTED: later("申请准入"),
    Act.ADMITTED: later("准入"),
    Act.RETURNED: later("退回"),
    Act.REACHED: later("没准入就发了"),
    Act.WITHDRAWN: later("撤回申请"),
    Act.DISCARDED: later("丢掉草稿"),
    Act.TOLD_USE: later("说了用在哪"),
    Act.ENDED: later("结束"),
    Act.IMPORTED: later("记进台账"),
    Act.SETTLED: later("选定一种说法"),
    Act.OPENED_ACCOUNT: later("开账号"),
    Act.SWITCHED: later("开关"),
    Act.CHECKED: later("查台账"),
    Act.TOLD: later("收到一条线索"),
    Act.PASSWORD: later("换口令"),
    Act.SEATED: later("给位子、放单位"),
    Act.BOUND: later("绑上统一登录"),
    Act.UNBOUND: later("解开统一登录"),
    Act.WISHED: later("提出收回位子"),
    Act.AGREED: later("同意收回位子"),
    Act.TOOK_BACK: later("撤回"),
    Act.CARRIED_OFF: later("拷走台账"),
    Act.VERIFIED: later("验了一遍"),
    Act.PAIRED: later("认了一对"),
    Act.NOTED: later("记下一个月的数"),
    Act.MADE_TOKEN: later("做一个令牌"),
    Act.WITHDREW_TOKEN: later("收回一个令牌"),
    Act.MADE_HOOK: later("登记一个通知地址"),
    Act.ENDED_HOOK: later("停掉一个通知地址"),
    Act.MADE_FEED: later("做一个日历地址"),
    Act.ASKED_ERASURE: later("提出删除"),
    Act.ERASED: later("同意删除，删了"),
    Act.KEPT: later("不删了"),
    Act.MOVED: later("改单位"),
    Act.TAUGHT: later("定读法"),
}
MOST_SHOWN = 400
_TURNED = {"on": later("打开"), "off": later("关上")}


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


SCOPES = {Scope.READ: later("只读"), Scope.WRITE: later("读和写")}


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
            _("，").join(
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
            _about(each.thing),
        )
        for each in left
    )


def _about(thing: str) -> str:
    """What a step was about, as people say it; numbers lead to whoever may look there."""
    kind, _blank, number = thing.partition(" ")
    if kind == "import" and number.isdigit():
        return _("第 {number} 次放进来的表").format(number=number)
    what, _colon, turned = thing.rpartition("：")
    return f"{what}：{_TURNED[turned]}" if turned in _TURNED else thing


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
