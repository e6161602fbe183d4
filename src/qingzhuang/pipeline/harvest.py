"""A filled file as drafts of facts: read it, see what its items ask, gather what stands in its cells."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from qingzhuang.answer.draft import Harvest, Heard
from qingzhuang.answer.fill import only_asks
from qingzhuang.answer.harvest import Sheaf, gather
from qingzhuang.answer.harvest_cells import Grid, until_next
from qingzhuang.answer.harvest_values import Column
from qingzhuang.answer.harvest_where import village_of
from qingzhuang.answer.lineage import lineage_of
from qingzhuang.answer.select import Rows
from qingzhuang.answer.subjects import VILLAGE, Setting
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.period import find_period
from qingzhuang.intake.read import all_shown, form_of, read_workbook
from qingzhuang.intake.taught import Taught, by_teaching
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.context import contexts, row_of
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.whose.rows import read_row
from qingzhuang.match.wording.element import element
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.element import DataElement, SubjectKind
from qingzhuang.model.form import Entry, Form, Item
from qingzhuang.model.sheet import FileKind, Scalar, Workbook
from qingzhuang.model.verdict import ItemContext
from qingzhuang.pipeline.check_harvest import seen, visit_in
from qingzhuang.pipeline.happenings import days_of, numbers_of
from qingzhuang.pipeline.own_role import own_key, own_role

_MADE = "form.fill_date"
_DAY = re.compile(
    r"(?<![0-9])(20[0-9]{2})[-_.年]?(0[1-9]|1[0-2]|[1-9](?![0-9]))[-_.月]?(0[1-9]|[12][0-9]|3[01]|[1-9](?![0-9]))(?![0-9])"
)


def harvest(
    file: str, content: bytes, *, converter: Converter | None = None, lessons: Sequence[Taught] = ()
) -> Harvest:
    """Return what a filled file says, read as one of the lessons says. Raises ProblemError when nothing can be read."""
    book = all_shown(read_workbook(file, content, converter=converter))
    return harvest_form(by_teaching(book, form_of(book), lessons), book)


def harvest_form(form: Form, book: Workbook, lexicon: Lexicon | None = None) -> Harvest:
    """Return what the cells of a form say about its subjects. An XLSForm has no cells for answers."""
    if form.kind is FileKind.XLSFORM:
        return Harvest(form.file, form.title, None, (), 0, (*form.problems, only_asks(form.file)), ())
    words = lexicon or default()
    role = own_role(form, words)
    found = ((item, _column(item, context, words, role)) for item, context in contexts(form))
    columns = {item: column for item, column in found if column is not None}
    row = read_row(row_of(form), read_title(form.title, words), words)
    entity = words.entities.get(row.name or "")
    kind = SubjectKind.PERSON if role else (entity.kind if entity else None) or _guess(columns)
    asked = [(each.key, each.element) for each in columns.values()]
    sheaf = Sheaf(problems=list(form.problems))
    grids = {sheet.name: Grid.of(sheet) for sheet in book.sheets}
    village = village_of(form, grids)
    numbers = numbers_of((key for key, _element in asked), words)
    lineage = lineage_of(form.file, form.title)
    setting = Setting(lineage, row.name or "", days_of(asked), village, numbers)
    for table in form.tables:
        if table.sheet in grids and kind is not None:
            until = until_next(table, form.tables, grids[table.sheet].last_row)
            gather(table, grids[table.sheet], columns, kind, setting, sheaf, until)
    visit = visit_in(form, book, Rows(kind, row.name or "") if kind is not None else None)
    if visit is not None:
        told = {each.element: each.value for each in sheaf.drafts}
        around: dict[str, Scalar] = {VILLAGE: village} if village else {}
        sheaf.drafts += seen(visit, {**around, **told}, setting)
    period = form.period
    as_of = (
        visit.day
        if visit is not None
        else _as_known((period.as_of or period.end) if period else None, form, grids, words)
    )
    drafts, problems = tuple(sheaf.drafts), tuple(sheaf.problems)
    return Harvest(form.file, form.title, as_of, drafts, sheaf.rows, problems, _heard(form, columns))


def _heard(form: Form, columns: Mapping[Item, Column]) -> tuple[Heard, ...]:
    items = (item for table in form.tables for item in (*table.inputs, *table.columns) if item.label)
    kept = (
        (item.label, columns[item].key if item in columns and columns[item].kept else "") for item in items
    )
    return tuple(Heard(label, key) for label, key in dict.fromkeys(kept))


def _as_known(end: date | None, form: Form, grids: Mapping[str, Grid], words: Lexicon) -> date | None:
    """The end of the file's period, or the day it was made if that came before: a list of 2026年度 made in March; else
    the day in its name."""
    if end is None:
        return _named_day(form.file)
    dates = [
        grids[item.place.sheet].content(item, item.place)[1]
        for item, context in contexts(form)
        if item.entry is Entry.INLINE and item.place.sheet in grids
        if parse(context, words).key == _MADE
    ]
    made = [found.as_of for each in dates if (found := find_period(each)) is not None and found.as_of]
    return min((end, *made))


def _named_day(file: str) -> date | None:
    """The only day that a file's name names: 户籍导出_20261020.xlsx."""
    found = {each.groups() for each in _DAY.finditer(file)}
    try:
        return date(*map(int, found.pop())) if len(found) == 1 else None
    except ValueError:
        return None


def _column(item: Item, context: ItemContext, lexicon: Lexicon, role: str | None) -> Column | None:
    slots = parse(context, lexicon)
    key = own_key(slots.key, role)
    known = element(key, lexicon)
    if slots.nonfact or not known.asked:
        return None
    return Column(item, key, known, _factor(slots, known, lexicon))


def _factor(slots: Slots, known: DataElement, lexicon: Lexicon) -> Fraction | None:
    """How many of the element's unit one of the form's unit is."""
    kept = lexicon.units.parse(known.unit) if known.unit else None
    if kept is None or slots.unit is None or kept.dimension != slots.unit.dimension:
        return None
    return Fraction(slots.unit.factor) / Fraction(kept.factor)


def _guess(columns: dict[Item, Column]) -> SubjectKind | None:
    """Whom a form lists that does not say so: whoever its own number or name column belongs to."""
    keys = {each.key for each in columns.values()}
    marks = (
        (("person.id_no", "person.name"), SubjectKind.PERSON),
        (("household.code", "户主@person.id_no", "户主@person.name"), SubjectKind.HOUSEHOLD),
        (("organisation.credit_code", "organisation.name"), SubjectKind.ORGANISATION),
        (("site.name", "place.name", "place.village"), SubjectKind.PLACE),
    )
    return next((kind for elements, kind in marks if keys.intersection(elements)), None)
