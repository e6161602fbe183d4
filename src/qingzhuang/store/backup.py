"""The whole ledger in one file, and back: the database as it stands at one moment, and the files that it names. What is sealed
stays sealed; the keys are not in it."""

import json
import os
import re
import secrets
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.blobs import FOLDER
from qingzhuang.store.files.address import VARIABLE
from qingzhuang.store.files.place import chosen, place
from qingzhuang.store.health import copy_of_ledger
from qingzhuang.store.home import LEDGER, home, make_home
from qingzhuang.store.models import KeyRow
from qingzhuang.store.sealing.files import files
from qingzhuang.store.sealing.keys import read_keys
from qingzhuang.store.sealing.ring import key_missing, no_keys, ring
from qingzhuang.store.trail import Act, Step, leave

ABOUT = "about.json"
_BLOB = re.compile(rf"{FOLDER}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: when it was made, which keys open it, how many files lie beside the ledger."""

    at: datetime
    keys: tuple[str, ...]
    files: int


def back_up(target: Path, at: datetime) -> Backup:
    """Write a backup, whoever works meanwhile; a file of that name is not written over. Raises ProblemError QZ-W125, QZ-W126 as
    copying does, FileExistsError, OSError, OutOfReachError."""
    if target.exists():
        raise FileExistsError(17, "", str(target))
    keys = tuple(KeyRow.objects.filter(given_up=False).order_by("pk").values_list("ident", flat=True))
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
    try:
        with open(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            count = _write(zipfile.ZipFile(file, "w", zipfile.ZIP_STORED), keys, at)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, target)  # refuses a name that came into being meanwhile
    finally:
        draft.unlink(missing_ok=True)
    leave(Step(0, Act.CARRIED_OFF, ""), at)
    return Backup(at, keys, count)


def restore(source: Path) -> Backup:
    """Put a backup in the place of a ledger that is not there yet; broken off, it is begun again. Raises ProblemError QZ-L030
    where one is, QZ-L031 for a file that is no backup or is damaged, QZ-L021 when its keys are not here, QZ-L032 for a
    database server, OSError, OutOfReachError."""
    if os.environ.get("QZ_DATABASE_URL"):
        raise ProblemError(_served())
    if (home() / LEDGER).exists():
        raise ProblemError(_there())
    try:
        with zipfile.ZipFile(source) as box:
            about = _about(box)
            _require(about.keys)
            if _others(box):
                raise ProblemError(_there())
            _unpack(box)
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError) as error:
        raise ProblemError(_no_backup(source)) from error
    return about


def _write(box: zipfile.ZipFile, keys: Sequence[str], at: datetime) -> int:
    """The ledger first: what it names is kept by then, and is never taken away."""
    with box:
        with copy_of_ledger() as copy, box.open(LEDGER, "w", force_zip64=True) as into:
            shutil.copyfileobj(copy, into)
        kept = [each.name for each in files() if each.name.startswith(f"{FOLDER}/")]
        count = sum(_put(box, each) for each in kept)
        about = {"at": at.isoformat(), "keys": list(keys), "files": count}
        box.writestr(ABOUT, json.dumps(about, ensure_ascii=False))
    return count


def _put(box: zipfile.ZipFile, name: str) -> bool:
    """Tell whether a file was still there: what is erased meanwhile is not carried off."""
    try:
        content = place().read(name)
    except FileNotFoundError:
        return False
    box.writestr(name, content)
    return True


def _others(box: zipfile.ZipFile) -> bool:
    """Tell whether files lie here already that this backup does not hold in the same way."""
    held = set(box.namelist())
    return any(each.name not in held or place().read(each.name) != box.read(each.name) for each in files())


def _about(box: zipfile.ZipFile) -> Backup:
    """Read what a backup says of itself and see that nothing else is in it. Raises ValueError, KeyError."""
    about = json.loads(box.read(ABOUT))
    blobs = [each for each in box.namelist() if each not in (ABOUT, LEDGER)]
    if not all(map(_BLOB.fullmatch, blobs)) or len(blobs) != about["files"] or box.testzip() is not None:
        raise ValueError(ABOUT)
    box.getinfo(LEDGER)
    return Backup(datetime.fromisoformat(about["at"]), tuple(map(str, about["keys"])), len(blobs))


def _require(keys: Sequence[str]) -> None:
    held = ring().by_ident if read_keys() else None
    if held is None:
        raise ProblemError(no_keys())
    for ident in keys:
        if ident not in held:
            raise ProblemError(key_missing(ident))


def _unpack(box: zipfile.ZipFile) -> None:
    """The ledger last: broken off before, there is none yet."""
    draft = make_home() / f".restore-{secrets.token_hex(8)}"
    try:
        box.extract(LEDGER, draft)
        (draft / LEDGER).chmod(0o600)
        for name in (each for each in box.namelist() if each not in (ABOUT, LEDGER)):
            place().write(name, box.read(name))
        (draft / LEDGER).replace(home() / LEDGER)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _there() -> Problem:
    cure = _("请用 QZ_HOME 指一个新文件夹再取回，看过没有错再换过来。")
    if chosen() is not None:
        cure += _("桶里也要换一个空的文件夹：改 {name} 的最后一段。").format(name=VARIABLE)
    return Problem("QZ-L030", str(home()), _("这里已经有台账，没有动它。"), cure)


def _no_backup(source: Path) -> Problem:
    return Problem(
        "QZ-L031",
        str(source),
        _("这不是台账的备份，或者文件坏了、没有拷全。"),
        _("请换另一份备份；什么也没有写。"),
    )


def _served() -> Problem:
    return Problem(
        "QZ-L032",
        connection.vendor,
        _("台账在数据库服务器上，这里不取回。"),
        _("请在服务器上用 pg_restore 取回，再把 blobs 文件夹放回来。"),
    )
