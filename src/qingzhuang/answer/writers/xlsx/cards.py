"""Answers to single inputs: the whole cell, behind a label, a ticked box, one character a cell."""

import re
from collections.abc import Sequence

from qingzhuang.answer.names import plain
from qingzhuang.answer.writers.xlsx.book import Book
from qingzhuang.answer.writers.xlsx.convert import Converter, Where
from qingzhuang.answer.writers.xlsx.dates import over_blanks, parse_date, parse_month
from qingzhuang.answer.writers.xlsx.inline import Change, after_label, label_in_cell, ticks
from qingzhuang.answer.writers.xlsx.rich import replaced
from qingzhuang.answer.writers.xlsx.values import Rich, Write
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Entry, Item
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.workbook import SheetPart

_UNIT_AFTER_BLANKS = re.compile(r"[\s_\uff3f]+(\S{1,3})\s*")
_SEVERAL = re.compile(r"[、,，;；/\s]+")


class CardWriter:
    """Collects the writes of one sheet's inputs, by the template's cells."""

    def __init__(self, book: Book, sheet: SheetPart, converter: Converter, items: Sequence[Item]) -> None:
        self._book = book
        self._items = items
        self._sheet = sheet
        self._xml = book.sheet(sheet)
        self._converter = converter
        self._texts: dict[tuple[int, int], Rich] = {}
        self.writes: dict[tuple[int, int], Write] = {}

    def put(self, item: Item, value: Scalar) -> None:
        """Take an answer in. What cannot be placed becomes a problem QZ-F004, QZ-F007, QZ-F008 or QZ-F012."""
        if value is None or value == "":
            return
        at = self._book.top_left(self._sheet, item.place.row, item.place.column)
        cell = self._xml.cell(*at)
        if item.formula or (cell is not None and cell.formula is not None):
            self._converter.problems.append(formula_kept(str(item.place), item.key))
        elif item.entry is Entry.BOXES and item.boxes:
            self._boxes(item, value)
        elif item.entry is Entry.CHOICE:
            self._choice(item, value, at)
        elif item.entry is Entry.INLINE:
            self._inline(item, value, at)
        else:
            self._whole(item, value, at)

    def _text(self, at: tuple[int, int]) -> Rich:
        """The cell's text as it is by now: several answers may share a cell."""
        return self._texts.get(at) or self._book.rich(self._xml, self._xml.cell(*at))

    def _change(self, at: tuple[int, int], changes: list[Change]) -> None:
        rich = self._text(at)
        for change in sorted(changes, key=lambda each: each.start, reverse=True):
            rich = replaced(rich, change.start, change.end, change.new)
        self._texts[at] = rich
        styled = any(run.properties for run in rich.runs)
        self.writes[at] = Write(rich if styled else rich.text, self._book.style(self._sheet, *at))

    def _inline(self, item: Item, value: Scalar, at: tuple[int, int]) -> None:
        words = self._words(item, value)
        day = parse_date(value)
        change = after_label(
            self._text(at).text,
            label_in_cell(item, self._items),
            words,
            day or parse_month(value),
            day=day is not None,
        )
        if change is None:
            self._converter.problems.append(no_label(item))
        else:
            self._change(at, [change])

    def _words(self, item: Item, value: Scalar) -> str:
        write = self._converter.write(value, item, "", _where(item)) if isinstance(value, bool) else None
        spoken = write.value if write else value
        return self._converter.text(str(spoken), _where(item))

    def _choice(self, item: Item, value: Scalar, at: tuple[int, int]) -> None:
        words = self._words(item, value)
        changes = ticks(
            self._text(at).text, label_in_cell(item, self._items), item.codes, chosen_words(words, item)
        )
        if changes is None:
            self._converter.problems.append(no_box(item, words))
        elif changes:
            self._change(at, changes)

    def _boxes(self, item: Item, value: Scalar) -> None:
        letters = str(value).strip()
        if len(letters) > len(item.boxes):
            self._converter.problems.append(few_boxes(item, len(letters)))
            return
        for box, letter in zip(item.boxes, letters, strict=False):
            self.writes[self._book.top_left(self._sheet, box.row, box.column)] = Write(
                letter, self._book.style(self._sheet, box.row, box.column)
            )

    def _whole(self, item: Item, value: Scalar, at: tuple[int, int]) -> None:
        cell = self._xml.cell(*at)
        printed = self._book.text(cell)
        over = over_blanks(value, printed)
        unit = _UNIT_AFTER_BLANKS.fullmatch(printed)
        if over is not None:
            self.writes[at] = Write(over, self._book.style(self._sheet, *at))
        elif unit is not None and not str(value).endswith(unit.group(1)):
            self.writes[at] = Write(
                self._words(item, value) + unit.group(1), self._book.style(self._sheet, *at)
            )
        else:
            self.writes[at] = self._converter.write(
                value, item, self._book.style(self._sheet, *at), _where(item)
            )


def _where(item: Item) -> Where:
    return (item.place.sheet, item.place.row, item.place.column)


def formula_kept(where: str, key: str) -> Problem:
    """The note that a computed cell was not overwritten."""
    return Problem(
        "QZ-F004",
        where,
        _("“{key}”由表里的公式自己算，没有改动。").format(key=key),
        _("不用处理；数不对时请核对它所依据的各项。"),
        Severity.NOTE,
    )


def chosen_words(words: str, item: Item) -> list[str]:
    """Return the choices that an answer names: the answer itself when it is one, else its parts."""
    known = {plain(code) for code in item.codes}
    return [words] if plain(words) in known else [each for each in _SEVERAL.split(words) if each]


def no_label(item: Item) -> Problem:
    """The problem of a label that the place does not hold."""
    return Problem(
        "QZ-F012",
        str(item.place),
        _("这一格里找不到“{label}”，没有填。").format(label=item.label),
        _("请确认表没有在读过以后又被改动。"),
    )


def no_box(item: Item, words: str) -> Problem:
    """The problem of a choice that is not offered."""
    return Problem(
        "QZ-F007",
        str(item.place),
        _("“{label}”没有“{words}”这个选项，没有勾。").format(label=item.label, words=words),
        _("可选的有：{codes}。").format(codes="、".join(item.codes) or _("见表上的方框")),
    )


def few_boxes(item: Item, length: int) -> Problem:
    """The problem of an answer longer than its row of boxes."""
    return Problem(
        "QZ-F008",
        str(item.place),
        _("“{label}”只有 {boxes} 个格子，给了 {length} 个字，没有填。").format(
            label=item.label, boxes=len(item.boxes), length=length
        ),
        _("请核对这一项有没有多写。"),
    )
