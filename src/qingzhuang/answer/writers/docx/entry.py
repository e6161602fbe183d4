"""One answer into one cell or line, in the way the form asks for it."""

import re

from qingzhuang.answer.writers.docx.spot import Spot
from qingzhuang.answer.writers.docx.words import moment_of, words_of
from qingzhuang.answer.writers.xlsx.cards import chosen_words, no_box, no_label
from qingzhuang.answer.writers.xlsx.dates import in_shape, over_blanks, parse_date, shape_of
from qingzhuang.answer.writers.xlsx.inline import Change, after_label, ticks, width
from qingzhuang.model.form import Entry, Item
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar

_UNIT_AFTER_BLANKS = re.compile(r"[\s_\uff3f]+(\S{1,3})\s*")
_BRACKETED = re.compile(r"\s*[\[\uff3b【（(]([\s_\uff3f]+)[\]\uff3d】）)]")
_PRINTED_LINE = re.compile(r"盖\s*章|公\s*章|签\s*[字名章]|年[\s_\uff3f]*月[\s_\uff3f]*日")


def put(spot: Spot, item: Item, value: Scalar, label: str) -> Problem | None:
    """Write an answer; `label` is the name by which the item is found in its place. Returns problem QZ-F007 (no such
    choice) or QZ-F012 (no such label) when nothing was written."""
    if item.entry is Entry.CHOICE:
        return _tick(spot, item, value, label)
    if item.entry is Entry.INLINE:
        return _behind(spot, item, value, label)
    _whole(spot, item, value)
    return None


def _tick(spot: Spot, item: Item, value: Scalar, label: str) -> Problem | None:
    words = words_of(value, item)
    changes = ticks(spot.text, label, item.codes, chosen_words(words, item))
    if changes is None:
        return no_box(item, words)
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        spot.replace(change.start, change.end, change.new)
    return None


def _behind(spot: Spot, item: Item, value: Scalar, label: str) -> Problem | None:
    words = words_of(value, item)
    change = after_label(spot.text, label, words, moment_of(value), day=parse_date(value) is not None)
    if change is None:
        return no_label(item)
    bracket = _BRACKETED.match(spot.text, change.start)
    if bracket is not None:
        change = Change(bracket.start(1), bracket.end(1), words)
    change = _on_the_line(spot, change)
    spot.replace(change.start, change.end, change.new)
    return None


def _on_the_line(spot: Spot, change: Change) -> Change:
    """A blank that is printed as a line keeps its length, and what follows it its distance."""
    bounds = spot.ruled(change.start, change.end)
    if bounds is None:
        return change
    words = change.new.rstrip()
    start, end = bounds
    return Change(start, end, words + " " * (end - start - width(words)))


def _whole(spot: Spot, item: Item, value: Scalar) -> None:
    """Make an answer the text of a cell: a date over printed 年 月 日, before a printed unit, above a printed line for
    signature, seal or date, else over all of it."""
    words = words_of(value, item)
    if spot.write_bare(words):
        return
    printed, moment = spot.text, moment_of(value)
    over = over_blanks(value, printed)
    shape = shape_of(spot.date_format) if moment is not None else None
    unit = _UNIT_AFTER_BLANKS.fullmatch(printed)
    if over is not None:
        spot.write(over)
    elif shape is not None and moment is not None:
        spot.write(in_shape(moment, shape, day=parse_date(value) is not None))
    elif unit is not None and not words.endswith(unit.group(1)):
        spot.write(words + unit.group(1))
    elif _PRINTED_LINE.search(printed):
        spot.blank_paragraph().write(words)
    else:
        spot.write(words)
