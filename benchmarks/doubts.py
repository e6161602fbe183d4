"""Close calls of readings: on the annotated tables of `benchmarks.headers`, how many of the wrongly read header rows were doubted with the
right rival, and how many rightly read tables were doubted; the half that is not looked at is told in counts alone. Then how many
forms of folders (`forms` of the corpus, others as given) carry a doubt.

    python -m benchmarks.doubts [../shared/corpus] [FOLDER …]
"""

import sys
from collections import Counter
from pathlib import Path

from benchmarks.headers import Truth, tables

from qingzhuang.intake.doubting import doubts_of
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.intake.taught import by_teaching
from qingzhuang.model.form import Form
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import FileKind, Workbook


def heads(form: Form, filled: set[int]) -> set[int]:
    """The header rows that hold words."""
    spans = [
        range(table.header_rows[0], table.header_rows[1] + 1) for table in form.tables if table.header_rows
    ]
    return {row for span in spans for row in span if row in filled}


def count(truths: list[Truth]) -> Counter[str]:
    """Count wrongly and rightly read tables, those doubted, those whose rival was right."""
    found: Counter[str] = Counter()
    for truth in truths:
        book = Workbook("表", FileKind.XLSX, (truth.sheet,))
        form, filled = form_of(book), {row for row, _ in truth.sheet.cells}
        true = {row for row, kind in truth.rows.items() if kind == "header"}
        doubts = doubts_of(book, form)
        right = heads(form, filled) == true
        rival = any(heads(by_teaching(book, form, [each.lesson]), filled) == true for each in doubts)
        kind = "right" if right else "wrong"
        found.update({kind: 1, f"{kind}, doubted": int(bool(doubts)), f"{kind}, rival right": int(rival)})
        for each in doubts:
            found[f"  {each.reason.name.lower()} on {kind}"] += 1
    return found


def main() -> None:
    """Print both halves, then the folders."""
    given = [Path(each) for each in sys.argv[1:]]
    root, *folders = given or [Path(__file__).parents[2] / "shared" / "corpus"]
    every = list(tables(root))
    for name, development in (("development half", True), ("half that is not looked at", False)):
        told = count([each for each in every if each.development is development])
        print(name, dict(sorted(told.items())))
    for folder in (root / "forms", *folders):
        read = doubted = 0
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            try:
                book = read_workbook(path.name, path.read_bytes())
            except ProblemError:
                continue
            read += 1
            doubted += bool(doubts_of(book, form_of(book)))
        print(f"{folder.name}: {doubted} of {read} files carry a doubt")


if __name__ == "__main__":
    main()
