"""Rows of a register to cases: what a cell says is a declared fact with its cell; what no cell says stays unknown."""

from collections.abc import Iterable
from dataclasses import replace

from qingzhuang.check.inventory.columns import kind_word
from qingzhuang.check.inventory.facts import FEATURES, READERS, denied, feature_cells
from qingzhuang.check.inventory.filings import Filings
from qingzhuang.check.inventory.overlap import with_overlaps
from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.values import day, yes_no
from qingzhuang.model.case import Case, CaseKind, Exemption, Known


def cases(rows: Iterable[Row], filings: Filings | None, places: tuple[str, ...] = ()) -> list[Case]:
    """The cases of a register, with what only shows among rows: overlaps, several groups for one task."""
    listed = list(rows)
    return with_overlaps(listed, [case_of(row, filings, places) for row in listed])


def case_of(row: Row, filings: Filings | None = None, places: tuple[str, ...] = ()) -> Case:
    """The case of one row."""
    kind = kind_word(row.text("kind")) or row.kind
    facts: dict[str, Known] = {}
    for fact, read in READERS.items():
        found = read(row)
        if found is not None:
            name, value = found
            facts[fact] = Known(value, where=row.cells.get(name, row.where))
    if "features" in facts:
        facts["features"] = replace(facts["features"], denied=denied(row), at=feature_cells(row))
    if filings is not None and kind is CaseKind.APP:
        facts["filing_status"] = filings.status(row)
    return Case(kind, row.text("name"), facts, None, places, _exemption(row))


def _exemption(row: Row) -> Exemption | None:
    event = row.text("exemption")
    if not event or yes_no(event) is False:
        return None
    return Exemption(
        event,
        frozenset(feature for _, feature, _words in FEATURES[:4]),
        day(row.values.get("exemption_until")),
    )
