"""An answer as the words that a document shows."""

from datetime import date

from qingzhuang.answer.writers.xlsx.convert import number_as_wanted, spoken
from qingzhuang.answer.writers.xlsx.dates import in_shape, parse_date, parse_month, shape_of
from qingzhuang.answer.writers.xlsx.values import clean
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.sheet import Scalar

_DATED = frozenset((ItemType.DATE, ItemType.MONTH))


def moment_of(value: Scalar) -> date | None:
    """Return the day that an answer states, the first of the month when it states a month."""
    return parse_date(value) or parse_month(value)


def words_of(value: Scalar, item: Item) -> str:
    """Return the words of an answer: yes and no in the form's own words, dates in the shape its label asks for."""
    if isinstance(value, bool):
        return spoken(value, item)
    if item.type in (ItemType.ID_NUMBER, ItemType.PHONE):
        return _lines(number_as_wanted(str(value), item))
    if isinstance(value, float):
        return f"{value:.15g}"
    moment = moment_of(value) if item.type in _DATED or isinstance(value, date) else None
    shape = shape_of(f"{item.hint or ''} {item.label}") if moment is not None else None
    if moment is None or shape is None:
        return _lines(str(value))
    return in_shape(moment, shape, day=parse_date(value) is not None)


def _lines(text: str) -> str:
    """The text with the line breaks of any system as one mark each."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))
