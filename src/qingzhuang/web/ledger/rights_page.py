"""The page of one person's rights: to whom data went, who looked, what is to be deleted; and the sheet for that person."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.letters.person import PersonSheet
from qingzhuang.match.wording.element import element
from qingzhuang.privacy.shown import plain
from qingzhuang.store.clock import CHINA
from qingzhuang.store.rights.erasing import Erasure
from qingzhuang.store.rights.looks import Look, Reported
from qingzhuang.store.rights.person import Item, PersonRecord
from qingzhuang.store.trail import Act
from qingzhuang.web.ledger.mine import Found
from qingzhuang.web.ledger.past import ENDS
from qingzhuang.web.ledger.shown import KINDS, name_of, tail_of, written

_ACTS = {Act.UNMASKED: later("看全了号码"), Act.FETCHED: later("取走了资料")}
_MANY = 6


@dataclass(frozen=True, slots=True)
class Went:
    """One form: when, to whom, what it told."""

    on: str
    issuer: str
    title: str
    told: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Saw:
    """One look."""

    at: str
    who: str
    what: str
    purpose: str


@dataclass(frozen=True, slots=True)
class RightsPage:
    """All that the template needs. `wish` waits for a second person; `mine`: whoever looks proposed it."""

    number: int
    name: str
    kind: str
    tail: str
    went: tuple[Went, ...]
    saw: tuple[Saw, ...]
    wish: Erasure | None
    wished_on: str
    mine: bool


def rights_page(
    found: Found, reported: Sequence[Reported], looks: Sequence[Look], wish: Erasure | None, me: int
) -> RightsPage:
    """Lay it out."""
    return RightsPage(
        found.number,
        name_of(found.subject),
        KINDS[found.subject.kind],
        tail_of(found.subject),
        tuple(map(_went, reported)),
        tuple(map(_saw, looks)),
        wish,
        _moment(wish.asked_at) if wish else "",
        wish is not None and wish.asked_by == me,
    )


def person_sheet(record: PersonRecord, at: datetime) -> PersonSheet:
    """The same in full, for the person concerned."""
    went, saw = tuple(map(_went, record.reported)), tuple(map(_saw, record.looks))
    name = name_of(record.subject)
    return PersonSheet(
        _("{name}的个人信息记录").format(name=name),
        _("按个人信息保护法第四十五条，{when} 从台账里取出，交给本人。").format(when=_moment(at)),
        (
            (_("记了什么"), tuple(map(_line, record.items))),
            (_("报给过谁"), tuple(f"{each.on}　{each.issuer}《{each.title}》：{each.told}" for each in went)),
            (
                _("谁看过、谁取走过"),
                tuple(f"{each.at}　{each.who}　{each.what}。{each.purpose}" for each in saw),
            ),
        ),
        {
            "name": name,
            "kind": record.subject.kind.value,
            "items": [{**asdict(each), "value": written(each.value)} for each in record.items],
            "reported": [asdict(each) for each in went],
            "seen": [asdict(each) for each in saw],
        },
    )


def _line(item: Item) -> str:
    source = item.source or _("{who}当面问的").format(who=item.recorder)
    ended = _("（{how}，不再用）").format(how=ENDS.get(item.ended, item.ended)) if item.ended else ""
    return plain(f"{item.name}：{written(item.value)}　{item.as_of}　{source}{ended}")


def _went(each: Reported) -> Went:
    sent = each.task.demand
    names = list(dict.fromkeys(element(key).name for key in each.elements))
    told = _("、").join(names[:_MANY]) + (_("等 {n} 项").format(n=len(names)) if len(names) > _MANY else "")
    on = _moment(each.task.answered_at) if each.task.answered_at else ""
    return Went(on, sent.issuer.name, plain(sent.title), told, plain(sent.personal_purpose or sent.purpose))


def _saw(each: Look) -> Saw:
    who = _("，").join(part for part in (each.unit, each.who) if part)
    return Saw(_moment(each.at), plain(who), _ACTS.get(each.act, ""), plain(_(each.purpose)))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"
