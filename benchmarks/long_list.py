"""100,000 rows × 40 columns poured into a styled template: CPU and peak memory, beside XlsxWriter's constant-memory mode
(which writes a new book without a template) and openpyxl's write-only mode. Each in a process of its own.

    python -m benchmarks.long_list [--rows N]
"""

import argparse
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind

SHEET, COLUMNS = "名册", 40
Record = dict[str, str | float]


def names() -> list[str]:
    return [f"第{column}项" for column in range(1, COLUMNS + 1)]


def records(count: int) -> Iterator[Record]:
    """Half words, half numbers, no two alike."""
    labels = names()
    for row in range(count):
        yield {
            label: f"户主{row}-{column}" if column % 2 else row * 0.25 + column
            for column, label in enumerate(labels)
        }


def template() -> bytes:
    """A title, a header, one blank row with borders, a note below."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    edge = book.add_format({"border": 1})
    sheet.merge_range(0, 0, 0, COLUMNS - 1, "人员名册", edge)
    sheet.write_row(1, 0, names(), edge)
    for column in range(COLUMNS):
        sheet.write_blank(2, column, None, edge)
    sheet.write(3, 0, "填表说明：如实填写。")
    book.close()
    return buffer.getvalue()


def form() -> Form:
    kinds = (ItemType.NUMBER, ItemType.TEXT)
    columns = tuple(
        Item((name,), Place(SHEET, 2, at), type=kinds[(at - 1) % 2]) for at, name in enumerate(names(), 1)
    )
    table = Table(
        SHEET, TableKind.LIST, header_rows=(2, 2), columns=columns, data_start_row=3, data_end_row=3
    )
    return Form("template.xlsx", FileKind.XLSX, None, (table,))


def ours(count: int, target: Path) -> None:
    from qingzhuang.answer.writers.xlsx.pour import pour

    target.write_bytes(pour("template.xlsx", template(), form(), records(count), count).content)


def xlsxwriter_constant(count: int, target: Path) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(str(target), {"constant_memory": True})
    sheet = book.add_worksheet(SHEET)
    sheet.write_row(0, 0, names())
    for down, record in enumerate(records(count), 1):
        sheet.write_row(down, 0, record.values())
    book.close()


def openpyxl_write_only(count: int, target: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append(names())
    for record in records(count):
        sheet.append(list(record.values()))
    book.save(target)


TOOLS = {
    "Qingzhuang, into a template": ours,
    "XlsxWriter, constant memory, no template": xlsxwriter_constant,
    "openpyxl, write only, no template": openpyxl_write_only,
}


def alone(name: str, count: int) -> None:
    """Run one tool and print what it took; checked by reading every value back."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.xlsx"
        start = time.process_time()
        TOOLS[name](count, target)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = target.stat().st_size / 2**20
        print(json.dumps([seconds, peak, size, right(target, count)]))


def right(target: Path, count: int) -> int:
    from python_calamine import CalamineWorkbook

    found = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    start = next(at for at, row in enumerate(found) if row[0] == "第1项") + 1
    return sum(
        one == two
        for got, want in zip(found[start:], records(count), strict=False)
        for one, two in zip(got, want.values(), strict=True)
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--alone", choices=TOOLS)
    given = options.parse_args()
    if given.alone:
        alone(given.alone, given.rows)
        return
    print(f"{given.rows} rows × {COLUMNS} columns\n")
    print("| tool | CPU s | peak MB | file MB | values right |\n|---|---|---|---|---|")
    for name in TOOLS:
        words = [sys.executable, "-m", "benchmarks.long_list", "--rows", str(given.rows), "--alone", name]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        seconds, peak, size, correct = json.loads(done.stdout)
        print(f"| {name} | {seconds:.1f} | {peak:.0f} | {size:.1f} | {correct} of {given.rows * COLUMNS} |")


if __name__ == "__main__":
    main()
