"""What was replaced leaves no trace in the database's files: they are written anew."""

from time import monotonic, sleep

from django.db import connection

from qingzhuang.store.sealing.columns import tables

_PATIENCE_SECONDS = 20.0


def wipe() -> bool:
    """Write the files anew, the log of writes too; tells whether nothing old can be left. Does nothing within a
    transaction."""
    if connection.in_atomic_block:
        return False
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in tables():
                cursor.execute(f"VACUUM (FULL) {table.name}")
            cursor.execute("CHECKPOINT")
            return True
        cursor.execute("VACUUM")
        return _emptied_log()


def _emptied_log() -> bool:
    """Somebody who reads holds the log back for a moment."""
    until = monotonic() + _PATIENCE_SECONDS
    while True:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = bool(cursor.fetchone()[0])
        if not busy or monotonic() > until:
            return not busy
        sleep(0.2)
