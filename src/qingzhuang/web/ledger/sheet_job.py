"""A sheet that is too slow for a page: looked at and put in beside it, exactly as it was seen."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock
from qingzhuang.store.beside.errands import Errand, over, put_by, taken_up
from qingzhuang.store.beside.jobs import About, Job, Step, ask, handles, job
from qingzhuang.store.bringing.sheets import LOOK, TAKE, Brought, Sheet, bring_in, preview
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.organisation.units import seat as seat_held
from qingzhuang.store.trail import Act, leave
from qingzhuang.store.trail import Step as Left
from qingzhuang.store.writing import one_writer
from qingzhuang.web.ledger.asked_page import SINGLE, Asked, answered
from qingzhuang.web.ledger.consequences import Line, Part
from qingzhuang.web.ledger.sheet_page import Looked, SheetPage, named_by, sheet_page
from qingzhuang.web.reading import no_seat


def ask_to_look(seat: Seat, sheet: Sheet) -> Job:
    """Have a sheet looked at; nothing is written."""
    day = sheet.as_of.isoformat() if sheet.as_of else ""
    errand = Errand(sheet.file, sheet.content, {"day": day, "vouched": sheet.vouched})
    now = clock.now()
    about = {"errand": put_by(errand, now), "seat": seat.number, "holder": seat.holder}
    return ask(LOOK, about, now)


def ask_to_take(shown: Job, said: Mapping[str, str]) -> Job:
    """Have a sheet put in as it was shown; `said` is what was sent of who is who."""
    told = {name: said[name] for name in sorted(said) if name == SINGLE or name.startswith("who-")}
    return ask(TAKE, {**_again(shown), "shown": shown.number, "said": told}, clock.now())


def ask_to_look_again(done: Job) -> Job:
    """Have a sheet of which something was left unsaid looked at once more."""
    return ask(LOOK, _again(done), clock.now())


def _again(found: Job) -> dict[str, Any]:
    return {name: found.about[name] for name in ("errand", "seat", "holder")}


def page_of(done: Job) -> tuple[SheetPage, str]:
    """Return what came of a job: the page, and what is to be said above it."""
    kept = done.result
    parts = tuple(
        Part(each["title"], tuple(Line(**line) for line in each["lines"]), each["more"])
        for each in kept["page"]["parts"]
    )
    asked = tuple(
        Asked(**{**each, "choices": tuple(map(tuple, each["choices"]))}) for each in kept["page"]["asked"]
    )
    return SheetPage(**{**kept["page"], "parts": parts, "asked": asked}), kept["told"]


def errand_of(found: Job) -> str:
    """Return what a job reads."""
    return str(found.about["errand"])


@handles(LOOK)
def _look(about: About, step: Step) -> dict[str, Any]:
    seat, sheet = _whose(about)
    step(0, 2)
    try:
        brought = preview(sheet, seat.unit, clock.now())
    except (OSError, ValueError) as error:
        raise ProblemError(_unread()) from error
    return _kept(_page(brought, sheet))


def _page(brought: Brought, sheet: Sheet, *, done: bool = False) -> SheetPage:
    return sheet_page(brought, sheet.file, Looked(numbers=numbers(named_by(brought)), done=done))


@handles(TAKE)
def _take(about: About, step: Step) -> dict[str, Any]:
    seat, sheet = _whose(about)
    before = job(about["shown"])
    shown = page_of(before)[0] if before is not None and before.result else None
    step(0, 2)

    def then(brought: Brought) -> None:
        _note(seat, brought)
        step.settle(_kept(_page(brought, sheet, done=True)))

    try:
        with one_writer():  # what is seen now is what is put in
            now = preview(sheet, seat.unit, clock.now())
            page = _page(now, sheet)
            if page != shown:
                return _kept(page, _("刚才台账又记了别的，请再看一遍这张表会改什么。"))
            known = numbers({known for each in now.sifted.asked for known in each.known})
            said = answered(now.sifted, about["said"], known)
            brought = bring_in(sheet, seat.unit, clock.now(), said, then)
    except (OSError, ValueError) as error:
        raise ProblemError(_unread()) from error
    if not brought.open:
        over(about["errand"])
    return _kept(_page(brought, sheet, done=True))


def _note(seat: Seat, brought: Brought) -> None:
    report = brought.report
    detail = f"{report.new} {report.confirmed} {len(report.changes)}"
    thing = f"sheet {report.file}"[:300]
    leave(Left(seat.holder, Act.IMPORTED, thing, seat.number, detail=detail), clock.now())


def _whose(about: About) -> tuple[Seat, Sheet]:
    """Raises ProblemError for a seat that is held no more, and for a file that is gone."""
    seat = seat_held(about["seat"], about["holder"], clock.today())
    if seat is None:
        raise ProblemError(no_seat())
    errand = taken_up(about["errand"])
    day = errand.said["day"]
    return seat, Sheet(
        errand.file, errand.content, date.fromisoformat(day) if day else None, errand.said["vouched"]
    )


def _kept(page: SheetPage, told: str = "") -> dict[str, Any]:
    return {"page": asdict(page), "told": told}


def _unread() -> Problem:
    return Problem("QZ-W131", "", _("这份文件没有读成。"), _("请另存为 xlsx 再来。"))
