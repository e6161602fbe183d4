"""The database itself keeps the ledger's promise: rows are added, never changed or removed.

Triggers hold against queryset.update(), bulk operations and raw SQL alike, whoever connects. One change alone passes: while
a key of `ledger_key` is not whole, a sealed column may turn from another key (or none) to that one; every other column
stays as it was. And one way out is left, for what the law wants deleted: a row that a licence names (`rights_licence`),
which only an erasure that two persons agreed on gives; the trail and the list of documents have no such way. A migration
that rebuilds a guarded table must call `guard` again: SQLite drops a table's triggers with the table (a test watches this).
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APPEND_ONLY = (
    "ledger_fact",
    "ledger_document",
    "ledger_withdrawal",
    "ledger_reopened",
    "ledger_same",
    "ledger_decision",
    "ledger_placed",
    "audit_trail",
    "board_month",
    "match_said",
)
SEALED = {
    "ledger_fact": ("told", "lineage", "recorder"),
    "ledger_document": ("file", "lineage", "recorder"),
    "ledger_withdrawal": ("reason", "recorder"),
    "ledger_same": ("recorder",),
    "ledger_decision": ("reason", "recorder"),
    "ledger_placed": ("recorder",),
    "audit_trail": ("thing", "purpose", "detail", "salt"),
    "board_month": ("content",),
    "match_said": ("a", "b", "recorder", "by"),
}
KEYS = "ledger_key"
FOR_GOOD = ("audit_trail", "ledger_document")
MESSAGE = "ledger rows are never changed or removed: add a row"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$
"""
_TURNING = """
CREATE OR REPLACE FUNCTION ledger_only_turn() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE was jsonb := to_jsonb(OLD); now jsonb := to_jsonb(NEW); name text;
BEGIN
  FOREACH name IN ARRAY TG_ARGV LOOP
    IF was ->> name <> '' AND substr(was ->> name, 3, 6) <> substr(now ->> name, 3, 6) AND EXISTS (
      SELECT 1 FROM ledger_key WHERE ident = substr(now ->> name, 3, 6) AND NOT whole AND NOT given_up)
    THEN was := was - name; now := now - name; END IF;
  END LOOP;
  IF was <> now THEN RAISE EXCEPTION 'REFUSED'; END IF;
  RETURN NEW;
END $$
""".replace("REFUSED", MESSAGE)
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
    present = set(editor.connection.introspection.table_names())
    if editor.connection.vendor == "postgresql":
        editor.execute(_FUNCTION)
        editor.execute(_TURNING)
    licensing = "rights_licence" in present
    for table in (each for each in APPEND_ONLY if each in present):
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            editor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(editor, table)}")
            if event == "UPDATE" and KEYS in present and table in SEALED:
                editor.execute(_turning(editor, name, table))
            elif event == "DELETE" and licensing and table not in FOR_GOOD:
                _license(editor, name, table)
            else:
                editor.execute(_refusing(editor, name, event, table))


def _on(editor: BaseDatabaseSchemaEditor, table: str) -> str:
    return f" ON {table}" if editor.connection.vendor == "postgresql" else ""


def _refusing(editor: BaseDatabaseSchemaEditor, name: str, event: str, table: str) -> str:
    head = f"CREATE TRIGGER {name} BEFORE {event} ON {table}"
    if editor.connection.vendor == "postgresql":
        return f"{head} FOR EACH ROW EXECUTE FUNCTION ledger_refuse()"
    return f"{head} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"


def _turning(editor: BaseDatabaseSchemaEditor, name: str, table: str) -> str:
    """Refuse every change but the turn of a sealed column to a key that is not whole yet."""
    head = f"CREATE TRIGGER {name} BEFORE UPDATE ON {table}"
    sealed = SEALED[table]
    if editor.connection.vendor == "postgresql":
        words = ", ".join(f"'{each}'" for each in sealed)
        return f"{head} FOR EACH ROW EXECUTE FUNCTION ledger_only_turn({words})"
    with editor.connection.cursor() as cursor:
        found = editor.connection.introspection.get_table_description(cursor, table)
    allowed = [_turn(each.name) if each.name in sealed else _same(each.name) for each in found]
    return f"{head} WHEN NOT ({' AND '.join(allowed)}) BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"


def _same(column: str) -> str:
    return f'NEW."{column}" IS OLD."{column}"'


def _turn(column: str) -> str:
    was, now = (f'substr({row}."{column}", 3, 6)' for row in ("OLD", "NEW"))
    key = f"EXISTS (SELECT 1 FROM {KEYS} WHERE ident = {now} AND NOT whole AND NOT given_up)"  # noqa: S608
    return f"({_same(column)} OR (OLD.\"{column}\" <> '' AND {was} <> {now} AND {key}))"


def _license(editor: BaseDatabaseSchemaEditor, name: str, table: str) -> None:
    """Refuse to remove every row that no licence names."""
    head = f"CREATE TRIGGER {name} BEFORE DELETE ON {table}"
    if editor.connection.vendor == "postgresql":
        editor.execute(_FUNCTION_LICENSED.format(table=table))
        editor.execute(f"{head} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()")
        return
    unless = f"WHEN NOT EXISTS ({_LICENSED.format(table=table)})"
    editor.execute(f"{head} {unless} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END")
