"""Opening the ledger: set Django up, make the tables on first use, see to the keys."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import django
from django.apps import apps

from qingzhuang.store.files.place import chosen
from qingzhuang.store.home import home, make_home

_PATIENCE_SECONDS = 60
_POSTGRESQL_LOCK = 7_119_014_011  # any number that only this program takes


def open_ledger() -> None:
    """Make the ledger ready for commands and queries; safe to call often and from several processes at once.

    Raises OSError when the folder or the file of keys cannot be made, django.db.Error when the database cannot be reached,
    ProblemError QZ-L020 or QZ-L021 when the keys of the ledger are not here, QZ-L040 or QZ-L041 when the place of its files
    cannot be understood."""
    prepare()
    chosen()
    from django.db import connection

    if connection.vendor == "sqlite":
        make_home()
    if _behind():
        with _alone():
            _migrate()
    from qingzhuang.store.sealing.opening import settle, unsettled

    if unsettled():
        with _alone():
            settle()


def prepare() -> None:
    """Set Django up; the ledger is not looked at."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.store.settings")
    if not apps.ready:
        django.setup()


def _behind() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _migrate() -> None:
    from django.core.management import call_command

    if _behind():
        call_command("migrate", interactive=False, verbosity=0)


@contextmanager
def _alone() -> Iterator[None]:
    """Let one process migrate while the others wait. The lock dies with its process."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_POSTGRESQL_LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_POSTGRESQL_LOCK])
        return
    with closing(
        sqlite3.connect(home() / "setup.lock", timeout=_PATIENCE_SECONDS, isolation_level=None)
    ) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
