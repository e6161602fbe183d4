"""What any place for files can do. Names are paths of plain letters, digits and slashes: blobs/0a/0a3f…"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from qingzhuang.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Kept:
    """One file that lies there."""

    name: str
    size: int
    at: datetime


class OutOfReachError(Exception):
    """The place cannot be asked now, or does not let us in: nothing is lost, and nothing may be taken for absent. It is no
    ProblemError and no OSError, so that nobody takes it for a fault of one file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.code} {problem.where}: {problem.message}")
        self.problem = problem


class Place(Protocol):
    """A place for files. Everything may raise OutOfReachError, or OSError for what the disk refuses."""

    @property
    def where(self) -> str:
        """Return the place in words that hold no key."""
        ...

    def read(self, name: str) -> bytes:
        """Return a file. Raises FileNotFoundError."""
        ...

    def begins(self, name: str, count: int) -> bytes:
        """Return the first bytes of a file. Raises FileNotFoundError."""
        ...

    def has(self, name: str) -> bool:
        """Tell whether a file lies there."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all; nothing is left of one of that name."""
        ...

    def remove(self, name: str) -> None:
        """Remove a file for good, with all that is left of it; one that is not there is no fault."""
        ...

    def below(self, folder: str) -> Iterator[Kept]:
        """Yield what lies below a folder, in the order of names."""
        ...

    def clear(self, folder: str, before: datetime) -> None:
        """Remove what lies below a folder since before a moment."""
        ...
