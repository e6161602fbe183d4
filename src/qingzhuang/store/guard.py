"""The database itself keeps the ledger's promise: rows are added, never changed or removed.

Triggers hold against queryset.update(), bulk operations and raw SQL alike, whoever connects. A migration that rebuilds
a guarded table must call `guard` again: SQLite drops a table's triggers with the table (a test watches this).
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APPEND_ONLY = (
    "ledger_fact",
    "ledger_document",
    "ledger_withdrawal",
    "ledger_same",
    "ledger_decision",
    "audit_trail",
    "board_month",
    "match_said",
)
MESSAGE = "ledger rows are never changed or removed: add a row"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$
"""


def guard(editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on all guarded tables that are there, also where some stand already."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_FUNCTION)
    present = set(editor.connection.introspection.table_names())
    for table in (each for each in APPEND_ONLY if each in present):
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            editor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(editor, table)}")
            editor.execute(_trigger(editor.connection.vendor, name, event, table))


def _on(editor: BaseDatabaseSchemaEditor, table: str) -> str:
    return f" ON {table}" if editor.connection.vendor == "postgresql" else ""


def _trigger(vendor: str, name: str, event: str, table: str) -> str:
    head = f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
    if vendor == "postgresql":
        return f"{head} FOR EACH ROW EXECUTE FUNCTION ledger_refuse()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
