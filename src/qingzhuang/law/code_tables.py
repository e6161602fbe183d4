"""Code tables of national and trade standards: what 01 is called in GB/T 3304. Codes of a table that nobody vouches for are left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

FILE = "code_tables.yaml"
SURE = ("certain", "recalled")


@dataclass(frozen=True, slots=True)
class CodeTable:
    """One table. `sure`: certain or recalled (then without codes that a program uses); `whole`: these are all of its codes at this depth;
    `closed`: whoever writes another word has slipped; `bare`: codes that mean their word in any form; `elements`: ids of the properties it classifies; `shape` of codes too many to list."""

    id: str
    standard: str
    name: str
    sure: str
    whole: bool = False
    closed: bool = False
    bare: frozenset[str] = frozenset()
    elements: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict[str, str])
    shape: str = ""

    def word(self, code: str) -> str | None:
        """The word of a code, None where the table gives none or nobody is certain."""
        return self.codes.get(code.strip().upper()) if self.sure == "certain" else None


@cache
def code_tables() -> Mapping[str, CodeTable]:
    """Every table by its id. Raises ValueError for an entry that is broken or there twice."""
    text = files("qingzhuang.law").joinpath(FILE).read_text(encoding="utf-8")
    return read_code_tables(text)


def read_code_tables(text: str) -> Mapping[str, CodeTable]:
    """Read the file. Raises ValueError for an id there twice, another degree of certainty, codes without it, a bare code without a word."""
    found: dict[str, CodeTable] = {}
    for entry in yaml.safe_load(text)["tables"]:
        table = _table(entry)
        if table.id in found:
            raise ValueError(f"{FILE}: {table.id} is there twice")
        if (
            table.sure not in SURE
            or (table.codes and table.sure != "certain")
            or table.bare - table.codes.keys()
        ):
            raise ValueError(f"{FILE}: {table.id}: nobody vouches for its codes")
        found[table.id] = table
    return found


def _table(entry: Mapping[str, Any]) -> CodeTable:
    return CodeTable(
        entry["id"],
        entry["standard"],
        entry["name"],
        entry["sure"],
        entry.get("whole", False),
        entry.get("closed", False),
        frozenset(entry.get("bare", ())),
        tuple(entry.get("elements", ())),
        dict(entry.get("codes", {})),
        entry.get("shape", ""),
    )


def tables_of(element: str) -> tuple[CodeTable, ...]:
    """The tables that classify a property, by its id."""
    return tuple(table for table in code_tables().values() if element in table.elements)
