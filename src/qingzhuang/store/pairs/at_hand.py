"""Which pairs of the forms at hand the rules leave to people: of what one post must fill, or of all below an office."""

import hashlib
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Count

from qingzhuang.language import tongue
from qingzhuang.match.grouping.chains import Tie
from qingzhuang.match.grouping.group import group
from qingzhuang.match.grouping.repeats import repeats
from qingzhuang.match.people.ground import Bridge, Ground, Sheet, ground_of
from qingzhuang.match.people.queue import Question, Side, questions
from qingzhuang.match.people.shared import tree_of
from qingzhuang.match.wording.definition_tree import definition_of
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.verdict import ItemContext
from qingzhuang.model.work import Stage
from qingzhuang.store.beside.jobs import About, State, Step, ask, handles, latest
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.board.shares import realm
from qingzhuang.store.models import TaskRow
from qingzhuang.store.tasks.planning import form_of

KIND = "pairs"
MOST_FORMS = 300  # those that are filled most often
AT_ONCE = 10  # so many forms a page may hold against each other itself
_EDITION = 3  # of what is kept of them
_Sheet = tuple[str, str, str, float]


@dataclass(frozen=True, slots=True)
class AtHand:
    """The pairs that were found last, what the forms ask, and the columns that one form seems to ask twice; `sorting` while those of the forms that came since are looked for
    beside the page."""

    questions: tuple[Question, ...]
    ground: Ground = field(default_factory=Ground)
    twice: tuple[tuple[ItemContext, ItemContext], ...] = ()
    sorting: bool = False


def pairs_at_hand(seat: Seat, at: datetime) -> AtHand:
    """Return the pairs of the forms in force that are addressed to a seat's unit, or to any unit that an administrator
    looks after; kept while the forms stay the same. Many forms are held against each other beside the page."""
    about = {"below": realm(seat.unit)} if seat.role is Role.ADMIN else {"unit": seat.unit.number}
    sheets = _sheets(about)
    if not settings.WORKER or len(sheets) <= AT_ONCE:
        return _pairs(sheets, tongue())
    last = latest(KIND, about, State.DONE)
    read = (
        last is not None and last.result.get("edition") == _EDITION
    )  # what an older program kept is sorted anew
    found = _read(last.result) if last is not None and read else AtHand(())
    if last is not None and last.result["of"] == _digest(sheets):
        return found
    ask(KIND, about, at)
    return replace(found, sorting=True)


@handles(KIND)
def _sort(about: About, _step: Step) -> dict[str, Any]:
    sheets = _sheets(about)
    found = _pairs(sheets, tongue())
    return {
        "of": _digest(sheets),
        "edition": _EDITION,
        "pairs": [_kept(each) for each in found.questions],
        "sheets": [astuple(each) for each in found.ground.sheets],
        "equal": [[each.tie.a, each.tie.b, tree_of(each.a), tree_of(each.b)] for each in found.ground.equal],
        "twice": [[tree_of(one), tree_of(other)] for one, other in found.twice],
    }


def _sheets(about: About) -> tuple[_Sheet, ...]:
    rows = TaskRow.objects.filter(demand__stage__in=[Stage.ADMITTED.value, Stage.UNADMITTED.value])
    rows = (
        rows.filter(unit__path__startswith=about["below"])
        if "below" in about
        else rows.filter(unit=about["unit"])
    )
    counted = (
        rows.values(
            "demand", "demand__file", "demand__blob", "demand__issuer__name", "demand__times_per_year"
        )
        .annotate(posts=Count("pk"))
        .order_by("demand")
    )
    sheets = [
        (
            row["demand__file"],
            row["demand__blob"],
            row["demand__issuer__name"],
            row["demand__times_per_year"] * row["posts"],
        )
        for row in counted
    ]
    return tuple(sorted(sheets, key=lambda sheet: (-sheet[3], sheet[:3]))[:MOST_FORMS])


def _digest(sheets: tuple[_Sheet, ...]) -> str:
    return hashlib.sha256(repr((_EDITION, sheets)).encode()).hexdigest()


def _kept(each: Question) -> dict[str, Any]:
    found = asdict(each)
    for name, side in (("a", each.a), ("b", each.b)):
        found[name]["context"] = tree_of(side.context)
    return found


def _read(kept: dict[str, Any]) -> AtHand:
    pairs = (Question(**{**each, "a": _side(each["a"]), "b": _side(each["b"])}) for each in kept["pairs"])
    sheets = (
        Sheet(title, tuple((key, label, parent) for key, label, parent in asks), issuer)
        for title, asks, issuer in kept.get("sheets", ())
    )
    bridges = (
        Bridge(Tie(a, b), _context(one), _context(other)) for a, b, one, other in kept.get("equal", ())
    )
    ground = Ground(tuple(sheets), tuple(bridges))
    twice = ((_context(one), _context(other)) for one, other in kept.get("twice", ()))
    return AtHand(tuple(pairs), ground, tuple(twice))


def _side(kept: dict[str, Any]) -> Side:
    return Side(**{**kept, "context": _context(kept["context"]), "beside": tuple(kept["beside"])})


def _context(kept: dict[str, Any]) -> ItemContext:
    others = {
        "codes": tuple(kept.get("codes", ())),
        "definition": definition_of(kept.get("definition")),
    }
    return ItemContext(**{**kept, **others})


@lru_cache(maxsize=64)
def _pairs(sheets: tuple[_Sheet, ...], _language: str) -> AtHand:
    forms: dict[str, Form] = {}
    often: dict[str, float] = {}
    for file, blob, issuer, asks in sheets:
        with suppress(ProblemError, OSError, ChangedError):  # its own page says why
            form = form_of(file, blob)
            forms[blob] = replace(form, issuer=form.issuer or issuer)
            often[blob] = often.get(blob, 0.0) + asks
    held = list(forms.values())
    grouping = group(held)
    asked = questions(grouping, held, [often[blob] for blob in forms])
    twice = {each.id: (each.one, each.other) for form in held for each in repeats(form)}
    return AtHand(asked, ground_of(grouping, held), tuple(twice.values()))
