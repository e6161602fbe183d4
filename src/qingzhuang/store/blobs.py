"""Files by their content: one sealed file a sha256 of what it holds, beside the ledger or in a bucket."""

import hashlib

from qingzhuang.store.files.place import place
from qingzhuang.store.sealing.cipher import DamagedError
from qingzhuang.store.sealing.files import read_sealed, write_sealed

FOLDER = "blobs"


class ChangedError(ValueError):
    """The bytes that lie under a name are not those that it names, or it is no name."""


def keep(content: bytes) -> str:
    """Keep bytes and return their sha256; the same bytes are kept once. Raises OSError, OutOfReachError."""
    digest = hashlib.sha256(content).hexdigest()
    name = _name(digest)
    if not place().has(name):
        write_sealed(name, content)
    return digest


def fetch(digest: str) -> bytes:
    """Return the bytes of a sha256. Raises OSError when they are not here, ChangedError when they were changed, ProblemError
    QZ-L021 when their key is not here, OutOfReachError when nobody can tell."""
    try:
        content = read_sealed(_name(digest))
    except DamagedError as error:
        raise ChangedError(digest) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise ChangedError(digest)
    return content


def drop(digest: str) -> None:
    """Remove the bytes of a sha256 for good. Raises OSError, OutOfReachError."""
    place().remove(_name(digest))


def _name(digest: str) -> str:
    if len(digest) != 64 or not digest.isalnum():
        raise ChangedError(digest)
    return f"{FOLDER}/{digest[:2]}/{digest}"
