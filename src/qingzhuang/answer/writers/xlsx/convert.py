"""An answer as what its cell holds: number, text, truth value, or a date as the form wants it."""

from datetime import date, datetime, time

from qingzhuang.answer.id_spelling import spelt
from qingzhuang.answer.sample_spelling import phone_as_shown, wide_as_shown
from qingzhuang.answer.writers.xlsx.dates import in_shape, parse_date, parse_month, serial, shape_of
from qingzhuang.answer.writers.xlsx.figures import awaits_figure, figure_of, percent_code, plain_number
from qingzhuang.answer.writers.xlsx.styles import NewStyles, Styles
from qingzhuang.answer.writers.xlsx.values import LONGEST_TEXT, Write, clean, is_exact
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar

_NUMBERS = frozenset((ItemType.ID_NUMBER, ItemType.PHONE))
_ISO_CODE, _ISO_TIME_CODE, _CLOCK_CODE = "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "hh:mm"


Where = tuple[str, int, int]  # what a Place is made of; made only when there is something to say


class Converter:
    """Turns answers into writes for one fill; new date formats and problems gather here."""

    def __init__(self, styles: Styles, date1904: bool) -> None:
        self._styles = styles
        self._date1904 = date1904
        self._shows_dates: dict[str, bool] = {}
        self.new_styles = NewStyles(styles)
        self.problems: list[Problem] = []

    def write(self, value: Scalar, item: Item, style: str, where: Where) -> Write:
        """Return what to write into a cell of that style. Text that a cell cannot hold becomes QZ-F005 or QZ-F006,
        a number that a program would round becomes text with QZ-F013."""
        if isinstance(value, str):
            if item.type in _NUMBERS:
                return Write(self.text(number_as_wanted(value, item), where), style)
            if item.type is ItemType.DATE or item.type is ItemType.MONTH or self._is_date(style):
                return self._dated(value, item, style, where)
            return self._figure(value, item, style) or Write(self.text(value, where), style)
        if isinstance(value, bool):
            said = item.type is ItemType.YESNO or bool(item.spelling)
            return Write(spoken(value, item) if said else value, style)
        if isinstance(value, int | float):
            return Write(self._number(value, item, where), style)
        return Write(None, style) if value is None else self._dated(value, item, style, where)

    def _figure(self, value: str, item: Item, style: str) -> Write | None:
        """A number given as text is written as a number where one is awaited, a percentage as the form writes it."""
        found = figure_of(value) if awaits_figure(item, style, self._styles) else None
        if found is None:
            return None
        figure, percent = found
        if not percent or (item.unit in {"%", "％"} and not self._styles.is_percent(style)):
            return Write(plain_number(figure), style)
        if not self._styles.is_percent(style):
            if not self._styles.formats or self._styles.number_format(style):
                return None
            style = self.new_styles.with_code(style, percent_code(figure))
        return Write(plain_number(figure / 100), style)

    def text(self, value: str, where: Where) -> str:
        """Return text that a cell can hold, with a problem if that is not all of it."""
        if value.isprintable() and len(value) <= LONGEST_TEXT:
            return value
        cleaned = clean(value)
        if len(cleaned) != len(value):
            self.problems.append(_unprintable(where))
        if len(cleaned) > LONGEST_TEXT:
            self.problems.append(_too_long(where, len(cleaned)))
        return cleaned[:LONGEST_TEXT]

    def _is_date(self, style: str) -> bool:
        found = self._shows_dates.get(style)
        if found is None:
            found = self._shows_dates[style] = self._styles.is_date(style)
        return found

    def _number(self, value: float, item: Item, where: Where) -> float | int | str:
        if item.type in _NUMBERS:
            return number_as_wanted(str(value), item)
        if is_exact(value):
            return value
        self.problems.append(_rounded(where))
        return str(value)

    def _dated(self, value: str | date | datetime | time, item: Item, style: str, where: Where) -> Write:
        if isinstance(value, time):
            return self._serial(value, item, style, str(value)) or Write(str(value), style)
        moment = parse_date(value)
        if moment is not None:
            return self._moment(moment, item, style, str(value))
        month = parse_month(value)
        shape = shape_of(f"{item.hint or ''} {item.label}")
        if month is not None and shape is not None:
            return Write(in_shape(month, shape, day=False), style)
        if month is not None and self._is_date(style) and not self._styles.shows_day(style):
            return Write(serial(month, self._date1904), style)
        return Write(self.text(str(value), where), style)

    def _moment(self, moment: date, item: Item, style: str, text: str) -> Write:
        shape = None if self._is_date(style) else shape_of(f"{item.hint or ''} {item.label}")
        if shape is not None:
            return Write(in_shape(moment, shape), style)
        if self._styles.is_text(style):
            return Write(text, style)
        return self._serial(moment, item, style, text) or Write(text, style)

    def _serial(self, moment: date | time, item: Item, style: str, text: str) -> Write | None:
        number = serial(moment, self._date1904)
        if number is None or self._styles.is_text(style):
            return None
        if self._is_date(style):
            return Write(number, style)
        if not self._styles.formats:
            return None
        return Write(number, self.new_styles.with_code(style, _code(moment)))


def number_as_wanted(number: str, item: Item) -> str:
    """Return an ID or telephone number as the form wants it written."""
    if item.type is ItemType.ID_NUMBER:
        return wide_as_shown(spelt(number, item.label, item.hint), item.hint)
    return wide_as_shown(phone_as_shown(number, item.hint), item.hint)


def _code(moment: date | time) -> str:
    if isinstance(moment, time):
        return _CLOCK_CODE
    return _ISO_TIME_CODE if isinstance(moment, datetime) else _ISO_CODE


def spoken(value: bool, item: Item) -> str:
    """Return the word of a truth value: as the form wants it spelt, else the item's own two, first the affirmative, or 是
    and 否."""
    told = dict(item.spelling)
    if {"是", "否"} <= set(told):
        return told["是" if value else "否"]
    words = item.codes if len(item.codes) == 2 else ("是", "否")
    return words[0] if value else words[1]


def _unprintable(where: Where) -> Problem:
    return Problem(
        "QZ-F005",
        str(Place(*where)),
        _("内容里有表格存不了的控制字符，已去掉。"),
        _("请看一眼这一格是否完整。"),
        Severity.DOUBT,
    )


def _too_long(where: Where, length: int) -> Problem:
    return Problem(
        "QZ-F006",
        str(Place(*where)),
        _("内容有 {length} 个字，一格最多 {most} 个，后面的没有写进去。").format(
            length=length, most=LONGEST_TEXT
        ),
        _("请缩短，或改作附件。"),
    )


def _rounded(where: Where) -> Problem:
    return Problem(
        "QZ-F013",
        str(Place(*where)),
        _("这个数超过 15 位，表格程序会改动它，已按文字写入。"),
        _("证件号、账号请一律按文字给。"),
        Severity.NOTE,
    )
