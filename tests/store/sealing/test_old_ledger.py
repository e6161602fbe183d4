"""A ledger from before, all in clear, is sealed in place when it is opened; broken off, it goes on; nothing clear lingers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlsplit

import pytest
from django.db import connection

from qingzhuang.store.sealing.cipher import BLOB

_BEGIN = """
from qingzhuang.store.setup import prepare
from qingzhuang.store.home import make_home
make_home()
prepare()
from django.core.management import call_command
from django.db import connection
"""
_IN_CLEAR = """
import hashlib, json
call_command("migrate", "ledger", "0010", verbosity=0)
now = "2026-11-01 00:00:00+00:00"
def add(table, **said):
    with connection.cursor() as cursor:
        names, marks = ", ".join(said), ", ".join(["%s"] * len(said))
        cursor.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(said.values()))
add("ledger_document", id=1, file="编秀英家.xlsx", sha256="0" * 64, lineage="编秀英家|表", as_of="2026-10-31",
    recorder="赵会计", recorded_at=now)
for n in range(1, 8):
    add("ledger_subject", id=n, kind="person", key=f"99010119450302{n:04d}", name=f"编秀英{n}")
    add("ledger_fact", subject_id=n, element="person.health", kind="json", value='"编高血压"', raw="编血压", as_of="2026-10-31",
        lineage="编秀英家|表", document_id=1, place="编秀英!B3", recorder="赵会计", recorded_at=now)
fields = ("2026-11-01T00:00:00.000000+00:00", 1, 0, "unmasked", "subject 1", "核对编秀英", "", "0" * 64)
digest = hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
add("audit_trail", at=now, actor=1, seat=0, act="unmasked", thing="subject 1", purpose="核对编秀英", detail="",
    previous="0" * 64, digest=digest)
content = "编秀英 990101194503021234".encode()
name = hashlib.sha256(content).hexdigest()
folder = make_home() / "blobs" / name[:2]
folder.mkdir(parents=True)
(folder / name).write_bytes(content)
"""
_BREAK_OFF = (
    _BEGIN
    + """
from qingzhuang.store.sealing import opening, turning
from qingzhuang.store.setup import open_ledger
turning.BATCH = 2
whole = opening.turn
def broken_off(**how):
    for number, batch in enumerate(whole(**how)):
        if number == 3:
            raise SystemExit(7)
        yield batch
opening.turn = broken_off
open_ledger()
"""
)
_OPEN = """
from qingzhuang.store.setup import open_ledger
open_ledger()
from datetime import date
from qingzhuang.store import blobs
from qingzhuang.store.models import DocumentRow, FactRow, KeyRow, SubjectRow
from qingzhuang.store.sealing.files import files
from qingzhuang.store.trail import verify
print(verify().broken, verify().rows, KeyRow.objects.filter(whole=True).count(), DocumentRow.objects.get().file)
row = FactRow.objects.select_related("subject").get(subject__key="990101194503020003")
print(*row.told, row.lineage, row.recorder, row.subject.name)
print(*(blobs.fetch(each.name[-64:]).decode() for each in files()))
"""
_DONE = """None 1 1 编秀英家.xlsx
"编高血压" 编秀英!B3 编血压 编秀英家|表 赵会计 编秀英3
编秀英 990101194503021234
"""


@contextmanager
def _database() -> Iterator[dict[str, str]]:
    """A database of the test's own, of the kind that the other tests use."""
    if connection.vendor == "sqlite":
        yield {}
        return
    name, url = f"qz_old_{token_hex(4)}", urlsplit(os.environ["QZ_DATABASE_URL"])
    import psycopg

    with psycopg.connect(url.geturl(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield {"QZ_DATABASE_URL": url._replace(path=f"/{name}").geturl()}
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _run(script: str, settings: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("QZ_", "DJANGO_"))}
    call = [sys.executable, "-c", script]
    return subprocess.run(
        call,
        env={**kept, **settings, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("breaks", [False, True], ids=["at once", "broken off"])
def test_a_ledger_from_before_is_sealed_in_place(tmp_path: Path, breaks: bool) -> None:
    home = tmp_path / "home"
    with _database() as database:
        settings = {"QZ_HOME": str(home), **database}
        made = _run(_BEGIN + _IN_CLEAR, settings)
        assert made.stderr == ""
        if connection.vendor == "sqlite":
            assert "编秀英".encode() in _held(home)
        if breaks:
            assert _run(_BREAK_OFF, settings).returncode == 7
        done = _run(_OPEN, settings)
        assert (done.stderr, done.stdout) == ("", _DONE)
        assert (tmp_path / "home.key").exists()
        for word in ("编秀英", "990101194503020003", "编高血压", "编血压", "赵会计"):
            assert word.encode() not in _held(home), word
        assert all(
            each.read_bytes().startswith(BLOB) for each in (home / "blobs").rglob("*") if each.is_file()
        )


def _held(home: Path) -> bytes:
    return b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())
