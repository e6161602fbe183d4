"""Header detection on the 200 annotated tables of the troy collection (HPI Strudel, Apache-2.0), against two trivial
baselines: row 1, and the first row with two cells. The tables are English, without merges or styles. A development
set: its failures were looked at.

    python benchmarks/headers.py [../shared/corpus]
"""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.model.sheet import Cell, Sheet

FILE = "headerbench/HPI-Information-Systems+Strudel__troy.jl.gz"


def tables(root: Path) -> Iterator[tuple[Sheet, set[int]]]:
    """Yield each table as a sheet, and the rows in which it has header cells."""
    with gzip.open(root / FILE, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            cells = {
                (row, column): Cell(row, column, text, text)
                for row, texts in enumerate(record["table_array"], 1)
                for column, text in enumerate(texts, 1)
                if text.strip()
            }
            header = {row for row, kind in enumerate(record["line_annotation"], 1) if kind == "header"}
            yield Sheet(record["table_id"], cells), header


def found_rows(sheet: Sheet) -> set[int]:
    """The header rows that are read."""
    rows = (table.header_rows for table in tables_of(sheet) if table.header_rows)
    return {row for first, last in rows for row in range(first, last + 1)}


def first_full_row(sheet: Sheet) -> int:
    """The first row with at least two cells: a baseline that skips the title."""
    rows = [row for row, _ in sheet.cells]
    return next((row for row in sorted(set(rows)) if rows.count(row) > 1), 1)


def main() -> None:
    """Print exact tables and row F1 of both."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "corpus"
    pairs = [(found_rows(sheet), truth) for sheet, truth in tables(root)]
    baseline = [({1}, truth) for _, truth in pairs]
    fuller = [({first_full_row(sheet)}, truth) for sheet, truth in tables(root)]
    for name, results in (("qingzhuang", pairs), ("row 1", baseline), ("first row of two cells", fuller)):
        exact = sum(found == truth for found, truth in results)
        hits = sum(len(found & truth) for found, truth in results)
        total = sum(len(found) + len(truth) for found, truth in results)
        print(f"{name:24} exact {exact}/{len(results)}  F1 of rows {2 * hits / total:.3f}")


if __name__ == "__main__":
    main()
