"""Filling an existing spreadsheet: CPU per file, parts lost, cells right. Ours, openpyxl (with Pillow) and xlsxtpl do the
same work in one run, taking turns; each caches the template as far as it can.

    python benchmarks/filling.py            # both scenarios
    python benchmarks/filling.py --quick    # 10 copies instead of 100
    python benchmarks/filling.py --render   # also draw ours and a reference with LibreOffice and compare the pictures
"""

import argparse
import gc
import io
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filling_template import COLUMNS, Sample, blank_list, one_row_list

from qingzhuang.answer.writers.xlsx import Template
from qingzhuang.model.answers import Answers

Value = str | int | float
Record = dict[str, Value]
TURN = 10
FEATURES = {
    "image": r"<a:blip ",
    "chart": r"<(?:c:)?ser>",
    "text box": r"txBox=\"1\"",
    "validation": r"<dataValidation ",
    "colour scale": r"<colorScale>",
    "sparkline": r":sparkline>",
    "print titles": r"_xlnm\.Print_Titles",
    "total formula": r"<f>SUM\(",
}


@dataclass
class Tool:
    """One way to fill: `start` takes the sample and returns the function that fills one copy."""

    name: str
    start: Callable[[Sample], Callable[[Sequence[Record]], bytes]]
    seconds: float = 0.0
    last: bytes = b""
    right: int = 0
    wanted: int = 0
    notes: list[str] = field(default_factory=list)


def ours(sample: Sample) -> Callable[[Sequence[Record]], bytes]:
    template = Template("template.xlsx", sample.content)

    def fill(records: Sequence[Record]) -> bytes:
        return template.fill(sample.form, Answers(tuple(records))).content

    return fill


def openpyxl_fill(sample: Sample) -> Callable[[Sequence[Record]], bytes]:
    """Loads each time: a workbook with pictures cannot be saved twice. Inserting rows is done as its users do it."""
    from openpyxl import load_workbook

    def fill(records: Sequence[Record]) -> bytes:
        book = load_workbook(io.BytesIO(sample.content))
        sheet = book.worksheets[0]
        first = sample.first
        missing = len(records) - sample.blank
        if missing > 0:
            sheet.insert_rows(first + sample.blank, missing)
        for down, record in enumerate(records):
            for right, name in enumerate(COLUMNS, 1):
                sheet.cell(first + down, right, record[name])
        return _saved(book.save)

    return fill


def xlsxtpl_fill(sample: Sample) -> Callable[[Sequence[Record]], bytes]:
    from xlsxtpl.writerx import BookWriter

    folder = tempfile.mkdtemp()
    path = Path(folder) / "template.xlsx"
    path.write_bytes(sample.marked)
    writer = BookWriter(str(path))

    def fill(records: Sequence[Record]) -> bytes:
        for sheet in list(writer.workbook.worksheets):
            writer.workbook.remove(sheet)
        writer.render_sheet({"rows": [[record[name] for name in COLUMNS] for record in records]}, "台账", 0)
        target = Path(folder) / "out.xlsx"
        writer.save(str(target))
        return target.read_bytes()

    return fill


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def race(tools: Sequence[Tool], sample: Sample, copies: int) -> None:
    """Let the tools take turns, ten copies at a time, on one thread's CPU clock; nobody pays for another's garbage."""
    fills = [(tool, tool.start(sample)) for tool in tools]
    for tool, fill in fills:
        fill(sample.records(0))
        tool.seconds = 0.0
    for first in range(0, copies, TURN):
        turn = [sample.records(number) for number in range(first, min(first + TURN, copies))]
        for tool, fill in fills:
            gc.collect()
            start = time.process_time()
            made = [fill(records) for records in turn]
            tool.seconds += time.process_time() - start
            for tool.last, records in zip(made, turn, strict=True):
                check(tool, sample, records)


