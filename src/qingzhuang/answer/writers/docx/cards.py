"""Answers to single inputs of a document: the whole cell, behind a label, a ticked box, one character a cell."""

import re
from collections.abc import Iterable

from qingzhuang.answer.writers.docx.document import Document
from qingzhuang.answer.writers.docx.spot import Spot
from qingzhuang.answer.writers.docx.words import moment_of, words_of
from qingzhuang.answer.writers.xlsx.cards import chosen_words, few_boxes, no_box, no_label
from qingzhuang.answer.writers.xlsx.dates import in_blanks
from qingzhuang.answer.writers.xlsx.inline import Change, after_label, ticks, width
from qingzhuang.model.form import Entry, Item
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.word import Element

_UNIT_AFTER_BLANKS = re.compile(r"[\s_\uff3f]+(\S{1,3})\s*")
_PRINTED_LINE = re.compile(r"盖\s*章|公\s*章|签\s*[字名章]|年[\s_\uff3f]*月[\s_\uff3f]*日")


class CardWriter:
    """Writes answers where they belong. `written` gathers the elements that now carry one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.problems: list[Problem] = []
        self.written: list[Element] = []

    def put(self, item: Item, value: Scalar) -> None:
        """Write an answer. What cannot be placed becomes a problem QZ-F007, QZ-F008 or QZ-F012."""
        if value is None or value == "":
            return
        spot = self._document.spot(item.place)
        if spot is None:
            self.problems.append(no_label(item))
        elif item.entry is Entry.BOXES and item.boxes:
            self._boxes(item, str(value).strip())
        elif item.entry is Entry.CHOICE:
            chosen = chosen_words(words_of(value, item), item)
            changes = ticks(spot.text, item.label, item.codes, chosen)
            self._change(spot, changes, no_box(item, words_of(value, item)))
        elif item.entry is Entry.INLINE:
            change = after_label(spot.text, item.label, words_of(value, item), moment_of(value))
            self._change(spot, None if change is None else [_on_the_line(spot, change)], no_label(item))
        else:
            write_cell(spot, item, value)
            self.written.append(spot.element)

    def _change(self, spot: Spot, changes: Iterable[Change] | None, otherwise: Problem) -> None:
        if changes is None:
            self.problems.append(otherwise)
            return
        for change in sorted(changes, key=lambda each: each.start, reverse=True):
            spot.replace(change.start, change.end, change.new)
        self.written.append(spot.element)

    def _boxes(self, item: Item, letters: str) -> None:
        spots = [self._document.spot(place) for place in item.boxes]
        if len(letters) > len(spots):
            self.problems.append(few_boxes(item, len(letters)))
            return
        for spot, letter in zip(spots, letters, strict=False):
            if spot is not None:
                spot.write(letter)
                self.written.append(spot.element)


def _on_the_line(spot: Spot, change: Change) -> Change:
    """A blank that is printed as a line keeps its length, and what follows it its distance."""
    bounds = spot.ruled(change.start, change.end)
    if bounds is None:
        return change
    words = change.new.rstrip()
    start, end = bounds
    return Change(start, end, words + " " * (end - start - width(words)))


def write_cell(spot: Spot, item: Item, value: Scalar) -> None:
    """Make an answer the text of a cell: a date over printed 年 月 日, before a printed unit, above a printed line for
    signature, seal or date, else over all of it."""
    printed, words, moment = spot.text, words_of(value, item), moment_of(value)
    over = in_blanks(moment, printed) if moment is not None and printed.strip() else None
    unit = _UNIT_AFTER_BLANKS.fullmatch(printed)
    if over is not None:
        spot.write(over)
    elif unit is not None and not words.endswith(unit.group(1)):
        spot.write(words + unit.group(1))
    elif _PRINTED_LINE.search(printed):
        spot.blank_paragraph().write(words)
    else:
        spot.write(words)
