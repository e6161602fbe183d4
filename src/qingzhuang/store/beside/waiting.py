"""Files that were brought and wait, and pictures drawn of forms: kept for a day, one sealed file each, open only to the
owner."""

import re
import secrets
from datetime import datetime, timedelta

from qingzhuang.store.files.place import place
from qingzhuang.store.sealing.cipher import DamagedError
from qingzhuang.store.sealing.files import read_sealed, write_sealed

FOLDER = "waiting"
_NAME = re.compile(r"[0-9a-f]{32}")
_LASTS = timedelta(days=1)


def hold(content: bytes, now: datetime) -> str:
    """Keep bytes and return a name that nobody guesses; what has waited for a day goes. Raises OSError, OutOfReachError."""
    place().clear(FOLDER, now - _LASTS)
    name = secrets.token_hex(16)
    write_sealed(f"{FOLDER}/{name}", content)
    return name


def held_back(name: str) -> bytes | None:
    """Return the bytes of a name, None when they are gone. Raises OSError, OutOfReachError."""
    try:
        return read_sealed(f"{FOLDER}/{name}") if _NAME.fullmatch(name) else None
    except (DamagedError, FileNotFoundError):
        return None


def let_go(name: str) -> None:
    """Throw the bytes of a name away. Raises OSError, OutOfReachError."""
    if _NAME.fullmatch(name):
        place().remove(f"{FOLDER}/{name}")
