"""A filled form before it goes out: what the file itself makes doubtful, and what the ledger would list or count otherwise."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from qingzhuang.answer.fill import lost
from qingzhuang.answer.harvest_where import village_of
from qingzhuang.answer.lookover import Doubt, look_over
from qingzhuang.answer.lookover.against import against
from qingzhuang.answer.lookover.cells import Sheaf
from qingzhuang.answer.lookover.look import sheaves
from qingzhuang.answer.plan import is_card
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.intake.taught import Taught, by_teaching
from qingzhuang.model.form import Form, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Workbook
from qingzhuang.pipeline.answering import CARD_KINDS, Desk, Understood, Wishes, understand
from qingzhuang.pipeline.form_day import form_day
from qingzhuang.pipeline.survey_bounds import in_words

_NEARLY = 10  # all but one in so many


@dataclass(frozen=True, slots=True)
class Looked:
    """A filled form as it was read, its doubts in the order of the form, and what of the file could not be read."""

    form: Form
    doubts: tuple[Doubt, ...]
    read: tuple[Sheaf, ...] = ()
    problems: tuple[Problem, ...] = ()

    def row(self, place: Place) -> tuple[str, ...]:
        """Return what stands in the row of a list that holds a place, cell by cell."""
        lines = (line for each in self.read if each.table.sheet == place.sheet for line in each.records)
        line = next((line for line in lines if line.row == place.row), None)
        return tuple(found.text for found in line.cells.values() if found.text) if line else ()

    @property
    def forbidden(self) -> tuple[Doubt, ...]:
        """The doubts that the issuer's own file refuses."""
        return tuple(each for each in self.doubts if each.forbidden)


def look(
    file: str,
    content: bytes,
    today: date,
    *,
    desk: Desk | None = None,
    wishes: Wishes | None = None,
    form: Form | None = None,
    converter: Converter | None = None,
    lessons: Sequence[Taught] = (),
) -> Looked:
    """Look a filled file over, against the ledger where a desk is given. `form` is the blank one that was filled, where it is known. Raises ProblemError when the file cannot be read."""
    book = read_workbook(file, content, converter=converter)
    if form is None or any(_grows(table) for table in form.tables):
        read = by_teaching(book, form_of(book), lessons)
        form = as_filled(read, form) if form is not None else read
        problems = lost(read)
    else:
        problems = lost(replace(form, problems=book.problems))
    known = understand(form)
    keys = {item: asked.key for item, asked in known.reading.asked.items() if asked.key}
    wishes = wishes or Wishes()
    day = wishes.day or form_day(form, today)
    found = look_over(form, book, keys, day, in_words)
    if desk is not None and not is_card(form) and any(table.columns for table in form.tables):
        found += _by_ledger(form, book, known, desk, replace(wishes, day=day))
    return Looked(form, found, tuple(sheaves(form, book)), problems)


def as_filled(filled: Form, blank: Form) -> Form:
    """Return the form as it stands in a filled file. Where rows may have been put in, tables lie where they were read anew; what
    they ask is taken from the blank form, as labels, types and boxes are harder to see among answers."""
    sheets = dict.fromkeys(table.sheet for table in (*blank.tables, *filled.tables))
    found = tuple(table for name in sheets for table in _tables(name, filled, blank))
    return replace(
        filled, title=blank.title or filled.title, period=blank.period or filled.period, tables=found
    )


def _tables(sheet: str, filled: Form, blank: Form) -> Sequence[Table]:
    own, read = ([each for each in form.tables if each.sheet == sheet] for form in (blank, filled))
    if own and not any(_grows(table) for table in own):
        return own
    if len(own) != len(read):
        return read
    first = min((each.data_start_row for each in own if each.data_start_row), default=0)
    return [_asking(table, told, first) for table, told in zip(read, own, strict=True)]


def _grows(table: Table) -> bool:
    return bool(table.columns) and not table.stubs


def _asking(table: Table, told: Table, first: int) -> Table:
    same = [item.key for item in table.columns] == [item.key for item in told.columns]
    steady = bool(told.inputs) and all(item.place.row < first for item in told.inputs)
    return replace(
        table,
        columns=told.columns if same else table.columns,
        rules=told.rules if same else table.rules,
        inputs=told.inputs if steady else table.inputs,
    )


def _by_ledger(
    form: Form, book: Workbook, known: Understood, desk: Desk, wishes: Wishes
) -> tuple[Doubt, ...]:
    read = sheaves(form, book)
    if not wishes.scope.villages:
        village = village_of(form, {each.table.sheet: each.grid for each in read}) or _only_village(
            read, desk
        )
        wishes = replace(wishes, scope=replace(wishes.scope, villages=(village,) if village else ()))
    (plan,) = desk.plans(form, wishes, known)
    return tuple(against(read, plan))


def _only_village(read: Sequence[Sheaf], desk: Desk) -> str:
    """The village of nearly all subjects of the form that the ledger knows by number, or by a name that one village has; empty
    when there are several, or none."""
    texts = {
        found.text for each in read for line in each.records for found in line.cells.values() if found.text
    }
    known: dict[str, set[str]] = {}
    for kind in CARD_KINDS:
        for each in desk.view.of_kind(kind):
            for name in {each.key, each.name} & texts:
                known.setdefault(name, set()).add(desk.village(each))
    votes = Counter(next(iter(villages)) for villages in known.values() if len(villages) == 1)
    (village, most), *_others = votes.most_common(1) or [("", 0)]
    return village if most * _NEARLY >= votes.total() * (_NEARLY - 1) else ""
