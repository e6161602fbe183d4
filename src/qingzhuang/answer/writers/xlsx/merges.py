"""The list of merged areas of a worksheet."""

import re

from qingzhuang.answer.writers.xlsx.edit import SheetEdit

_MERGES = re.compile(rb"<(?P<prefix>(?:\w+:)?)mergeCells\b[^>]*>.*?</(?P=prefix)mergeCells>", re.DOTALL)


def put_merges(content: bytes, edit: SheetEdit) -> bytes:
    """Return a sheet without its rows with its merges where they belong. A sheet without any has none to copy."""
    if not edit.xml.merges:
        return content

    def put(found: "re.Match[bytes]") -> bytes:
        prefix = found["prefix"].decode()
        areas = edit.merges()
        inner = "".join(f'<{prefix}mergeCell ref="{area.a1}"/>' for area in areas)
        return f'<{prefix}mergeCells count="{len(areas)}">{inner}</{prefix}mergeCells>'.encode()

    return _MERGES.sub(put, content, count=1)
