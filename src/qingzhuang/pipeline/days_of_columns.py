"""Columns that print their own day: each is asked and answered as of that day, whatever day the form is of."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from qingzhuang.answer.of_a_day import is_of_a_day
from qingzhuang.answer.plan_cell import Asked, Reading
from qingzhuang.answer.select import Rows
from qingzhuang.match.wording.day import day_of_column
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item
from qingzhuang.model.thing import thing
from qingzhuang.pipeline.form_day import in_its_year

_MONTH = re.compile(r"\{(?:\d{4})?M(?P<month>\d+)(?:D\d+)?\}")
_PLACES = (SubjectKind.PLACE, SubjectKind.ORGANISATION)


def with_days(form: Form, reading: Reading, rows: Rows | None, today: date) -> Reading:
    """Return what a form asks, each column that prints a day as of that day: figures of places and bodies, and whatever stands in one
    table as of two days."""
    asked: dict[Item, Asked] = {}
    for table in form.tables:
        dated = {
            item: (day, _plain(reading.of(item).key or "", day))
            for item in table.items
            if reading.of(item).fact and reading.of(item).key
            if (printed := day_of_column(item.path)) and (day := in_its_year(printed, form, today))
        }
        days: defaultdict[str, set[date]] = defaultdict(set)
        for day, key in dated.values():
            days[key].add(day)
        for item, (day, key) in dated.items():
            known = reading.of(item)
            if len(days[key]) > 1 or _moves(known, rows):
                spelt = thing(key)._replace(day=day).spelt
                asked[item] = replace(known, key=spelt, within=None)
    if not asked:
        return reading
    sides: dict[str, Callable[[str], bool]] = {
        each.key: reading.sides[of]
        for item, each in asked.items()
        if each.key and (of := reading.of(item).key or "") in reading.sides
    }
    return replace(reading, asked={**reading.asked, **asked}, sides={**reading.sides, **sides})


def _plain(key: str, day: date) -> str:
    """A key without the month that its day is in: the day says it."""
    found = _MONTH.search(key)
    return _MONTH.sub("", key) if found and int(found["month"]) == day.month else key


def _moves(known: Asked, rows: Rows | None) -> bool:
    if rows is None or rows.kind not in _PLACES or known.element is None:
        return False
    return is_of_a_day(Subject(rows.kind, "", ""), known.element)
