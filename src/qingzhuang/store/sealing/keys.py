"""Where the keys are: QZ_KEY, else the file that QZ_KEY_FILE names, else a file beside the ledger's folder."""

import base64
import os
import secrets
from binascii import Error as NoBase64
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.home import home
from qingzhuang.store.sealing.cipher import KEY_BYTES

VARIABLE, FILE_VARIABLE = "QZ_KEY", "QZ_KEY_FILE"
_HEAD = later(
    "# 轻装的钥匙，第一把在用。丢了它，台账里加密的内容谁也打不开；请抄一份，放在别处，别和台账放在一起。"
)


def in_environment() -> bool:
    """Tell whether the keys come from the environment, where this program cannot change them."""
    return bool(os.environ.get(VARIABLE))


def key_file() -> Path:
    """Return the file of keys: never within the ledger's folder unless somebody wants it there."""
    named = os.environ.get(FILE_VARIABLE)
    folder = home()
    return Path(named).absolute() if named else folder.with_name(f"{folder.name}.key")


def where() -> str:
    """Say where the keys are looked for."""
    return VARIABLE if in_environment() else str(key_file())


def stamp() -> tuple[str, int, int]:
    """Return what changes when the keys do."""
    if in_environment():
        return os.environ[VARIABLE], 0, 0
    path = key_file()
    with suppress(OSError):
        found = path.stat()
        return str(path), found.st_mtime_ns, found.st_ino
    return str(path), 0, 0


def read_keys() -> tuple[bytes, ...]:
    """Return the keys, the one in use first; none when there are none yet. Raises ProblemError QZ-L020 when they cannot be
    read or are no keys."""
    if in_environment():
        return tuple(map(_key, os.environ[VARIABLE].replace(",", " ").split()))
    try:
        lines = key_file().read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, ValueError) as error:
        raise ProblemError(_unreadable()) from error
    return tuple(_key(each.strip()) for each in lines if each.strip() and not each.lstrip().startswith("#"))


def new_key() -> bytes:
    """Return a key that nobody can guess."""
    return secrets.token_bytes(KEY_BYTES)


def written(key: bytes) -> str:
    """Return a key as it stands in files and in the environment."""
    return base64.urlsafe_b64encode(key).decode()


def make_keys() -> None:
    """Make the file of keys with one key, open only to its owner, unless there is one: processes that start together agree
    on it. Raises OSError."""
    with suppress(FileExistsError):
        draft = _draft((new_key(),))
        try:
            os.link(draft, key_file())
        finally:
            draft.unlink()


def write_keys(keys: Sequence[bytes]) -> None:
    """Put these keys in the place of those in the file. Raises OSError."""
    _draft(keys).replace(key_file())


def _draft(keys: Sequence[bytes]) -> Path:
    path = key_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join((_HEAD, *map(written, keys), "")))
        file.flush()
        os.fsync(file.fileno())
    return draft


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (NoBase64, ValueError) as error:
        raise ProblemError(_no_key()) from error
    if len(key) != KEY_BYTES:
        raise ProblemError(_no_key())
    return key


def _unreadable() -> Problem:
    return Problem(
        "QZ-L020",
        where(),
        _("放钥匙的文件读不了。"),
        _("请看它在不在、这个用户能不能读；里面是文字，一行一把钥匙。"),
    )


def _no_key() -> Problem:
    return Problem(
        "QZ-L020",
        where(),
        _("里面写的不是钥匙，或者少抄了几个字。"),
        _("一把钥匙是 44 个字母和符号。请从备份的钥匙原样抄回来；台账没有动。"),
    )
