"""A value as the XML of a cell. Text goes into the cell itself (inline strings, see decision 0004), so that the shared
strings stay as they are; text is never a formula, whatever it begins with."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from qingzhuang.model.place import column_letters
from qingzhuang.model.sheet import Scalar

LONGEST_TEXT = 32_767
_LONGEST_NUMBER = 15
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPECIAL = re.compile(r"[&<>_\s]").search
"""Finds what a text cannot go into XML with as it is."""
_PLAIN = re.compile(r"[^&<>_\s]+(?: [^&<>_\s]+)*")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font; `properties` is the raw rPr element."""

    properties: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Rich:
    """A text of several runs."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The runs joined."""
        return "".join(run.text for run in self.runs)


class Unknown:
    """Stands for the value of a record that has not come yet."""


UNKNOWN = Unknown()


@dataclass(slots=True)
class Write:
    """What a cell gets: a value (None empties it) and, if it must differ from the template's, a style index. Dates come
    here as serial numbers or as text."""

    value: Scalar | Rich | Unknown
    style: str | None = None


def clean(text: str) -> str:
    """Return text without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


letters = cache(column_letters)


def is_exact(number: float) -> bool:
    """Tell whether a spreadsheet program keeps the number: finite and at most 15 digits."""
    if -1e15 < number < 1e15:
        return True
    if isinstance(number, int):
        return len(str(abs(number)).rstrip("0")) <= _LONGEST_NUMBER
    return math.isfinite(number)


def cell_xml(prefix: str, reference: str, style: str | None, value: Scalar | Rich | Unknown) -> str:
    """Return the cell element. Values are numbers, truth values, text, runs or None."""
    head = f'<{prefix}c r="{reference}" s="{style}"' if style else f'<{prefix}c r="{reference}"'
    if isinstance(value, str) and value:
        return f'{head} t="inlineStr"><{prefix}is>{_text(prefix, value)}</{prefix}is></{prefix}c>'
    if isinstance(value, bool):
        return f'{head} t="b"><{prefix}v>{value:d}</{prefix}v></{prefix}c>'
    if isinstance(value, int | float):
        return f"{head}><{prefix}v>{value!r}</{prefix}v></{prefix}c>"
    if isinstance(value, Rich):
        return f'{head} t="inlineStr"><{prefix}is>{_runs(prefix, value)}</{prefix}is></{prefix}c>'
    return f"{head}/>"


class Spelling:
    """Spells the written cells of one sheet: what many of them have in common is put together once."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._heads = _Heads(prefix)
        self._words = _Dress(f' t="inlineStr"><{prefix}is><{prefix}t>')
        self._numbers = _Dress(f"><{prefix}v>")
        self._ends = f"</{prefix}t></{prefix}is></{prefix}c>", f"</{prefix}v></{prefix}c>"

    def cells(
        self, row: int, columns: Iterable[int], writes: Mapping[int, Write], kept: Callable[[int], str]
    ) -> str:
        """Return the cells of a row, each as `cell_xml` spells it; `kept` gives those that no write is for."""
        heads, words, numbers, special = self._heads, self._words, self._numbers, SPECIAL
        end_of_words, end_of_number = self._ends
        found = []
        for column in columns:
            write = writes.get(column)
            if write is None:
                found.append(kept(column))
                continue
            value = write.value
            kind = type(value)
            if kind is str and (value.isalnum() or (value and not special(value))):  # type: ignore[union-attr, arg-type]
                found.append(f"{heads[column]}{row}{words[write.style]}{value}{end_of_words}")
            elif kind is int or kind is float:
                found.append(f"{heads[column]}{row}{numbers[write.style]}{value}{end_of_number}")
            else:
                found.append(cell_xml(self._prefix, f"{letters(column)}{row}", write.style, value))
        return "".join(found)

    def pattern(
        self, row: int | str, columns: Iterable[int], writes: Mapping[int, Write], kept: Callable[[int], str]
    ) -> str:
        """Return the cells of a row with a %s for each value, for rows of which only the values differ."""
        end_of_words, end_of_number = self._ends
        found = []
        for column in columns:
            write = writes.get(column)
            if write is None:
                found.append(kept(column).replace("%", "%%"))
            elif isinstance(write.value, str):
                found.append(f"{self._heads[column]}{row}{self._words[write.style]}%s{end_of_words}")
            else:
                found.append(f"{self._heads[column]}{row}{self._numbers[write.style]}%s{end_of_number}")
        return "".join(found)


class _Heads(dict[int, str]):
    """The beginning of a cell's element by its column, up to the row's number."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def __missing__(self, column: int) -> str:
        found = self[column] = f'<{self._prefix}c r="{letters(column)}'
        return found


class _Dress(dict[str | None, str]):
    """What stands between a cell's row number and its content, by its style."""

    def __init__(self, rest: str) -> None:
        self._rest = rest

    def __missing__(self, style: str | None) -> str:
        found = self[style] = (f'" s="{style}"' if style else '"') + self._rest
        return found


def _runs(prefix: str, rich: Rich) -> str:
    return "".join(
        f"<{prefix}r>{run.properties.decode()}{_text(prefix, run.text)}</{prefix}r>"
        for run in rich.runs
        if run.text
    )


def _text(prefix: str, text: str) -> str:
    if _PLAIN.fullmatch(text):
        return f"<{prefix}t>{text}</{prefix}t>"
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    text = escape(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f'<{prefix}t xml:space="preserve">{text}</{prefix}t>'
