"""Rows of a register to cases: what a cell says is a declared fact with its cell; what no cell says stays unknown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from qingzhuang.check.inventory.columns import kind_word
from qingzhuang.check.inventory.facts import READERS
from qingzhuang.check.inventory.features import FEATURES, denied, feature_cells
from qingzhuang.check.inventory.filings import Filings
from qingzhuang.check.inventory.overlap import with_overlaps
from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.stage import Stage, stage
from qingzhuang.check.inventory.values import day, yes_no
from qingzhuang.model.case import Case, CaseKind, Doubt, Exemption, Known


def cases(
    rows: Iterable[Row], filings: Filings | None, places: tuple[str, ...] = (), today: date | None = None
) -> list[Case]:
    """The cases of a register, with what only shows among rows in use: overlaps, several groups for one task."""
    listed = list(rows)
    made = [case_of(row, filings, places, today) for row in listed]
    running = [index for index, row in enumerate(listed) if stage(row, today) is Stage.RUNNING]
    told = with_overlaps([listed[index] for index in running], [made[index] for index in running])
    for index, case in zip(running, told, strict=True):
        made[index] = case
    return made


def kind_of(row: Row) -> CaseKind:
    """What one row is: as its own column says, else as the register does."""
    return kind_word(row.text("kind")) or row.kind


def case_of(
    row: Row, filings: Filings | None = None, places: tuple[str, ...] = (), today: date | None = None
) -> Case:
    """The case of one row."""
    kind = kind_of(row)
    facts: dict[str, Known] = {}
    for fact, read in READERS.items():
        found = read(row)
        if found is not None:
            name, value = found
            said = row.said(name)
            facts[fact] = Known(value, where=row.cells.get(name, row.where), notes=(said,) if said else ())
    if "features" in facts:
        facts["features"] = replace(facts["features"], denied=denied(row), at=feature_cells(row), notes=())
    doubts: dict[str, Doubt] = {}
    if filings is not None and kind is CaseKind.APP:
        facts.pop("filing_status", None)
        match filings.status(row):
            case Known() as known:
                facts["filing_status"] = known
            case Doubt() as doubt:
                doubts["filing_status"] = doubt
    told = stage(row, today)
    kept = {name: known for name, known in facts.items() if told.asks(name)}
    return Case(
        kind,
        row.text("name"),
        kept,
        None,
        places,
        _exemption(row),
        unclear=_unclear(row, kind, kept, told) | doubts,
    )


def _unclear(row: Row, kind: CaseKind, facts: Mapping[str, Known], told: Stage) -> dict[str, Doubt]:
    """What a column was to tell and did not: a blank filing number, a bare yes to 纳入考核."""
    found: dict[str, Doubt] = {}
    if told is not Stage.RUNNING:
        return found
    if kind is CaseKind.APP and "filing_no" in row.cells and "filing_status" not in facts:
        found["filing_status"] = Doubt(row.cells["filing_no"], row.said("filing_no"))
    if yes_no(row.text("assessed") or "?") and "metric_used_in_assessment" not in facts:
        found["metric_used_in_assessment"] = Doubt(row.cells.get("assessed", row.where), row.said("assessed"))
    return found


def _exemption(row: Row) -> Exemption | None:
    event = row.text("exemption")
    if not event or yes_no(event) is False:
        return None
    return Exemption(
        event,
        frozenset(feature for _, feature, _words in FEATURES[:4]),
        day(row.values.get("exemption_until")),
    )
