"""How long reading a form takes: the bytes of every spreadsheet of the corpus to what it asks, beside what others need for the cells
alone. CPU clock, tools take turns file by file in one process; each file is read once, which is told by itself (a folder of new
files), and then `--rounds` times, of which the best counts.

    python -m benchmarks.reading [../shared/corpus] [--rounds 3]

openpyxl full: cells, styles, merges, validations as objects. openpyxl read-only: values of all cells. calamine: raw values, no
looks, no merges, in Rust. Ours ("cells": the same facts as openpyxl full; "form": the layout read as well).
"""

import argparse
import io
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import openpyxl
from python_calamine import CalamineWorkbook

from qingzhuang.intake.read import read_form, read_workbook
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind

Tool = Callable[[str, bytes], object]


def full(_name: str, content: bytes) -> object:
    """openpyxl with everything."""
    return openpyxl.load_workbook(io.BytesIO(content))


def read_only(_name: str, content: bytes) -> object:
    """openpyxl, values only."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    values = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]
    book.close()
    return values


def calamine(_name: str, content: bytes) -> object:
    """calamine, values only."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


TOOLS: dict[str, Tool] = {  # the form goes first: its first time must be one
    "ours, form": read_form,
    "ours, cells": read_workbook,
    "openpyxl full": full,
    "openpyxl read-only": read_only,
    "calamine": calamine,
}


def kind_of(path: Path) -> FileKind | None:
    """What a file is, None for what nobody here compares."""
    try:
        kind = sniff(path.name, path.read_bytes())
    except ProblemError:
        return None
    return kind if kind in {FileKind.XLSX, FileKind.XLS} else None


def seconds(tool: Tool, name: str, content: bytes, rounds: int) -> tuple[float, float]:
    """CPU seconds of the first time in this process and of the best of some rounds more; raises whatever the tool raises."""
    first = _once(tool, name, content)
    return first, min(_once(tool, name, content) for _ in range(rounds))


def _once(tool: Tool, name: str, content: bytes) -> float:
    start = time.process_time()
    tool(name, content)
    return time.process_time() - start


def main() -> None:
    """Print sums by kind of file, and the files that are slowest for us."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).parents[2] / "shared" / "corpus")
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    files = [each for each in sorted((wanted.root / "forms").rglob("*")) if each.is_file()]
    for kind in (FileKind.XLSX, FileKind.XLS):
        names = [name for name in TOOLS if kind is FileKind.XLSX or "openpyxl" not in name]
        spent: dict[str, list[float]] = {name: [] for name in names}
        first: dict[str, float] = dict.fromkeys(names, 0.0)
        slow: list[tuple[float, str]] = []
        for path in (each for each in files if kind_of(each) is kind):
            content = path.read_bytes()
            try:
                took = {name: seconds(TOOLS[name], path.name, content, wanted.rounds) for name in names}
            except Exception as error:  # a peer cannot read it: nobody's time counts
                print(f"  left out, {type(error).__name__}: {path.name}")
                continue
            for name, (at_first, best) in took.items():
                first[name] += at_first
                spent[name].append(best)
            ours = took["ours, form"][1]
            slow.append((ours / took["calamine"][1], f"{path.name} {ours * 1000:.1f} ms"))
        _tell(kind, first, spent, slow)


def _tell(
    kind: FileKind, first: dict[str, float], spent: dict[str, list[float]], slow: list[tuple[float, str]]
) -> None:
    ours = sum(spent["ours, form"])
    print(f"{kind}: {len(spent['ours, form'])} files")
    for name, each in spent.items():
        median = sorted(each)[len(each) // 2] * 1000
        print(
            f"  {name:20} {sum(each) / len(each) * 1000:8.2f} ms a file, median {median:7.2f}, × ours {sum(each) / ours:6.2f}"
            f"; first time {first[name] / len(each) * 1000:.2f}"
        )
    for times, name in sorted(slow, reverse=True)[:3]:
        print(f"    slowest beside calamine: {times:.1f} × {name}")


if __name__ == "__main__":
    main()
