"""Figures that an answer gives as text: "1,200", "1200.50", "85.6%". A total counts only real numbers."""

import re
from decimal import Decimal

from qingzhuang.answer.writers.xlsx.styles import Styles
from qingzhuang.model.form import Item, ItemType

_FIGURE = re.compile(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?")
_MOST_DIGITS = 15
_COUNTED = frozenset((ItemType.NUMBER, ItemType.INTEGER))
_NAMES = re.compile(r"(号|号码|码|编码|代码|邮编|编号)([（(].*[)）])?(#\d+)?$")
_PERCENT_CODES = ("0%", "0.0%", "0.00%")


def awaits_figure(item: Item, style: str, styles: Styles) -> bool:
    """Tell whether a cell is to hold a number: the item counts or measures, or the cell shows numbers."""
    if styles.is_text(style) or styles.is_date(style) or item.codes:
        return False
    if item.type is ItemType.TEXT:
        return styles.number_format(style) != 0 and not _NAMES.search(item.label)
    return item.type in _COUNTED


def figure_of(text: str) -> tuple[Decimal, bool] | None:
    """Return the number that a text writes out and whether a percent sign follows it; None for words, for leading
    zeros, which only names have, and for more digits than a program keeps."""
    bare = text.strip()
    percent = bare.endswith(("%", "％"))
    digits = bare[:-1].rstrip() if percent else bare
    if not _FIGURE.fullmatch(digits) or sum(letter.isdigit() for letter in digits) > _MOST_DIGITS:
        return None
    return Decimal(digits.replace(",", "")), percent


def plain_number(figure: Decimal) -> int | float:
    """Return the number as a cell holds it: whole ones without a point."""
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def percent_code(figure: Decimal) -> str:
    """Return the format that shows a percentage with the decimals it was given with, at most two."""
    exponent = figure.as_tuple().exponent
    return _PERCENT_CODES[min(max(-exponent, 0), 2) if isinstance(exponent, int) else 0]