def check(tool: Tool, sample: Sample, records: Sequence[Record]) -> None:
    """Read back with calamine: every cell, and the total as stored."""
    rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(tool.last))
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    found = [rows[sample.first - 1 + down][: len(COLUMNS)] for down in range(len(records))]
    wanted = [[record[name] for name in COLUMNS] for record in records]
    tool.wanted += len(records) * len(COLUMNS) + 1
    tool.right += sum(
        one == two
        for got, want in zip(found, wanted, strict=True)
        for one, two in zip(got, want, strict=True)
    )
    after = sample.first - 1 + max(len(records), sample.blank)
    total = rows[after][sample.amount - 1] if after < len(rows) else None
    tool.right += (
        isinstance(total, float) and abs(total - sum(float(row[sample.amount - 1]) for row in wanted)) < 1e-6
    )


def lost(tool: Tool, sample: Sample) -> list[str]:
    before, after = _text(sample.content), _text(tool.last)
    return [name for name, mark in FEATURES.items() if re.search(mark, before) and not re.search(mark, after)]


def identical(tool: Tool, sample: Sample) -> tuple[int, int]:
    before, after = _parts(sample.content), _parts(tool.last)
    return sum(after.get(name) == content for name, content in before.items()), len(before)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _text(content: bytes) -> str:
    parts = _parts(content)
    return "".join(part.decode() for name, part in parts.items() if name.endswith((".xml", ".rels")))


def report(title: str, tools: Sequence[Tool], sample: Sample, copies: int) -> None:
    print(f"\n{title}: {copies} copies × {sample.cells} cells\n")
    print("| tool | CPU ms per file | × ours | cells and totals right | lost | parts identical |")
    print("|---|---|---|---|---|---|")
    base = tools[0].seconds
    for tool in tools:
        same, parts = identical(tool, sample)
        print(
            f"| {tool.name} | {1000 * tool.seconds / copies:.2f} | {tool.seconds / base:.1f} | "
            f"{tool.right} of {tool.wanted} | {', '.join(lost(tool, sample)) or 'nothing'} | {same} of {parts} |"
        )


def draw(content: bytes, folder: Path, name: str) -> list[Path]:
    """Print a workbook to pictures with LibreOffice."""
    (folder / f"{name}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(folder / f"{name}.xlsx"),
        ],
        check=True,
        capture_output=True,
    )
    subprocess.run(
        ["pdftoppm", "-r", "60", "-png", str(folder / f"{name}.pdf"), str(folder / name)], check=True
    )
    return sorted(folder.glob(f"{name}-*.png"))


def compare_pictures(tool: Tool, reference: bytes, folder: Path, name: str) -> str:
    """How many pixels differ between ours and a workbook that was written whole with the same values."""
    from PIL import Image, ImageChops

    ones, twos = draw(tool.last, folder, f"ours-{name}"), draw(reference, folder, f"reference-{name}")
    if len(ones) != len(twos):
        return f"{len(ones)} pages against {len(twos)}"
    share = []
    for one, two in zip(ones, twos, strict=True):
        difference = ImageChops.difference(Image.open(one).convert("L"), Image.open(two).convert("L"))
        histogram = difference.histogram()
        share.append(100 * sum(histogram[32:]) / sum(histogram))
    return f"{len(ones)} pages, pixels that differ: " + ", ".join(f"{each:.3f} %" for each in share)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--render", action="store_true")
    options.add_argument("--keep", type=Path, help="folder for the pictures")
    given = options.parse_args()
    copies = 10 if given.quick else 100
    starts = (("Qingzhuang", ours), ("openpyxl + Pillow", openpyxl_fill), ("xlsxtpl", xlsxtpl_fill))
    for title, sample, peers in (
        ("Blank rows filled", blank_list(), starts),
        ("One blank row becomes 200", one_row_list(), starts[:2]),
    ):
        tools = [Tool(name, start) for name, start in peers]
        race(tools, sample, copies)
        report(title, tools, sample, copies)
        if given.render:
            with tempfile.TemporaryDirectory() as scratch:
                folder = given.keep or Path(scratch)
                print(
                    "\nLibreOffice:",
                    compare_pictures(tools[0], sample.reference(copies - 1), folder, str(sample.count)),
                )


if __name__ == "__main__":
    main()
