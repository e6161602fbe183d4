"""A task's form on its way back: the issuer's own file with what is known in it, and what stays blank."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qingzhuang.answer.plan import Plan, is_pasted
from qingzhuang.answer.plan_cell import Cell
from qingzhuang.answer.plan_lists import prefix_of
from qingzhuang.intake.converter import Converter
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Entry, Form, Item
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.filling import fill, where

OPEN = "待核"


@dataclass(frozen=True, slots=True)
class Returned:
    """`written` are the cells that carry an answer, `blanks` those that wait for one (both as numbered in the filled
    file), `waiting` what the blanks ask, with their number, in the order of the form; `pasted` the boxes of a card that
    wait for a photograph."""

    content: bytes
    written: tuple[Place, ...]
    blanks: tuple[Place, ...]
    waiting: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    pasted: tuple[str, ...] = ()


def returned(file: str, content: bytes, plan: Plan, converter: Converter | None = None) -> Returned:
    """Fill the file of one plan. Blanks stay blank: a word in them might break the issuer's sums. Raises ProblemError
    when the file cannot be written."""
    form = plan.form
    filled = fill(file, content, form, plan.answers, converter=converter)
    missing = [each for each in plan.cells if each.value is None]
    blanks: tuple[Place, ...] = ()
    if missing:
        # where the blanks stand is found by the writer itself: it places a word in each
        marked = where(file, content, form, _marked(plan, missing), converter=converter)
        carry = frozenset(filled.written)
        blanks = tuple(place for place in marked if place not in carry)
    counted = Counter(each.label or each.item.label for each in missing)
    pasted = tuple(each.label for table in form.tables for each in table.inputs if is_pasted(each))
    return Returned(filled.content, filled.written, blanks, tuple(counted.items()), filled.problems, pasted)


def _marked(plan: Plan, missing: Iterable[Cell]) -> Answers:
    prefixes = _prefixes(plan.form)
    rows: list[dict[str, Scalar]] = [dict(row) for row in plan.answers.rows]
    cards = dict(plan.answers.cards)
    for each in missing:
        if each.row is None:
            cards.setdefault(each.item.key, _probe(each))
        elif each.row < len(rows):
            rows[each.row].setdefault(
                _prefix(rows[each.row], prefixes.get(each.item, [])) + each.item.key, _probe(each)
            )
    return replace(plan.answers, rows=tuple(rows), cards=cards)


def _prefixes(form: Form) -> dict[Item, list[str]]:
    """What may stand before an item's key: the parts of a divided list have their columns in common."""
    found: dict[Item, list[str]] = {}
    for table in form.tables:
        for item in table.columns:
            found.setdefault(item, []).append(prefix_of(table, form))
    return found


def _prefix(row: Mapping[str, Scalar], prefixes: Sequence[str]) -> str:
    """The prefix that a row's other keys have."""
    known = (each for each in prefixes if any(key.startswith(each) for key in row))
    return next(known, prefixes[0] if prefixes else "")


def _probe(cell: Cell) -> Scalar:
    """A word that the cell takes: one of its own where it prints boxes."""
    return cell.item.codes[0] if cell.item.codes and cell.item.entry is Entry.CHOICE else OPEN
