"""Pairs of items from a file: TSV with columns a and b, or one JSON object a line."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem
from qingzhuang.model.verdict import ItemContext

_FIELDS = ("form", "row", "unit", "parent", "issuer", "whole")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items; `shown` is how the file wrote them."""

    a: ItemContext
    b: ItemContext
    shown: tuple[object, object]


def read_pairs(file: str, content: bytes) -> Iterator[Pair | Problem]:
    """Yield the pairs in order; a line that cannot be used yields its problem (QZ-M001, QZ-M002) in its place."""
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    yield from _json_lines(file, text) if first.lstrip().startswith("{") else _tsv(file, text)


def _decoded(content: bytes) -> str:
    """UTF-8, else the encoding that older Chinese office programs save text in."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def _json_lines(file: str, text: str) -> Iterator[Pair | Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            yield Pair(_item(entry["a"]), _item(entry["b"]), (entry["a"], entry["b"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            yield _bad(file, number)


def _item(entry: Any) -> ItemContext:
    if isinstance(entry, str):
        return ItemContext(_text(entry))
    parts: dict[str, Any] = {name: _text(entry[name]) for name in _FIELDS if entry.get(name)}
    codes = tuple(str(code) for code in entry.get("codes") or ())
    return ItemContext(label=_text(entry["label"]), codes=codes, **parts)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = "/".join(map(str, value))
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _tsv(file: str, text: str) -> Iterator[Pair | Problem]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = [name.strip() for name in next(rows, [])]
    if "a" not in header or "b" not in header:
        yield Problem(
            "QZ-M002",
            file,
            _("第一行没有 a、b 两个列名。"),
            _("请在第一行写上列名 a 和 b，用制表符隔开；或者每行写一个 JSON。"),
        )
        return
    left, right = header.index("a"), header.index("b")
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) <= max(left, right) or not row[left].strip() or not row[right].strip():
            yield _bad(file, number)
            continue
        yield Pair(ItemContext(row[left]), ItemContext(row[right]), (row[left], row[right]))


def _bad(file: str, line: int) -> Problem:
    return Problem(
        "QZ-M001",
        _("{file} 第 {line} 行").format(file=file, line=line),
        _("这一行不是一对项目。"),
        _('请写成 a、b 两列，或 {"a":{"label":…},"b":{"label":…}}。'),
    )
