"""The keys in memory: the one in use seals, all of them open. Keys that change on disk are taken up within a second."""

import re
import threading
from collections.abc import Callable, Sequence
from time import monotonic

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.sealing.cipher import IDENT, MARK, PREFIX, VALUE, Cipher, DamagedError, ident_of_bytes
from qingzhuang.store.sealing.keys import read_keys, stamp, where

FRESH_SECONDS = 1.0
CHANGED = "QZ-L022"
_NAMED = re.compile(rf"(?:{VALUE}|{MARK})([a-z2-7]{{{IDENT}}})")


class Ring:
    """Some keys, the one in use first; at least one."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self.ciphers = tuple(map(Cipher, dict.fromkeys(keys)))
        self.current = self.ciphers[0]
        self.by_ident = {each.ident: each for each in self.ciphers}
        self._by_value_prefix = {each.value_prefix: each for each in self.ciphers}
        self._by_mark_prefix = {each.mark_prefix: each for each in self.ciphers}

    def open(self, sealed: str, column: bytes) -> bytes:
        """Open a sealed value or mark. Raises KeyError for a key that is not here, DamagedError."""
        prefix = sealed[:PREFIX]
        cipher = self._by_value_prefix.get(prefix)
        if cipher is not None:
            return cipher.open_value(sealed, column)
        return self._by_mark_prefix[prefix].open_mark(sealed, column)

    def knows(self, sealed: str) -> bool:
        """Tell whether a text says that one of these keys sealed it."""
        return sealed[:PREFIX] in self._by_value_prefix or sealed[:PREFIX] in self._by_mark_prefix

    def marks(self, plain: bytes, column: bytes) -> list[str]:
        """Return all marks under which something may stand."""
        return [each.mark(plain, column) for each in self.ciphers]


class _Kept:
    ring: Ring | None = None
    stamp: object = None
    looked = 0.0


_lock = threading.Lock()


def ring() -> Ring:
    """Return the keys. Raises ProblemError QZ-L020 when they cannot be read, QZ-L021 when there are none."""
    now = monotonic()
    if _Kept.ring is not None and now - _Kept.looked < FRESH_SECONDS:
        return _Kept.ring
    return _look(now)


def forget_keys() -> None:
    """Look at the keys anew."""
    _Kept.ring, _Kept.stamp = None, None


def opened(sealed: str, column: bytes) -> bytes:
    """Open what stands in a column. Raises ProblemError QZ-L021 when its key is not here, QZ-L022 when it was changed."""
    try:
        return ring().open(sealed, column)
    except (KeyError, DamagedError):
        return _again(sealed, column)


def opener(column: bytes) -> Callable[[str], bytes]:
    """Return what opens many values of a column, as `opened` does; the keys are looked up once."""
    keys = ring()

    def opens(sealed: str) -> bytes:
        try:
            return keys.open(sealed, column)
        except (KeyError, DamagedError):
            return _again(sealed, column)

    return opens


def seal_file(content: bytes, name: str) -> bytes:
    """Seal a file under its name."""
    return ring().current.seal_bytes(content, name)


def open_file(content: bytes, name: str) -> bytes:
    """Open a sealed file; one that was never sealed is returned as it is. Raises ProblemError QZ-L021, and DamagedError."""
    ident = ident_of_bytes(content)
    if ident is None:
        return content
    if ident not in ring().by_ident:
        forget_keys()
    cipher = ring().by_ident.get(ident)
    if cipher is None:
        raise ProblemError(key_missing(ident))
    return cipher.open_bytes(content, name)


def _look(now: float) -> Ring:
    with _lock:
        now_stamp = stamp()
        if _Kept.ring is None or _Kept.stamp != now_stamp:
            keys = read_keys()
            if not keys:
                raise ProblemError(no_keys())
            _Kept.ring, _Kept.stamp = Ring(keys), now_stamp
        _Kept.looked = now
        return _Kept.ring


def _again(sealed: str, column: bytes) -> bytes:
    """The key may have come since."""
    forget_keys()
    try:
        return ring().open(sealed, column)
    except KeyError as error:
        named = _NAMED.match(sealed)
        raise ProblemError(key_missing(named[1]) if named else _damaged(column)) from error
    except DamagedError as error:
        raise ProblemError(_damaged(column)) from error


def no_keys() -> Problem:
    """The problem of a sealed ledger without any key."""
    return Problem(
        "QZ-L021",
        where(),
        _("台账是加密的，这里没有钥匙。"),
        _("请把备份的钥匙放回这里，或用 QZ_KEY、QZ_KEY_FILE 指给它；没有钥匙，谁也打不开。台账没有动。"),
    )


def key_missing(ident: str) -> Problem:
    """The problem of what was sealed by a key that is not here."""
    return Problem(
        "QZ-L021",
        where(),
        _("台账要用钥匙 {ident}，这里的不是它。").format(ident=ident),
        _("请把钥匙 {ident} 放回这里（加一行，新钥匙在前），或指对 QZ_HOME；台账没有动。").format(
            ident=ident
        ),
    )


def _damaged(column: bytes) -> Problem:
    return Problem(
        CHANGED,
        column.decode(),
        _("台账里有一处被改过或写坏了，打不开。"),
        _("请先把台账拷一份留着，再用 qz admin restore 取回上一次的备份对一对。"),
    )
