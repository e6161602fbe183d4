"""Sealed files, wherever they lie, and bringing them under the key in use."""

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePosixPath

from qingzhuang.store.files.kept import Kept
from qingzhuang.store.files.place import place
from qingzhuang.store.sealing.cipher import BLOB, IDENT, DamagedError, ident_of_bytes
from qingzhuang.store.sealing.ring import open_file, ring, seal_file

FOLDERS = ("blobs", "waiting", "converted")
_SHORTEST_NAME = 32  # names are digests or random


def write_sealed(name: str, content: bytes) -> None:
    """Write a file sealed under the last part of its name, whole or not at all. Raises OSError, OutOfReachError."""
    place().write(name, seal_file(content, _bound(name)))


def read_sealed(name: str) -> bytes:
    """Return what a file holds; one from before files were sealed too. Raises OSError, OutOfReachError, DamagedError,
    ProblemError QZ-L021."""
    return open_file(place().read(name), _bound(name))


def turn_files() -> Iterator[int]:
    """Bring every file under the key in use; yield 1 after each. What cannot be opened stays as it is: whoever asks for it is
    told. Raises OSError, OutOfReachError, ProblemError QZ-L021."""
    for each in files():
        if _ident(each.name) == ring().current.ident:
            continue
        try:
            content = read_sealed(each.name)
        except (DamagedError, FileNotFoundError):
            continue
        write_sealed(each.name, content)
        yield 1


def files_by_key() -> dict[str, int]:
    """Return how many files each key has sealed; "" for those that are not sealed. Raises OutOfReachError."""
    found: dict[str, int] = {}
    for each in files():
        ident = _ident(each.name) or ""
        found[ident] = found.get(ident, 0) + 1
    return found


def files() -> Iterator[Kept]:
    """Yield the files that are sealed or should be. Raises OutOfReachError."""
    for each in chain.from_iterable(map(place().below, FOLDERS)):
        if len(_bound(each.name)) >= _SHORTEST_NAME:
            yield each


def _bound(name: str) -> str:
    return PurePosixPath(name).name


def _ident(name: str) -> str | None:
    try:
        return ident_of_bytes(place().begins(name, len(BLOB) + IDENT))
    except FileNotFoundError:
        return None
