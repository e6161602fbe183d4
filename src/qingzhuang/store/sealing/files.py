"""Sealed files in folders beside the ledger, and bringing them under the key in use."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from qingzhuang.store.home import home
from qingzhuang.store.sealing.cipher import BLOB, IDENT, DamagedError, ident_of_bytes
from qingzhuang.store.sealing.ring import open_file, ring, seal_file

FOLDERS = ("blobs", "waiting")
_SHORTEST_NAME = 32  # names are digests or random; drafts of a write that broke off begin with a dot


def write_sealed(path: Path, content: bytes) -> None:
    """Write a file sealed under its name, whole or not at all, open only to the owner. Raises OSError."""
    draft = path.with_name(f".{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(seal_file(content, path.name))
    draft.replace(path)


def read_sealed(path: Path) -> bytes:
    """Return what a file holds; one from before files were sealed too. Raises OSError, DamagedError, ProblemError
    QZ-L021."""
    return open_file(path.read_bytes(), path.name)


def turn_files() -> Iterator[int]:
    """Bring every file under the key in use; yield 1 after each. What cannot be opened stays as it is: whoever asks for it is
    told. Raises OSError, ProblemError QZ-L021."""
    for path in files():
        if _ident(path) == ring().current.ident:
            continue
        try:
            content, times = read_sealed(path), path.stat()
        except (DamagedError, FileNotFoundError):
            continue
        write_sealed(path, content)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        yield 1


def files_by_key() -> dict[str, int]:
    """Return how many files each key has sealed; "" for those that are not sealed."""
    found: dict[str, int] = {}
    for path in files():
        ident = _ident(path) or ""
        found[ident] = found.get(ident, 0) + 1
    return found


def files() -> Iterator[Path]:
    """Yield the files that are sealed or should be."""
    for folder in FOLDERS:
        for path in sorted((home() / folder).rglob("*")):
            if path.is_file() and len(path.name) >= _SHORTEST_NAME:
                yield path


def _ident(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return ident_of_bytes(file.read(len(BLOB) + IDENT))
    except FileNotFoundError:
        return None
