"""A new key in the place of the old one, while people work."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from time import sleep

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock
from qingzhuang.store.models import KeyRow
from qingzhuang.store.sealing.files import files_by_key, turn_files
from qingzhuang.store.sealing.keys import (
    VARIABLE,
    in_environment,
    new_key,
    read_keys,
    where,
    write_keys,
    written,
)
from qingzhuang.store.sealing.ring import FRESH_SECONDS, forget_keys, ring
from qingzhuang.store.sealing.turning import turn, used
from qingzhuang.store.sealing.wiping import wipe


@dataclass(frozen=True, slots=True)
class KeyState:
    """One key: since when, whether it is in use, how many values and files it has sealed; `here` whether it is at hand."""

    ident: str
    since: datetime | None
    current: bool
    values: int
    files: int
    here: bool


def keys() -> tuple[KeyState, ...]:
    """Return the keys that are here or that something is sealed by, the one in use first."""
    values, files, held = used(), files_by_key(), ring()
    since = dict(KeyRow.objects.values_list("ident", "since"))
    idents = dict.fromkeys([*held.by_ident, *values, *files])
    return tuple(
        KeyState(
            each,
            since.get(each),
            each == held.current.ident,
            values.get(each, 0),
            files.get(each, 0),
            each in held.by_ident,
        )
        for each in idents
        if each
    )


def begin() -> str:
    """Put a new key in use, unless one waits already for all to be brought under it, and return its name. Raises ProblemError
    QZ-L023 where the keys are in the environment and no new one stands there, OSError."""
    row = KeyRow.objects.filter(ident=ring().current.ident).first()
    if row is not None and not row.whole:
        return row.ident
    if in_environment():
        raise ProblemError(_not_ours())
    write_keys((new_key(), *read_keys()))
    forget_keys()
    ident = ring().current.ident
    KeyRow.objects.create(ident=ident, since=clock.now())
    return ident


def go_on() -> Iterator[int]:
    """Bring everything under the key in use; yield how many values or files were done. Broken off, it is begun again. Raises
    as `turn` and `turn_files` do."""
    yield from turn()
    yield from turn_files()
    sleep(FRESH_SECONDS * 1.5)  # by now every other process seals with the new key
    yield from turn()
    yield from turn_files()
    current = ring().current.ident
    KeyRow.objects.filter(ident=current).update(whole=True)
    KeyRow.objects.exclude(ident=current).update(given_up=True, whole=False)


def finish() -> bool:
    """Leave nothing in the files that the old key opens; tells whether that was possible now."""
    return wipe()


def drop(ident: str) -> None:
    """Take an old key out of the file. Raises ProblemError QZ-L024 for one that is needed or not there, QZ-L023 where the keys
    are in the environment, OSError."""
    if in_environment():
        raise ProblemError(_not_ours())
    found = next((each for each in keys() if each.ident == ident and each.here), None)
    if found is None or found.current or found.values or found.files:
        raise ProblemError(_needed(ident, found))
    kept = [key for key, cipher in zip(read_keys(), ring().ciphers, strict=True) if cipher.ident != ident]
    write_keys(kept)
    forget_keys()


def _needed(ident: str, found: KeyState | None) -> Problem:
    if found is None:
        return Problem("QZ-L024", ident, _("没有这把钥匙。"), _("请用 qz admin keys show 看有哪几把。"))
    return Problem(
        "QZ-L024",
        ident,
        _("这把钥匙还有用，不能去掉：在用，或者还有 {count} 处是它加密的。").format(
            count=found.values + found.files
        ),
        _("请先用 qz admin keys rotate 换成新的。"),
    )


def _not_ours() -> Problem:
    return Problem(
        "QZ-L023",
        where(),
        _("钥匙写在环境变量里，程序改不了它。"),
        _(
            "请把 {name} 设成“新钥匙,旧钥匙”（新的在前），重开轻装，再来一遍。新钥匙可以用这一把：{key}"
        ).format(name=VARIABLE, key=written(new_key())),
    )
