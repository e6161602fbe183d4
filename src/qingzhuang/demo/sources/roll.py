"""A roll: a sheet with one header and one row a subject, as clerks keep them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

Value = str | int | float | date | None
_T = TypeVar("_T")
Columns = Sequence[tuple[str, Callable[[_T], Value]]]


@dataclass(frozen=True, slots=True)
class Roll:
    """`title` None: the header is the first row. `dates` is how dates are typed: real, dotted or packed."""

    file: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    title: str | None = None
    foot: str | None = None
    dates: str = "real"


def rows_of(columns: Columns[_T], things: Iterable[_T]) -> tuple[tuple[Value, ...], ...]:
    """Return one row a thing; an empty word counts as unknown."""
    return tuple(tuple(value(thing) or None for _, value in columns) for thing in things)


def plain(file: str, title: str | None, columns: Columns[_T], things: Iterable[_T]) -> Roll:
    """Return a roll with the columns' own headers."""
    return Roll(file, tuple(header for header, _ in columns), rows_of(columns, things), title)
