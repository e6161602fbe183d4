"""Which columns of the ledger are sealed, as its models say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from django.apps import apps

from qingzhuang.store.sealing.fields import MarkedField, SealedField


@dataclass(frozen=True, slots=True)
class Column:
    """One sealed column: `bound` is what its values are bound to, `marked` whether equal ones look alike, `plain` what makes
    bytes of a text in clear."""

    name: str
    bound: bytes
    marked: bool
    plain: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Table:
    """One table with its sealed columns."""

    name: str
    columns: tuple[Column, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Return all tables with sealed columns."""
    return tuple(_tables())


def _tables() -> Iterator[Table]:
    for model in apps.get_app_config("ledger").get_models():
        columns = tuple(
            Column(str(each.column), each.column_name, isinstance(each, MarkedField), each.plain)
            for each in model._meta.concrete_fields
            if isinstance(each, SealedField)
        )
        if columns:
            yield Table(model._meta.db_table, columns)
