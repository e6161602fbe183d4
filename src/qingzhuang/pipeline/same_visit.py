"""What one visit saw, carried from its filled list to the lists of other bureaus: only points that ask the same, of the same site,
while what was seen still holds. All else stays blank; what nobody can tell is a question to people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.harvest_cells import Grid
from qingzhuang.answer.plan_write import FILL_DATE_KEY
from qingzhuang.answer.subjects import SITE_NAMES
from qingzhuang.language import gettext as _
from qingzhuang.match.checklist.answered import Answered, carried, read_answer, sense_of, worded
from qingzhuang.match.checklist.keys import DAY, holds, kept
from qingzhuang.match.checklist.lists import Asked, points_of
from qingzhuang.match.grouping.rulings import NONE, Rulings
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar, Workbook
from qingzhuang.model.verdict import Verdict
from qingzhuang.pipeline.answering import understand
from qingzhuang.pipeline.check_points import DAYS, is_result, result_of


@dataclass(frozen=True, slots=True)
class Seen:
    """One point of a filled list with its answer, as it was written too; it holds through `until`. `kept` is how
    the ledger keeps it, None where it does not tell."""

    asked: Asked
    said: Answered
    raw: str
    until: date
    kept: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A filled list: which site on which day, and what was answered. Empty and None where it does not say."""

    file: str
    site: str
    day: date | None
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two points of which the rules cannot tell whether they ask the same."""

    seen: str
    asked: str
    why: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What of a visit answers another list: `told` says for each point from which it comes, `points` how many the list has."""

    answers: Answers = field(default_factory=Answers)
    told: tuple[tuple[str, str, str], ...] = ()
    points: int = 0
    doubts: tuple[Doubt, ...] = ()
    problems: tuple[Problem, ...] = ()


def visit_of(form: Form, book: Workbook) -> Visit:
    """Read what was answered in a filled list."""
    grids = {sheet.name: Grid.of(sheet) for sheet in book.sheets}
    form = replace(form, tables=tuple(map(_with_results, form.tables)))
    reading = understand(form).reading
    day, site = None, ""
    for table, item in _inputs(form):
        value, text = grids[table.sheet].content(item, item.place)
        key = reading.of(item).key or ""
        site = site or (text.strip() if key in SITE_NAMES else "")
        day = day or (as_date(value) if _is_day(key) else None)
    seen = tuple(_seen(form, grids, day)) if day is not None else ()
    return Visit(form.file, site, day, seen)


def _with_results(table: Table) -> Table:
    """In a filled list the results are words like those that name its rows: their column is no part of the names."""
    headed = {item.place.column for item in table.columns if is_result(item)}
    at = next((number for number, column in enumerate(table.stub_columns) if column in headed), None)
    if not at:
        return table
    stubs = tuple(replace(each, labels=each.labels[:at]) for each in table.stubs)
    return replace(table, stub_columns=table.stub_columns[:at], stubs=stubs)


def _is_day(key: str) -> bool:
    return key.startswith(DAY) or key in (*DAYS, FILL_DATE_KEY)


def _inputs(form: Form) -> Iterator[tuple[Table, Item]]:
    return ((table, item) for table in form.tables for item in table.inputs)


def _seen(form: Form, grids: Mapping[str, Grid], day: date) -> Iterator[Seen]:
    for asked in points_of(0, form):
        cells = _cells(form, asked)
        filled = [
            (item, text, where)
            for item, where in cells
            if (text := grids[where.sheet].content(item, where)[1].strip())
        ]
        if len(filled) != 1:
            continue
        item, text, where = filled[0]
        said = read_answer(text, asked.reading, sense=sense_of(item.label))
        if said is not None:
            yield Seen(
                asked,
                said,
                text,
                day + timedelta(days=holds(asked.reading)),
                kept(said, asked.reading),
                where,
            )


def _cells(form: Form, asked: Asked) -> list[tuple[Item, Place]]:
    """Where a point is answered: its own cell, or the one column of results in its row."""
    for table in form.tables:
        for item in table.items:
            if item.key == asked.where:
                return [(item, item.place)] if item in table.inputs else []
        for stub in table.stubs:
            if f"{table.sheet}!{stub.row}" == asked.where:
                column = result_of(table)
                return [(column, Place(table.sheet, stub.row, column.place.column))] if column else []
    return []


