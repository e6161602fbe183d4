"""National code lists that filled sheets use without printing them, by element."""

from collections.abc import Mapping
from functools import cache

from qingzhuang.law.code_tables import code_tables, tables_of
from qingzhuang.model.sheet import Scalar

_BY_PLACE = {
    "person.nation": "nation"
}  # its numbers are also written without a leading nought, and mean nothing else


@cache
def _numbered(element: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for table in tables_of(element):
        plain = table.codes if _BY_PLACE.get(element) == table.id else {}
        found |= {code.lstrip("0") or code: word for code, word in plain.items()}
        found |= {code: table.codes[code] for code in sorted(table.bare)}
    return found


def numbered(key: str) -> Mapping[str, str]:
    """Return what a bare number means for a slot key of any role; empty where no list applies."""
    return _numbered(key.rpartition("@")[2])


def word(table: str, value: Scalar) -> str | None:
    """The word of a code as it is printed, leading noughts and all; None for a code that the table has not, or that nobody vouches for."""
    found = code_tables().get(table)
    return found.word(str(value)) if found and value is not None else None
