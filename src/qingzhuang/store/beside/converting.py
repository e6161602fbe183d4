"""Old office files on a page: turned into new ones by the program outside, one at a time; what came out is kept for a day, so
that no process waits for what another one had converted."""

import hashlib
import threading
from collections import OrderedDict
from contextlib import suppress
from datetime import timedelta
from functools import partial

from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import CONVERTED
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import converter
from qingzhuang.store import clock
from qingzhuang.store.files.place import place
from qingzhuang.store.sealing.cipher import DamagedError
from qingzhuang.store.sealing.files import read_sealed, write_sealed

FOLDER = "converted"
_KEPT = 16  # so many stay in memory
_LASTS = timedelta(days=1)
_lock = threading.Lock()
_done: OrderedDict[str, bytes] = OrderedDict()


def convert() -> Converter | None:
    """Return the converter of this machine, None where LibreOffice is not installed."""
    office = converter()
    return None if office is None else partial(_once, office)


def readable(file: str, content: bytes) -> bytes:
    """Return an old document as a new one, where that can be done here; anything else as it is. Raises ProblemError when it
    can be done and fails."""
    kind = None
    with suppress(ProblemError):
        kind = sniff(file, content)
    if kind is None or kind not in CONVERTED:
        return content
    able = convert()
    return content if able is None else able(file, content, kind)


def _once(office: Converter, file: str, content: bytes, kind: FileKind) -> bytes:
    """Convert, or return what came out before. Two conversions at once would only slow each other."""
    mark = hashlib.sha256(f"{kind} ".encode() + content).hexdigest()
    with _lock:
        if mark not in _done:
            _done[mark] = _kept(mark) or _now(office, file, content, kind, mark)
        _done.move_to_end(mark)
        while len(_done) > _KEPT:
            _done.popitem(last=False)
        return _done[mark]


def forget_converted() -> None:
    """Throw away what was made of old files: somebody in them is to be forgotten. Raises OSError, OutOfReachError."""
    with _lock:
        _done.clear()
        place().clear(FOLDER, clock.now() + _LASTS)


def _kept(mark: str) -> bytes | None:
    try:
        return read_sealed(f"{FOLDER}/{mark}")
    except (DamagedError, FileNotFoundError):
        return None


def _now(office: Converter, file: str, content: bytes, kind: FileKind, mark: str) -> bytes:
    made = office(file, content, kind)
    place().clear(FOLDER, clock.now() - _LASTS)
    write_sealed(f"{FOLDER}/{mark}", made)
    return made
