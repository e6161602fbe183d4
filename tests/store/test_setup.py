"""Opening the ledger: on a fresh machine, by several processes at once, on either database."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.postgresql import binaries, server

ROOT = Path(__file__).resolve().parents[2]
_ON_BOTH = ("tests/store", "tests/web", "tests/cli")
_OPEN = """
from qingzhuang.store.setup import open_ledger
open_ledger(); open_ledger()
from django.conf import settings
from django.db import connection
from qingzhuang.store.ledger.queries import documents
with connection.cursor() as cursor:
    pragmas = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
print(len(documents()), *pragmas, str(settings.SECRET_KEY))
"""


def _start(folder: Path) -> "subprocess.Popen[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QZ_", "DJANGO_"))}
    environment |= {"QZ_HOME": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-c", _OPEN],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_three_processes_that_start_together_agree(tmp_path: Path) -> None:
    folder = tmp_path / "新" / "家"
    started = [_start(folder) for _ in range(3)]
    answers = [process.communicate(timeout=60) for process in started]
    assert [error for _, error in answers] == ["", "", ""]
    assert len({output for output, _ in answers}) == 1
    count, journal, synchronous, key = answers[0][0].split()
    assert (count, journal, synchronous) == ("0", "wal", "2")
    assert len(key) > 40
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.postgresql
def test_all_promises_hold_on_postgresql() -> None:
    """The tests that touch the database once more, on PostgreSQL: the server that QZ_TEST_POSTGRESQL_URL names, else one
    started from Debian's package."""
    url = os.environ.get("QZ_TEST_POSTGRESQL_URL")
    if url:
        _run_on(url)
    elif binaries() is None:
        pytest.skip("needs Debian's package postgresql, or QZ_TEST_POSTGRESQL_URL")
    else:
        with tempfile.TemporaryDirectory(prefix="qz-pg-") as folder, server(Path(folder)) as started:
            _run_on(started)


def _run_on(url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *_ON_BOTH, "-m", "not postgresql and not e2e", "-p", "no:xdist"],
        cwd=ROOT,
        env={**os.environ, "QZ_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
