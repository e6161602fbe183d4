"""What somebody reads who has walked off with the database's files."""

from django.db import connection


def raw_bytes() -> bytes:
    """Return all that the database holds, as it lies on the disk; what is not committed yet too."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return bytes(cursor.connection.serialize())
        rows = b"".join(_rows(name) for name in connection.introspection.table_names())
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() != ("on",):
            return rows
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT c.relname, pg_read_binary_file(pg_relation_filepath(c.oid)) FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname IN ('public', 'pg_toast') AND c.relkind IN ('r', 'i', 't')"
        )
        files = [bytes(content) for _name, content in cursor.fetchall()]
        return b"".join(files) + rows


def _rows(table: str) -> bytes:
    """Rows as text too: on the disk long ones are packed."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table)} t")  # noqa: S608
        return "".join(row[0] for row in cursor.fetchall()).encode()
