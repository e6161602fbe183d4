"""Many new facts at once: one prepared statement, no model machinery for each row."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from django.db import connection, models

from qingzhuang.store.models import FactRow
from qingzhuang.store.sealing.fields import SealedField

_PREPARED = (models.DateField, models.DateTimeField)


def add_facts(rows: Sequence[FactRow]) -> None:
    """Insert the rows. They do not learn their numbers: what must refer to them is to be saved otherwise."""
    if not rows:
        return
    columns = [each for each in FactRow._meta.concrete_fields if not each.primary_key]
    quote = connection.ops.quote_name
    names = ", ".join(quote(each.column or each.name) for each in columns)
    marks = ", ".join(["%s"] * len(columns))
    statement = f"INSERT INTO {quote(FactRow._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(_values(rows, columns)))


def _values(
    rows: Sequence[FactRow], columns: Sequence["models.Field[Any, Any]"]
) -> Iterator[tuple[Any, ...]]:
    readers = [(each.attname, _preparing(each)) for each in columns]
    for row in rows:
        yield tuple(read(getattr(row, name)) for name, read in readers)


def _preparing(column: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    """Days and times become what the database keeps, the same ones come again and again; what is sealed is sealed."""
    if isinstance(column, SealedField):
        return column.sealed_now()
    if not isinstance(column, _PREPARED):
        return lambda value: value

    @cache
    def prepared(value: Any) -> Any:
        return column.get_db_prep_save(value, connection)

    return prepared
