"""After a test in a real browser the tables are emptied; the guard of the ledger is lifted for that and put back."""

from typing import Any

from django.core.management import call_command
from django.db import connection
from django.test import testcases

from qingzhuang.store.guard import APPEND_ONLY, guard


def _call(name: str, *args: Any, **options: Any) -> Any:
    if name != "flush":
        return call_command(name, *args, **options)
    with connection.cursor() as cursor:
        for table in APPEND_ONLY:
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            for event in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{on}")
    done = call_command(name, *args, **options)
    with connection.schema_editor() as editor:
        guard(editor)
    return done


def lift_guard_for_flush() -> None:
    """Let tests that commit be cleared away."""
    testcases.call_command = _call  # type: ignore[attr-defined]
