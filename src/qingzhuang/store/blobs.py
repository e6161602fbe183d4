"""Files by their content: a folder beside the ledger, one sealed file a sha256 of what it holds."""

import hashlib
from pathlib import Path

from qingzhuang.store.home import make_home
from qingzhuang.store.sealing.cipher import DamagedError
from qingzhuang.store.sealing.files import read_sealed, write_sealed

FOLDER = "blobs"


class ChangedError(ValueError):
    """The bytes that lie under a name are not those that it names, or it is no name."""


def keep(content: bytes) -> str:
    """Keep bytes and return their sha256; the same bytes are kept once. Raises OSError."""
    digest = hashlib.sha256(content).hexdigest()
    path = _place(digest)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_sealed(path, content)
    return digest


def fetch(digest: str) -> bytes:
    """Return the bytes of a sha256. Raises OSError when they are not here, ChangedError when they were changed, ProblemError
    QZ-L021 when their key is not here."""
    try:
        content = read_sealed(_place(digest))
    except DamagedError as error:
        raise ChangedError(digest) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise ChangedError(digest)
    return content


def drop(digest: str) -> None:
    """Remove the bytes of a sha256 for good. Raises OSError."""
    _place(digest).unlink(missing_ok=True)


def _place(digest: str) -> Path:
    if len(digest) != 64 or not digest.isalnum():
        raise ChangedError(digest)
    return make_home() / FOLDER / digest[:2] / digest
