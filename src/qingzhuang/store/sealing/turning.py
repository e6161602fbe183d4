"""Bringing all that is sealed under the key in use, a batch at a time, while people work.

What is done shows in the values themselves, so that it can be broken off at any moment and taken up again. Values that are
already under the key are passed over; a table is done when a walk through it finds none that is not."""

from collections.abc import Generator, Iterator, Sequence

from django.db import connection

from qingzhuang.store.sealing.cipher import IDENT, PREFIX, Cipher
from qingzhuang.store.sealing.columns import Column, Table, tables
from qingzhuang.store.sealing.ring import Ring, opened, ring
from qingzhuang.store.writing import one_writer

BATCH = 1_000

_Row = tuple[int, *tuple[str, ...]]


def turn(*, from_clear: bool = False) -> Iterator[int]:
    """Bring every value under the key in use; yield after each batch how many rows it held. `from_clear`: what is not
    sealed at all is sealed; else all is. Raises ProblemError QZ-L021 for a value whose key is not here, QZ-L022 for one that
    was changed."""
    for table in tables():
        while (yield from _walk(table, from_clear=from_clear)):
            pass


def used() -> dict[str, int]:
    """Return how many values each key has sealed."""
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        for table in tables():
            for column in table.columns:
                ident = f"substr({_quoted(column.name)}, {PREFIX - IDENT + 1}, {IDENT})"
                cursor.execute(
                    f"SELECT {ident}, COUNT(*) FROM {table.name} WHERE {_quoted(column.name)} <> '' GROUP BY {ident}"  # noqa: S608
                )
                for name, count in cursor.fetchall():
                    found[name] = found.get(name, 0) + count
    return found


def _walk(table: Table, *, from_clear: bool) -> Generator[int, None, bool]:
    """Go through a table once, batch by batch; return whether a row was turned."""
    last = 0
    while True:
        with one_writer():
            rows = _waiting(table, last)
            if rows:
                _turn(table, rows, ring(), from_clear=from_clear)
        if not rows:
            return last > 0
        last = rows[-1][0]
        yield len(rows)


def _waiting(table: Table, after: int) -> list[_Row]:
    """The next rows of which a value is not under the key in use."""
    current = ring().current
    names = [_quoted(each.name) for each in table.columns]
    where = " OR ".join(f"({name} <> '' AND substr({name}, 1, {PREFIX}) <> %s)" for name in names)
    statement = f"SELECT id, {', '.join(names)} FROM {table.name} WHERE id > %s AND ({where}) ORDER BY id LIMIT {BATCH}"  # noqa: S608
    prefixes = [_prefix(current, each) for each in table.columns]
    with connection.cursor() as cursor:
        cursor.execute(statement, [after, *prefixes])
        return list(cursor.fetchall())


def _turn(table: Table, rows: Sequence[_Row], keys: Ring, *, from_clear: bool) -> None:
    sets = ", ".join(f"{_quoted(each.name)} = %s" for each in table.columns)
    turned: list[tuple[str | int, ...]] = [
        (
            *(
                _turned(value, column, keys, from_clear)
                for value, column in zip(values, table.columns, strict=True)
            ),
            number,
        )
        for number, *values in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {table.name} SET {sets} WHERE id = %s", turned)  # noqa: S608


def _turned(value: str, column: Column, keys: Ring, from_clear: bool) -> str:
    if not value or value[:PREFIX] == _prefix(keys.current, column):
        return value
    clear = from_clear and not keys.knows(value)
    plain = column.plain(value) if clear else opened(value, column.bound)
    return (keys.current.mark if column.marked else keys.current.seal)(plain, column.bound)


def _prefix(cipher: Cipher, column: Column) -> str:
    return cipher.mark_prefix if column.marked else cipher.value_prefix


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
