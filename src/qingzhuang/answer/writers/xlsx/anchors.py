"""Where pictures, charts, shapes and notes hang (ECMA-376 part 1, 20.5; notes in VML, part 4). They move with the row
that they hang from and keep their size: a chart beside a list must not be drawn two hundred rows high."""

import re
from collections.abc import Mapping

from qingzhuang.answer.writers.xlsx.rowmap import RowMap
from qingzhuang.ooxml.rewrite import rewrite

_NOTE = re.compile(rb"(<(?:\w+:)?ClientData\b.*?</(?:\w+:)?ClientData>)", re.DOTALL)
_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)([^<]*)(</)")
_ROW = re.compile(rb"(<(?:\w+:)?Row>)\s*(\d+)\s*(</)")


def move_anchors(content: bytes, file: str, part: str, rowmap: RowMap) -> bytes:
    """Return a drawing part with its anchors moved; rows count from 0 there."""
    follower = _Anchors(rowmap)
    return rewrite(content, file, part, follower.tag, follower.text)


class _Anchors:
    def __init__(self, rowmap: RowMap) -> None:
        self._rowmap = rowmap
        self._fixed = False
        self._marker = ""
        self._shift = 0

    def tag(self, name: str, attributes: Mapping[str, str]) -> Mapping[str, str]:
        if name in {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}:
            self._fixed = attributes.get("editAs") == "absolute"
        elif name in {"from", "to"}:
            self._marker = name
        return {}

    def text(self, name: str, text: str, _attributes: Mapping[str, str]) -> str:
        if name != "row" or self._fixed or not text.strip().isdigit():
            return text
        row = int(text)
        if self._marker == "from":
            self._shift = shift_of(row, self._rowmap)
        return str(row + self._shift)


def shift_of(row: int, rowmap: RowMap) -> int:
    """How far a row counted from 0 moves."""
    return rowmap.row(row + 1) - row - 1


def move_notes(content: bytes, rowmap: RowMap) -> bytes:
    """Return a VML part with its notes and controls moved. VML need not be well-formed XML, so it is searched."""

    def note(found: "re.Match[bytes]") -> bytes:
        row = _ROW.search(found[0])
        anchor = _ANCHOR.search(found[0])
        numbers = anchor[2].split(b",") if anchor else []
        hangs = int(row[2]) if row else int(numbers[2]) if len(numbers) == 8 else 0
        shift = shift_of(hangs, rowmap)
        moved = _ROW.sub(lambda each: each[1] + str(int(each[2]) + shift).encode() + each[3], found[0])
        return _ANCHOR.sub(lambda each: each[1] + _shifted(each[2], shift) + each[3], moved)

    return _NOTE.sub(note, content)


def _shifted(anchor: bytes, shift: int) -> bytes:
    """Column, offset, row, offset of the first corner, then of the last."""
    numbers = anchor.split(b",")
    if len(numbers) != 8 or not shift:
        return anchor
    for index in (2, 6):
        numbers[index] = b" %d" % (int(numbers[index]) + shift)
    return b",".join(numbers)
