"""The database itself keeps the ledger's promise: rows are added, never changed or removed.

Triggers hold against queryset.update(), bulk operations and raw SQL alike, whoever connects. A migration that rebuilds
a guarded table must call `guard` again: SQLite drops a table's triggers with the table (a test watches this).

One way out is left, for what the law wants deleted: a row that a licence names (`rights_licence`), which only an erasure
that two persons agreed on gives. The trail has no such way.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APPEND_ONLY = (
    "ledger_fact",
    "ledger_document",
    "ledger_withdrawal",
    "ledger_same",
    "ledger_decision",
    "ledger_placed",
    "audit_trail",
)
FOR_GOOD = ("audit_trail", "ledger_document")
MESSAGE = "ledger rows are never changed or removed: add a row"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$
"""
_LICENSED = """SELECT 1 FROM rights_licence WHERE "table" = '{table}' AND "row" = OLD.id"""
_FUNCTION_LICENSED = f"""
CREATE OR REPLACE FUNCTION {{table}}_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF EXISTS ({_LICENSED}) THEN RETURN OLD; END IF;
RAISE EXCEPTION '{MESSAGE}';
END $$
"""


def guard(editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on all guarded tables that are there, also where some stand already."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_FUNCTION)
    present = set(editor.connection.introspection.table_names())
    licensing = "rights_licence" in present
    for table in (each for each in APPEND_ONLY if each in present):
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            editor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(editor, table)}")
            editor.execute(_trigger(editor, name, event, table, licensing))


def _on(editor: BaseDatabaseSchemaEditor, table: str) -> str:
    return f" ON {table}" if editor.connection.vendor == "postgresql" else ""


def _trigger(editor: BaseDatabaseSchemaEditor, name: str, event: str, table: str, licensing: bool) -> str:
    head = f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
    open_ = licensing and event == "DELETE" and table not in FOR_GOOD
    if editor.connection.vendor == "postgresql":
        if open_:
            editor.execute(_FUNCTION_LICENSED.format(table=table))
        return f"{head} FOR EACH ROW EXECUTE FUNCTION {table if open_ else 'ledger'}_refuse()"
    unless = f" WHEN NOT EXISTS ({_LICENSED.format(table=table)})" if open_ else ""
    return f"{head}{unless} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
