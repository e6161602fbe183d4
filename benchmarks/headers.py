"""Which rows of a table are header, data and footer, on the 200 annotated tables of the troy collection (HPI Strudel, Apache-2.0),
beside three simple readings. The tables are English, without merges or looks. Half of them, by the hash of their names, are the
development half: only its failures are looked at (`--show N`). Then the header rows of twelve real forms with looks
(`forms/expected.yaml`), where bold type and the first row stand beside.

    python -m benchmarks.headers [../shared/corpus] [--show N]
"""

import argparse
import gzip
import hashlib
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from qingzhuang.intake.layout.read_sheet import tables_of
from qingzhuang.intake.read import read_form
from qingzhuang.model.sheet import Cell, Sheet

FILE = "headerbench/HPI-Information-Systems+Strudel__troy.jl.gz"
CLASSES = ("header", "data", "footer")
_TOLD = {"header": "header", "data": "data", "derived": "data", "group": "data", "notes": "footer"}
Rows = dict[int, str]


@dataclass(frozen=True)
class Truth:
    """A table as a sheet, what each of its rows is, and whether it may be looked at."""

    sheet: Sheet
    rows: Rows
    development: bool


def tables(root: Path) -> Iterator[Truth]:
    """Yield the tables; rows of titles and blank ones are of no class."""
    with gzip.open(root / FILE, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            cells = {
                (row, column): Cell(row, column, text, text)
                for row, texts in enumerate(record["table_array"], 1)
                for column, text in enumerate(texts, 1)
                if text.strip()
            }
            told = enumerate(record["line_annotation"], 1)
            name = str(record["table_id"])
            half = hashlib.sha256(name.encode()).digest()[0] % 2 == 0
            yield Truth(Sheet(name, cells), {row: _TOLD[kind] for row, kind in told if kind in _TOLD}, half)


def ours(sheet: Sheet) -> Rows:
    """What is read: the rows of headers, the body with its totals, and free text below the last table."""
    found: Rows = {}
    filled = sorted({row for row, _ in sheet.cells})
    last = 0
    for table in tables_of(sheet):
        if table.header_rows is None or table.data_start_row is None:
            continue
        first, bottom = table.header_rows
        stop = min(table.footer_rows, default=filled[-1] + 1) - 1
        end = max([table.data_end_row or stop, *table.total_rows])
        found |= dict.fromkeys((row for row in filled if bottom < row <= end), "data")
        found |= dict.fromkeys(range(first, bottom + 1), "header")
        last = max(last, end)
    return found | dict.fromkeys((row for row in filled if last and row > last), "footer")


def first_row(sheet: Sheet) -> Rows:
    """The first row that is not blank is the header, all below it data."""
    first, *rest = sorted({row for row, _ in sheet.cells})
    return {first: "header"} | dict.fromkeys(rest, "data")


def first_full_row(sheet: Sheet) -> Rows:
    """The first row with two cells is the header, lone cells at the end are the footer, all else below is data."""
    counts: dict[int, int] = defaultdict(int)
    for row, _ in sheet.cells:
        counts[row] += 1
    rows = sorted(counts)
    first = next((row for row in rows if counts[row] > 1), rows[0])
    last = max((row for row in rows if counts[row] > 1), default=first)
    names = ((row, "header" if row == first else "data" if row <= last else "footer") for row in rows)
    return {row: name for row, name in names if row >= first}


READINGS: dict[str, Callable[[Sheet], Rows]] = {
    "qingzhuang": ours,
    "first row that is not blank": first_row,
    "first row of two cells": first_full_row,
}


def score(truths: list[Truth], reading: Callable[[Sheet], Rows]) -> tuple[int, dict[str, float]]:
    """Return how many tables have exactly the right header rows, and F1 of rows by class."""
    exact, hits, total = 0, dict.fromkeys(CLASSES, 0), dict.fromkeys(CLASSES, 0)
    for truth in truths:
        found = reading(truth.sheet)
        for name in CLASSES:
            mine, true = ({row for row, kind in rows.items() if kind == name} for rows in (found, truth.rows))
            hits[name] += 2 * len(mine & true)
            total[name] += len(mine) + len(true)
            exact += name == "header" and mine == true
    return exact, {name: hits[name] / max(total[name], 1) for name in CLASSES}


def main() -> None:
    """Print both halves, then the twelve forms."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared" / "corpus")
    parser.add_argument("--show", type=int, default=0, help="failures of the development half")
    wanted = parser.parse_args()
    every = list(tables(wanted.root))
    for name, development in (("development half", True), ("half that is not looked at", False)):
        truths = [each for each in every if each.development is development]
        print(f"{name}: {len(truths)} tables")
        for title, reading in READINGS.items():
            exact, f1 = score(truths, reading)
            marks = "  ".join(f"{each} {f1[each]:.3f}" for each in CLASSES)
            print(f"  {title:28} exact headers {exact:3}  F1: {marks}")
    for truth in [each for each in every if each.development][: 10_000 if wanted.show else 0]:
        _show(truth, wanted)
    print(
        "header rows of twelve real forms: "
        + "  ".join(f"{name} {f1:.3f}" for name, f1 in _forms(wanted.root))
    )


def _show(truth: Truth, wanted: argparse.Namespace) -> None:
    found = ours(truth.sheet)
    mine, true = (
        sorted(row for row, kind in rows.items() if kind == "header") for rows in (found, truth.rows)
    )
    if mine == true or wanted.show <= 0:
        return
    wanted.show -= 1
    print(f"--- {truth.sheet.name}: found {mine}, is {true}")
    for row in sorted({row for row, _ in truth.sheet.cells})[: max([*mine, *true, 0]) + 3]:
        texts = [cell.text[:16] for (at, _), cell in sorted(truth.sheet.cells.items()) if at == row]
        print(f"{row:4} {truth.rows.get(row, ''):7} {texts[:9]}")


def _forms(root: Path) -> Iterator[tuple[str, float]]:
    forms: list[dict[str, Any]] = yaml.safe_load((root / "forms" / "expected.yaml").read_text("utf-8"))[
        "forms"
    ]
    marks: dict[str, list[int]] = {
        "qingzhuang": [0, 0],
        "openpyxl, bold rows": [0, 0],
        "first row that is not blank": [0, 0],
    }
    for form in forms:
        blocks = form.get("blocks") or ([form] if "header_rows" in form else [])
        true = {
            row for block in blocks for row in range(block["header_rows"][0], block["header_rows"][1] + 1)
        }
        content = (root / form["file"]).read_bytes()
        read = read_form(form["file"], content).tables
        first = read[0].sheet
        mine = {
            row
            for table in read
            if table.header_rows and table.sheet == first
            for row in range(table.header_rows[0], table.header_rows[1] + 1)
        }
        page = openpyxl.load_workbook(io.BytesIO(content))[first]
        rows = [[cell for cell in row if cell.value is not None] for row in page.iter_rows()]
        bold = {row[0].row for row in rows if len(row) > 1 and all(cell.font.b for cell in row)}
        top = {next(row[0].row for row in rows if row)}
        for name, found in zip(marks, (mine, bold, top), strict=True):
            marks[name][0] += 2 * len(found & true)
            marks[name][1] += len(found) + len(true)
    yield from ((name, hits / max(total, 1)) for name, (hits, total) in marks.items())


if __name__ == "__main__":
    main()
