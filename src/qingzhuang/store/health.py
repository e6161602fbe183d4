"""How the ledger is: where it lies, how large, how much room is left, when it was last carried off and verified, what is
still to be reckoned; and a copy of it."""

import os
import secrets
import shutil
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import DatabaseError, connect
from time import monotonic
from typing import IO

from django.db import connection

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Answer
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.store.files.place import chosen, place
from qingzhuang.store.home import LEDGER, home, make_home
from qingzhuang.store.models import TaskRow, TrailRow
from qingzhuang.store.trail import Act

_PATIENCE_SECONDS = 60
BLOBS = "blobs"
BROKEN = "broken"  # what a step says of a trail that does not hold


@dataclass(frozen=True, slots=True)
class Health:
    """`file` is where the ledger lies, "" on a database server; sizes in bytes. `verified` is when somebody last held the
    trail against itself, and whether it was `whole`; `waiting` counts open forms whose counts are not reckoned yet. `bucket`
    is where files lie when not beside the ledger: `kept` is then not counted; `trouble` why it does not let us in."""

    file: str
    size: int
    free: int
    kept: int
    carried_off: datetime | None
    verified: datetime | None = None
    whole: bool = True
    waiting: int = 0
    bucket: str = ""
    trouble: Problem | None = None

    @property
    def served(self) -> bool:
        """Tell whether a database server keeps the ledger."""
        return not self.file


def health() -> Health:
    """Look at the ledger and its folder."""
    served = connection.vendor != "sqlite"
    file = home() / LEDGER
    size = sum(_size(file.with_name(file.name + end)) for end in ("", "-wal"))
    bucket = chosen()
    kept = 0 if bucket else sum(each.size for each in place().below(BLOBS))
    last, held = (
        TrailRow.objects.filter(act=act.value).order_by("-pk").first()
        for act in (Act.CARRIED_OFF, Act.VERIFIED)
    )
    return Health(
        "" if served else str(file),
        0 if served else size,
        shutil.disk_usage(make_home()).free,
        kept,
        last.at if last else None,
        held.at if held else None,
        held is None or held.detail != BROKEN,
        TaskRow.objects.filter(said=Answer.OPEN.value, planned_at__isnull=True).count(),
        bucket.said if bucket else "",
        reached() if bucket else None,
    )


def reached() -> Problem | None:
    """Ask the place of files for one that nobody keeps; return why it cannot be asked, None when it can. Raises ProblemError
    QZ-L040, QZ-L041."""
    try:
        place().has(f"{BLOBS}/nothing")
    except OutOfReachError as error:
        return error.problem
    return None


def tried() -> None:
    """Write a file, read it and remove it again. Raises OutOfReachError, ProblemError QZ-L040, QZ-L041, OSError."""
    name, content = f"{BLOBS}/tried/{secrets.token_hex(8)}", secrets.token_bytes(64)
    place().write(name, content)
    same = place().read(name) == content
    place().remove(name)
    if not same or place().has(name):
        raise OSError(5, name)


def copy_of_ledger() -> IO[bytes]:
    """Return a copy of the whole ledger as it stands, whoever writes meanwhile. Raises ProblemError QZ-W125 where a database
    server keeps it, QZ-W126 when it cannot be had in a minute, QZ-L034 when the disk does not give it."""
    if connection.vendor != "sqlite":
        raise ProblemError(_served())
    handle, name = tempfile.mkstemp(".sqlite3", ".copy-", make_home())
    os.close(handle)
    try:
        _copy(home() / LEDGER, Path(name))
        return Path(name).open("rb")
    except DatabaseError as error:
        raise ProblemError(_unreadable(error)) from error
    finally:
        with suppress(OSError):  # where an open file cannot be removed, it stays in the ledger's own folder
            Path(name).unlink()


def _copy(source: Path, target: Path) -> None:
    """Copy through a connection of its own that only reads; whoever holds the ledger too long is waited for no longer."""
    until = monotonic() + _PATIENCE_SECONDS

    def patient(_state: int, _left: int, _pages: int) -> None:
        if monotonic() > until:
            raise ProblemError(_busy())

    with (
        closing(connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as ledger,
        closing(connect(target)) as copy,
    ):
        ledger.backup(copy, progress=patient)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _busy() -> Problem:
    return Problem("QZ-W126", LEDGER, _("台账正忙，没有拷成。"), _("请过一会儿再拷；台账没有动。"))


def _unreadable(error: Exception) -> Problem:
    return Problem(
        "QZ-L034",
        LEDGER,
        _("台账的文件读不出来（{why}），没有拷成。").format(why=error),
        _("请看盘满没满、文件还在不在；台账没有动。"),
    )


def _served() -> Problem:
    return Problem(
        "QZ-W125",
        "PostgreSQL",
        _("台账在数据库服务器上，这里不拷。"),
        _("请在服务器上用 pg_dump --format=custom 拷，用 pg_restore 取回。"),
    )
