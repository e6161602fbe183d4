"""The shorter form as a spreadsheet that a person may send: title, unit, header, blank rows with borders."""

import io
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

import xlsxwriter

from qingzhuang.language import gettext as _
from qingzhuang.language import in_source
from qingzhuang.model.form import Item
from qingzhuang.pipeline.shorter import Block, Shorter

_MADE_ON = datetime(2026, 1, 1)  # noqa: DTZ001  a property of the file without a zone; the same form, the same bytes
_REPEATED = re.compile(r"#\d+$")
_NUMBERED = re.compile(r"^[一二三四五六七八九十]+、")
_BAD_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME, _LONGEST_LIST, _LONGEST_HINT, _MOST_TICKS = 28, 250, 1000, 6
_LETTERS_A_LINE, _LINE_HEIGHT = 10, 22
_LINE = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体", "font_size": 11}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter", "font_name": "宋体"},
    "section": {"bold": True, "font_size": 12, "font_name": "宋体"},
    "plain": {"font_name": "宋体", "font_size": 11},
    "head": {**_LINE, "bold": True, "align": "center"},
    "stub": {**_LINE},
    "blank": {**_LINE},
}


@in_source()
def form_xlsx(shorter: Shorter) -> bytes:
    """Return the bytes of an .xlsx file."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": _MADE_ON, "title": shorter.title})
    looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
    named: dict[str, _Painter] = {}
    for block in shorter.blocks:
        if block.sheet not in named:
            named[block.sheet] = _Painter(
                book.add_worksheet(_name(block.sheet, len(named))), looks, shorter.title, shorter.whole
            )
        named[block.sheet].paint(block)
    book.close()
    return stream.getvalue()


@dataclass(slots=True)
class _Painter:
    """One sheet; `row` is where the next block begins."""

    sheet: Any
    looks: dict[str, Any]
    title: str
    whole: bool = False
    row: int = 0
    tall: dict[int, int] = field(default_factory=dict[int, int])

    def paint(self, block: Block) -> None:
        """Put one block below what stands there."""
        columns = (*block.heads, *block.columns)
        width = max(len(columns), 4 if block.fields else 1)
        section = block.sheet if self.whole and block.title not in ("", self.title) else ""
        self._across(width, self.title if section else block.title or self.title, "title")
        self.sheet.set_row(self.row - 1, 30)
        if section:  # 家庭成员: whose columns these are is read from the line over them
            self._across(width, section, "section")
        if not self.whole:  # a whole form asks what it asked, and nothing more
            self.sheet.write_string(self.row, 0, _("填报单位："), self.looks["plain"])
            self.row += 1
        if block.fields:
            self._card(block.fields)
        if columns:
            self._list(block, columns)
        if not self.whole:
            self.sheet.write_string(self.row, 0, _("说明：其余各栏已经有了，不用再填。"), self.looks["plain"])
        self._set_up(width)
        self.row += 2

    def _across(self, width: int, text: str, look: str) -> None:
        if width > 1:
            self.sheet.merge_range(self.row, 0, self.row, width - 1, text, self.looks[look])
        else:
            self.sheet.write_string(self.row, 0, text, self.looks[look])
        self.row += 1

    def _card(self, fields: Sequence[Item]) -> None:
        """Label beside field, two a line; choices are printed to be ticked."""
        names = Counter(item.label for item in fields)
        for number, item in enumerate(fields):
            row, column = self.row + number // 2, number % 2 * 2
            path = item.path if names[item.label] > 1 else item.path[-1:]
            self.sheet.write_string(row, column, _label(item, _joined(path)), self.looks["head"])
            ticks = "　".join(f"□{code}" for code in item.codes) if len(item.codes) <= _MOST_TICKS else ""
            self.sheet.write(row, column + 1, ticks or None, self.looks["blank"])
            self._hint(row, column, item)
            self.tall[row] = max(self.tall.get(row, 1), -(-len(ticks) // _LETTERS_A_LINE))
        for row, lines in self.tall.items():
            self.sheet.set_row(row, _LINE_HEIGHT * max(lines, 1))
        self.row += -(-len(fields) // 2)

    def _list(self, block: Block, columns: Sequence[Item]) -> None:
        self._header(columns)
        rows = len(block.stubs) or block.rows
        for number in range(rows):
            words = block.stubs[number].labels if block.stubs else ()
            for column in range(len(columns)):
                text = words[column] if column < min(len(words), len(block.heads)) else ""
                self.sheet.write(
                    self.row + number, column, text or None, self.looks["stub" if text else "blank"]
                )
        for column, item in enumerate(columns):
            if rows:
                self._codes(item, self.row, self.row + rows - 1, column)
        self.row += rows

    def _header(self, columns: Sequence[Item]) -> None:
        """Levels from outer to inner; equal ones side by side are one cell, a short path reaches down."""
        columns = _flattened(columns)
        depth = max(len(item.path) for item in columns)
        for level in range(depth):
            column = 0
            while column < len(columns):
                last = column
                while last + 1 < len(columns) and _shared(columns[column], columns[last + 1], level):
                    last += 1
                self._head(columns[column], level, depth, (column, last))
                column = last + 1
        self.row += depth

    def _head(self, item: Item, level: int, depth: int, span: tuple[int, int]) -> None:
        if level >= len(item.path):
            return
        inner = level == len(item.path) - 1
        bottom = self.row + (depth - 1 if inner else level)
        text = _label(item, _bare(item.label)) if inner else _bare(item.path[level])
        if inner:
            self._hint(self.row + level, span[0], item)
        if (self.row + level, span[0]) == (bottom, span[1]):
            self.sheet.write_string(bottom, span[0], text, self.looks["head"])
        else:
            self.sheet.merge_range(self.row + level, span[0], bottom, span[1], text, self.looks["head"])

    def _codes(self, item: Item, top: int, bottom: int, column: int) -> None:
        if item.codes and len(",".join(item.codes)) <= _LONGEST_LIST:
            rule = {"validate": "list", "source": list(item.codes)}
            self.sheet.data_validation(top, column, bottom, column, rule)

    def _hint(self, row: int, column: int, item: Item) -> None:
        """What a whole form says beside a label stands as a comment there, and when it is asked at all."""
        told = [item.hint] if item.hint else []
        told += [_("仅当 {condition}").format(condition=item.condition)] if item.condition else []
        if self.whole and told:
            self.sheet.write_comment(row, column, "\n".join(told)[:_LONGEST_HINT], {"author": ""})

    def _set_up(self, width: int) -> None:
        self.sheet.set_column(0, max(width - 1, 0), 18 if width > _MOST_TICKS else 22)
        self.sheet.set_default_row(_LINE_HEIGHT)
        self.sheet.set_paper(9)
        if width > _MOST_TICKS:
            self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)


def _shared(a: Item, b: Item, level: int) -> bool:
    """Tell whether two columns stand under one cell of a level: an outer one, with the same words above."""
    return level < min(len(a.path), len(b.path)) - 1 and a.path[: level + 1] == b.path[: level + 1]


def _flattened(columns: Sequence[Item]) -> Sequence[Item]:
    """Where no outer cell is left with two columns under it, the innermost words alone are the header; outer words stay
    where two columns would be called the same."""
    if any(_shared(a, b, 0) for a, b in itertools.pairwise(columns)):
        return columns
    names = Counter(_bare(item.label) for item in columns)
    whole = [names[_bare(item.label)] > 1 for item in columns]
    return [
        replace(item, path=(_joined(item.path) if every else item.label,))
        for item, every in zip(columns, whole, strict=True)
    ]


def _label(item: Item, text: str) -> str:
    """The words of a column, with its unit where they do not say it."""
    return text if not item.unit or item.unit in text else f"{text}（{item.unit}）"


def _joined(path: Sequence[str]) -> str:
    return "".join(_NUMBERED.sub("", _bare(level)) for level in path)


def _bare(level: str) -> str:
    return _REPEATED.sub("", level)


def _name(sheet: str, number: int) -> str:
    """A name that a spreadsheet allows, once in a book."""
    text = _BAD_IN_A_NAME.sub("", sheet).strip()[:_LONGEST_NAME] or _("表")
    return text if number == 0 else f"{text}{number + 1}"[:31]
