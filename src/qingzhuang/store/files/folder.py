"""Files in the ledger's own folder, open only to the owner."""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

from qingzhuang.store.files.kept import Kept
from qingzhuang.store.home import home, make_home


class Folder:
    """The folder of the ledger. What begins with a dot is the draft of a write that broke off."""

    @property
    def where(self) -> str:
        """Return the folder."""
        return str(home())

    def read(self, name: str) -> bytes:
        """Return a file. Raises OSError."""
        return (home() / name).read_bytes()

    def begins(self, name: str, count: int) -> bytes:
        """Return the first bytes of a file. Raises OSError."""
        with (home() / name).open("rb") as file:
            return file.read(count)

    def has(self, name: str) -> bool:
        """Tell whether a file lies there."""
        return (home() / name).is_file()

    def write(self, name: str, content: bytes) -> None:
        """Write a file, whole or not at all; one of that name keeps its time. Raises OSError."""
        path = make_home() / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_name(f".{secrets.token_hex(8)}")
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        with suppress(FileNotFoundError):
            before = path.stat()
            os.utime(draft, ns=(before.st_atime_ns, before.st_mtime_ns))
        draft.replace(path)

    def remove(self, name: str) -> None:
        """Remove a file. Raises OSError."""
        (home() / name).unlink(missing_ok=True)

    def below(self, folder: str) -> Iterator[Kept]:
        """Yield what lies below a folder, in the order of names."""
        for path in sorted((home() / folder).rglob("*")):
            with suppress(FileNotFoundError):
                if path.is_file() and not path.name.startswith("."):
                    found = path.stat()
                    at = datetime.fromtimestamp(found.st_mtime, UTC)
                    yield Kept(path.relative_to(home()).as_posix(), found.st_size, at)

    def clear(self, folder: str, before: datetime) -> None:
        """Remove what lies there since before a moment, drafts too. Raises OSError."""
        for path in (home() / folder).rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_mtime < before.timestamp():
                    path.unlink()
