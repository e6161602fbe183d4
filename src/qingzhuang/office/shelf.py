"""What is dear to reckon, kept under the digest of the label it belongs to: a cache that may be deleted at any time. Where
it cannot be read or written everything is reckoned anew, without a word."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

MOST = 100_000  # entries; the oldest go first
_MADE = "CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB)"


class Shelf:
    """Bytes by label, for one maker: another model, or another version of it, sees none of them."""

    def __init__(self, file: Path, maker: str) -> None:
        self._file, self._maker = file, maker

    def known(self, labels: Sequence[str]) -> dict[str, bytes]:
        """Return what is kept of some labels."""
        found: dict[str, bytes] = {}
        with suppress(sqlite3.Error, OSError), self._opened() as base:
            for label in dict.fromkeys(labels):
                row = base.execute("SELECT value FROM kept WHERE key = ?", (self._key(label),)).fetchone()
                if row is not None:
                    found[label] = row[0]
        return found

    def keep(self, made: Mapping[str, bytes]) -> None:
        """Keep something for labels."""
        rows = [(self._key(label), value) for label, value in made.items()]
        with suppress(sqlite3.Error, OSError), self._opened() as base:
            base.executemany("INSERT OR IGNORE INTO kept (key, value) VALUES (?, ?)", rows)
            base.execute("DELETE FROM kept WHERE number <= (SELECT max(number) FROM kept) - ?", (MOST,))
            base.commit()

    def _key(self, label: str) -> bytes:
        return hashlib.sha256(f"{self._maker}\n{label}".encode()).digest()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        for folder in (self._file.parent.parent, self._file.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=5)) as base:
            base.execute(_MADE)
            yield base
