"""The sheets that a post put in, and what taking one back does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.privacy.shown import plain
from qingzhuang.store.bringing.retracting import Import, Retracted, Said, can_be_retracted
from qingzhuang.store.clock import CHINA
from qingzhuang.web.ledger.consequences import About, Line, Part, part, told_value, whom


@dataclass(frozen=True, slots=True)
class PutIn:
    """One sheet: its name, when it came with what it did, and what became of it; `open`: it can be taken back."""

    number: int
    file: str
    did: str
    state: str
    open: bool


@dataclass(frozen=True, slots=True)
class PutInPage:
    """All that the template of the list needs."""

    whose: str
    sheets: tuple[PutIn, ...]


@dataclass(frozen=True, slots=True)
class BackPage:
    """All that the template of one sheet needs. `done`: it was taken back just now."""

    sheet: PutIn
    parts: tuple[Part, ...]
    told: str = ""
    done: bool = False


def put_in_page(whose: str, found: Sequence[Import], day: date) -> PutInPage:
    """Lay out what was put in, the last first."""
    return PutInPage(whose, tuple(_put_in(each, day) for each in found))


def named_by(found: Retracted | None) -> set[Subject]:
    """The subjects of which the page speaks."""
    if found is None:
        return set()
    return {*found.gone, *(each.subject for each in (*found.again, *found.stays))}


def back_page(
    sheet: Import, found: Retracted | None, numbers: Mapping[Subject, int], day: date, told: str = ""
) -> BackPage:
    """Lay out what taking a sheet back would do (no `found`: it cannot be)."""
    return BackPage(_put_in(sheet, day), _parts(found, numbers), told)


def done_page(sheet: Import, found: Retracted, numbers: Mapping[Subject, int], day: date) -> BackPage:
    """Lay out what taking a sheet back did."""
    return BackPage(_put_in(sheet, day), _parts(found, numbers), done=True)


def _parts(found: Retracted | None, numbers: Mapping[Subject, int]) -> tuple[Part, ...]:
    if found is None:
        return ()
    about = About(numbers)
    untied = [Line(whom(each)) for each in found.untied]
    gone = [Line(whom(each)) for each in found.gone]
    again = [about(each.subject, _said(each)) for each in found.again]
    stays = [about(each.subject, _said(each)) for each in found.stays]
    every = (
        part(_("放进来的 {n} 条不再算数").format(n=found.ended), []) if found.ended else None,
        part(_("回到原来的说法 {n} 处").format(n=len(again)), again) if again else None,
        part(_("这张表才带进来的 {n} 个，台账里不再有").format(n=len(gone)), gone) if gone else None,
        part(_("不再认作账里那位的 {n} 个").format(n=len(untied)), untied) if untied else None,
        part(_("留着不动的 {n} 处：放进来以后有人改过、核过或重新报过").format(n=len(stays)), stays)
        if stays
        else None,
    )
    return tuple(each for each in every if each)


def _said(each: Said) -> str:
    if not each.element:
        return _("{who} 认作同一个人").format(who=whom(each.subject))
    return f"{whom(each.subject)} {told_value(each.subject, each.element, (each.value,))}"


def _put_in(each: Import, day: date) -> PutIn:
    did = _("{on}放进来，说的是 {day}，记了 {facts} 条，改了 {changed} 处。").format(
        on=_day(each.at), day=each.as_of, facts=each.facts, changed=each.changed
    )
    return PutIn(each.number, plain(each.file), did, _state(each, day), can_be_retracted(each, day))


def _state(each: Import, day: date) -> str:
    if each.undone_at is not None:
        return _("{on}撤回了。").format(on=_day(each.undone_at))
    if day > each.until:
        return _("过了 {until}，不能整份撤回了；哪一条不对，在那一条上改。").format(until=_date(each.until))
    return _("{until}以前能整份撤回。").format(until=_date(each.until))


def _day(at: datetime) -> str:
    return _date(at.astimezone(CHINA).date())


def _date(day: date) -> str:
    return _("{month} 月 {day} 日").format(month=day.month, day=day.day)
