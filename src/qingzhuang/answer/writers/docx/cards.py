"""Answers to single inputs of a document: the whole cell, behind a label, a ticked box, one character a cell."""

from collections.abc import Sequence

from qingzhuang.answer.writers.docx.document import Document
from qingzhuang.answer.writers.docx.entry import put
from qingzhuang.answer.writers.xlsx.cards import few_boxes, no_label
from qingzhuang.answer.writers.xlsx.inline import label_in_cell
from qingzhuang.model.form import Entry, Item
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.word import Element


class CardWriter:
    """Writes answers where they belong. `written` gathers the elements that now carry one."""

    def __init__(self, document: Document, inputs: Sequence[Item]) -> None:
        self._document = document
        self._inputs = inputs
        self.problems: list[Problem] = []
        self.written: list[Element] = []

    def put(self, item: Item, value: Scalar) -> None:
        """Write an answer. What cannot be placed becomes a problem QZ-F007, QZ-F008 or QZ-F012."""
        if value is None or value == "":
            return
        spot = self._document.spot(item.place)
        if item.entry is Entry.BOXES and item.boxes:
            self._boxes(item, str(value).strip())
        elif spot is None:
            self.problems.append(no_label(item))
        else:
            holder = spot.element
            if item.entry is Entry.CELL and self._shares(item):
                spot = spot.blank_paragraph()
            problem = put(spot, item, value, label_in_cell(item, self._inputs))
            if problem is None:
                self.written.append(holder)
            else:
                self.problems.append(problem)

    def _shares(self, item: Item) -> bool:
        """Tell whether other items print their labels in the same cell: these must not be written over."""
        return any(each.place == item.place and each.entry is not Entry.CELL for each in self._inputs)

    def _boxes(self, item: Item, letters: str) -> None:
        spots = [self._document.spot(place) for place in item.boxes]
        if len(letters) > len(spots):
            self.problems.append(few_boxes(item, len(letters)))
            return
        for spot, letter in zip(spots, letters, strict=False):
            if spot is not None:
                spot.write(letter)
                self.written.append(spot.element)
