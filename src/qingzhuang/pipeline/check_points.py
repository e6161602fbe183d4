"""A list of things to look at, as questions about the place that is visited: each point under a key that other bureaus' lists share;
what is of this visit alone (its day, who was there, a sentence that nobody reads) under one of this list's own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qingzhuang.answer.plan import is_card
from qingzhuang.answer.plan_cell import Asked, Check, Reading
from qingzhuang.answer.select import Rows
from qingzhuang.match.checklist.answered import sense_of
from qingzhuang.match.checklist.keys import DAY, OWN, element_of_check, kept_words, point_key
from qingzhuang.match.checklist.lists import Asked as Point
from qingzhuang.match.checklist.lists import points_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form, Item, ItemType, Table
from qingzhuang.pipeline.visited import of_who_is_visited

_RESULTS = re.compile("结果|情况|判定|结论|^是否|合格|符合")
_AFTERWARDS = re.compile("整改|复查|期限")
DAYS = frozenset(("inspection.date", "patrol.date", "visit.date", "event.date"))
_PEOPLE = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Listed:
    """A form that is a check list: its points by where they stand (an item's key, sheet!row)."""

    form: Form
    points: Mapping[str, Point]

    @property
    def title(self) -> str:
        """What tells it from other lists."""
        return list_of(whence(self.form, ""))


def check_list(form: Form, rows: Rows | None) -> Listed | None:
    """Return a form as a check list of one place, None where it is none. Lists of persons and households are none, nor is a form
    that asks a place a yes or no beside all else that it asks, unless it is about a visit."""
    if not is_card(form) or (rows is not None and (rows.kind in _PEOPLE or rows.of_villages)):
        return None
    points = {each.where: each for each in points_of(0, form)}
    of_rows = any(f"{table.sheet}!{stub.row}" in points for table in form.tables for stub in table.stubs)
    of_visit = rows is not None and rows.kind is SubjectKind.EVENT
    return Listed(form, points) if of_rows or (of_visit and points) else None


def with_checks(form: Form, reading: Reading, rows: Rows | None) -> Reading:
    """Return what a form asks, where it is a check list with its points as such."""
    listed = check_list(form, rows)
    if listed is None:
        return reading
    asked = dict(reading.asked)
    for table in form.tables:
        for item in table.inputs:
            point = listed.points.get(item.key)
            if point is not None:
                asked[item] = _point(point, item, listed.title)
            elif reading.of(item).fact and not of_who_is_visited(reading.of(item).key or ""):
                asked[item] = _of_this_visit(item, reading.of(item), listed.title)
    return replace(reading, asked=asked, checks=dict(_rows(listed)))


def whence(form: Form, sentence: str) -> str:
    """Return where a point was answered, as it is kept beside the answer: the list, and the sentence."""
    return f"《{(form.title or form.file.rpartition('.')[0])[:_LONGEST]}》{sentence[:_LONGEST]}"


def list_of(place: str) -> str:
    """Return the list that such a place names, empty for any other place."""
    return place[1:].partition("》")[0] if place.startswith("《") else ""


def result_of(table: Table) -> Item | None:
    """The column that takes the results: the only one with choices of its own, else the only one named so."""
    open_ones = [
        item
        for item in table.columns
        if item.place.column not in table.stub_columns and not _AFTERWARDS.search(item.label)
    ]
    for found in (
        [each for each in open_ones if each.codes],
        [each for each in open_ones if is_result(each)],
    ):
        if len(found) == 1:
            return found[0]
    return None


def is_result(item: Item) -> bool:
    """Tell whether a column is named as one that takes results."""
    return _RESULTS.search(item.label) is not None


def _rows(listed: Listed) -> Iterator[tuple[tuple[str, int], Check]]:
    for table in listed.form.tables:
        column = result_of(table)
        if column is None or not any(f"{table.sheet}!{stub.row}" in listed.points for stub in table.stubs):
            continue
        for stub in table.stubs:
            text = max(stub.labels, key=len, default="")
            if not text or stub.row in table.total_rows:
                continue
            point = listed.points.get(f"{table.sheet}!{stub.row}")
            asked = _point(point, column, listed.title) if point else _own(text, listed.title)
            yield (table.sheet, stub.row), Check(column, text, asked)


def _point(point: Point, column: Item, title: str) -> Asked:
    """What a point asks; where the list prints no word for what is kept, or nobody can tell the point from another, it is this list's."""
    key = point_key(point.reading)
    words = kept_words(point.reading, column.codes, sense_of(column.label)) if key else {}
    if key is None or not words:
        return _own(point.text, title)
    return Asked(key, element_of_check(key), words=tuple(words.items()), listed=title)


def _own(text: str, title: str) -> Asked:
    key = f"{OWN}{title}·{text[:_LONGEST]}"
    return Asked(key, element_of_check(key))


def _of_this_visit(item: Item, asked: Asked, title: str) -> Asked:
    if asked.key in DAYS and item.type in (ItemType.DATE, ItemType.TEXT):
        return Asked(DAY + title, element_of_check(DAY + title))
    return replace(_own(item.label, title), fact=asked.fact)
