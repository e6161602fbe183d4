"""The used range that a worksheet states (ECMA-376 part 1, 18.3.1.35): some programs read no further."""

import re
from collections.abc import Mapping

from qingzhuang.answer.writers.xlsx.plain import PlainRow
from qingzhuang.answer.writers.xlsx.values import Write
from qingzhuang.model.place import Area

_DIMENSION = re.compile(rb"""(<(?:\w+:)?dimension\b[^>]*?\bref=["'])([^"']*)""")


def stretched(frame: bytes, writes: Mapping[int, Mapping[int, Write]]) -> bytes:
    """Return a worksheet's frame whose stated range holds all writes; unchanged when it does so already."""
    found = _DIMENSION.search(frame)
    written = {
        tuple(cells) if type(cells) is not PlainRow else cells.shape.columns for cells in writes.values()
    }
    written.discard(())
    if found is None or not written:
        return frame
    try:
        stated = Area.from_a1(found[2].decode())
    except ValueError:
        return frame
    rows = [row for row, cells in writes.items() if cells] + [stated.top, stated.bottom]
    left, right = min(map(min, written)), max(map(max, written))
    area = Area(min(rows), min(left, stated.left), max(rows), max(right, stated.right))
    if area == stated:
        return frame
    return frame[: found.start(2)] + area.a1.encode() + frame[found.end(2) :]