def carry(visits: Sequence[Visit], form: Form, day: date, site: str = "", said: Rulings = NONE) -> Carried:
    """Return what visits answer of another list on a day; `site` is where it is about, empty: of the only one visited. `said` is
    what people said of points of which the rules cannot tell."""
    sites = {each.site for each in visits}
    where = site or (sites.pop() if len(sites) == 1 else "")
    mine = [each for each in visits if where and each.site == where]
    if not mine:
        return Carried(problems=(_other_site(form.file),))
    points = tuple(points_of(0, form))
    found: dict[str, tuple[Asked, str]] = {}
    told: list[tuple[str, str, str]] = []
    doubts: list[Doubt] = []
    problems: list[Problem] = []
    for point in points:
        equal, unsure = _held(point, mine, said)
        fresh = [each for each in equal if each.until >= day]
        if equal and not fresh:
            problems.append(_run_out(form.file, point.text))
        words = {word for each in fresh if (word := _word(each, point, form, said))}
        if len(words) > 1:
            problems.append(_two_ways(form.file, point.text))
        elif words:
            found[point.where] = (point, words.pop())
            told.append((point.text, fresh[0].asked.text, fresh[0].raw))
        elif not equal:
            doubts += unsure
    days = {each.day for each in mine} if len(found) == len(points) else set[date | None]()
    answers = _answers(form, found, where, days.pop() if len(days) == 1 else None)
    return Carried(answers, tuple(told), len(points), tuple(doubts), tuple(problems))


def _held(point: Asked, visits: Sequence[Visit], said: Rulings) -> tuple[list[Seen], list[Doubt]]:
    equal: list[Seen] = []
    unsure: list[Doubt] = []
    things = {each.thing for each in point.reading.points}
    for seen in (each for visit in visits for each in visit.seen):
        found = said.points(seen.asked.reading, point.reading)
        if found.verdict is Verdict.EQUAL:
            equal.append(seen)
        elif found.verdict is Verdict.UNSURE and things & {each.thing for each in seen.asked.reading.points}:
            unsure.append(Doubt(seen.asked.text, point.text, found.why))
    return equal, unsure


def _word(seen: Seen, point: Asked, form: Form, people: Rulings) -> str | None:
    """The answer in the words of the list: None where none of them says it."""
    cells = _cells(form, point)
    said = carried(seen.said, people.points(seen.asked.reading, point.reading))
    if said is None or len(cells) != 1:
        return None
    return worded(said, cells[0][0].codes, sense_of(cells[0][0].label))


def _answers(form: Form, found: Mapping[str, tuple[Asked, str]], site: str, day: date | None) -> Answers:
    """The day of the visit is that of the list only where the visit answers all of it."""
    reading = understand(form).reading
    cards: dict[str, Scalar] = {}
    for _table, item in _inputs(form):
        key = reading.of(item).key or ""
        if key in SITE_NAMES:
            cards[item.key] = site
        elif _is_day(key) and key != FILL_DATE_KEY and day is not None:
            cards[item.key] = day.isoformat()
        if item.key in found:
            cards[item.key] = found[item.key][1]
    rows = [row for table in form.tables for row in _rows(table, found)]
    return Answers(tuple(rows), cards if found else {})


def _rows(table: Table, found: Mapping[str, tuple[Asked, str]]) -> Iterator[Mapping[str, Scalar]]:
    heads = [item.key for item in table.columns if item.place.column in table.stub_columns]
    column = result_of(table)
    for stub in table.stubs if column is not None else ():
        said: dict[str, Scalar] = {}
        if (each := found.get(f"{table.sheet}!{stub.row}")) and column is not None:
            keys = heads + [f"#{number}" for number in range(len(stub.labels) - len(heads))]
            said.update(zip(keys, stub.labels, strict=False))
            said[column.key] = each[1]
            yield said


def _other_site(file: str) -> Problem:
    return Problem(
        "QZ-L180", file, _("填好的检查表没有写同一处场所，没有带过去。"), _("请看场所名称写了没有、是不是同一家。")
    )  # fmt: skip


def _run_out(file: str, text: str) -> Problem:
    return Problem(
        "QZ-L181", file, _("“{text}”看过，但日子久了，没有带过去。").format(text=text),
        _("请再看一次。"), Severity.NOTE,
    )  # fmt: skip


def _two_ways(file: str, text: str) -> Problem:
    return Problem(
        "QZ-L182", file, _("“{text}”两处答得不一样，没有带过去。").format(text=text),
        _("请看哪一处对。"), Severity.DOUBT,
    )  # fmt: skip
