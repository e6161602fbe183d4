"""Planning single cells: what a resolver finds, said in the form's words."""

from collections.abc import Iterable
from dataclasses import replace

from qingzhuang.answer.of_a_period import in_time
from qingzhuang.answer.plan_cell import Asked, Cell, Missing, Origin, State
from qingzhuang.answer.plan_found import Found
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.plan_words import left_blank, words_of
from qingzhuang.answer.select_title import PREMISES
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.thing import thing

FILL_DATE_KEY, UNIT_KEY = "form.fill_date", "form.unit"


def plannable(item: Item, asked: Asked) -> bool:
    """Tell whether a person can answer the item: no signatures, no remarks, nothing the form computes. Also where a list
    wants a photograph: that there is none, and why, is an answer."""
    return asked.fact and asked.key is not None and not item.formula and item.type is not ItemType.SIGNATURE


def cell(item: Item, asked: Asked, subject: Subject, resolver: Resolver, row: int | None = None) -> Cell:
    """Plan one cell about one subject."""
    key = asked.key or ""
    if key == FILL_DATE_KEY:
        return Cell(item, Origin(State.GIVEN), resolver.view.as_of.isoformat(), subject, key, row)
    if key == UNIT_KEY and (office := _office(subject, resolver)):
        return Cell(item, Origin(State.GIVEN, owner=subject), office, subject, key, row)
    found = in_time(_found(subject, asked, resolver), asked, resolver)
    if not found.origin.state.writes:
        return Cell(item, found.origin, None, subject, key, row)
    value = words_of(found.value, item, asked.unit_formula)
    if value is None and not left_blank(found.value, item):
        return Cell(item, replace(found.origin, state=State.UNPRINTED), None, subject, key, row)
    return Cell(item, found.origin, value, subject, key, row)


def _found(subject: Subject, asked: Asked, resolver: Resolver) -> Found:
    found = resolver.find(subject, asked.key or "")
    if asked.also is None or found.origin.state is not State.UNKNOWN or subject.kind not in PREMISES:
        return found
    other = resolver.find(subject, asked.also)
    return found if other.origin.state is State.UNKNOWN else other


def _office(subject: Subject, resolver: Resolver) -> str:
    """Who fills: the place or unit itself; a card about a person or household is filled by its village."""
    if subject.kind in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD):
        return resolver.kin.village(subject)
    return subject.name if subject.kind is not SubjectKind.EVENT else ""


def missing(cells: Iterable[Cell], resolver: Resolver) -> tuple[Missing, ...]:
    """Gather the cells that stay blank by whom and what they ask, in the order of the form."""
    found: dict[tuple[Subject, str], Missing] = {}
    for each in cells:
        if each.origin.state.writes or each.key is None or each.subject is None:
            continue
        owner = each.origin.owner or each.subject
        entry = found.get((owner, each.key))
        found[owner, each.key] = (
            replace(entry, cells=entry.cells + 1) if entry else _first(each, owner, resolver)
        )
    return tuple(found.values())


def _first(each: Cell, owner: Subject, resolver: Resolver) -> Missing:
    key = each.key or ""
    derivable = each.origin.state in (State.UNKNOWN, State.STALE)  # another fact would not end a conflict
    others = resolver.graph.routes(thing(key).key)[1:] if derivable else ()
    routes = (key, *(resolver.of_column(owner, each, thing(key).day) for each in others))
    return Missing(
        owner,
        key,
        each.origin.state,
        routes,
        1,
        each.label or each.item.label,
        each.origin.facts,
        each.day,
        tuple(route for route in routes if resolver.day_of(owner, route) is not None),
        resolver.element(key).lasts_days or 0,
        each.why,
    )


def of_its_day(each: Cell, resolver: Resolver) -> Cell:
    """Return a cell with the day as of which its form prints that it wants it."""
    owner = each.origin.owner or each.subject
    day = resolver.day_of(owner, each.key) if owner is not None and each.key is not None else None
    return each if day is None or each.origin.state is State.GIVEN else replace(each, day=day)
