"""Sheets that were brought and not yet put into the ledger: kept for a day, one sealed file each, open only to the
owner."""

import re
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from qingzhuang.store.home import make_home
from qingzhuang.store.sealing.cipher import DamagedError
from qingzhuang.store.sealing.files import read_sealed, write_sealed

FOLDER = "waiting"
_NAME = re.compile(r"[0-9a-f]{32}")
_LASTS = timedelta(days=1)


def hold(content: bytes, now: datetime) -> str:
    """Keep bytes and return a name that nobody guesses; what has waited for a day goes. Raises OSError."""
    folder = make_home() / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    for each in folder.iterdir():
        if each.stat().st_mtime < (now - _LASTS).timestamp():
            each.unlink(missing_ok=True)
    name = secrets.token_hex(16)
    write_sealed(folder / name, content)
    return name


def held_back(name: str) -> bytes | None:
    """Return the bytes of a name, None when they are gone."""
    path = _place(name)
    try:
        return read_sealed(path) if path is not None and path.is_file() else None
    except DamagedError:
        return None


def let_go(name: str) -> None:
    """Throw the bytes of a name away."""
    path = _place(name)
    if path is not None:
        path.unlink(missing_ok=True)


def _place(name: str) -> Path | None:
    return make_home() / FOLDER / name if _NAME.fullmatch(name) else None
