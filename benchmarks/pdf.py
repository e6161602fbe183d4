"""The same form as the office file and as its PDF: which share of its items is read identically. LibreOffice prints the forms of the made
township and, beside them, those of a folder; pdfplumber's `extract_table`, its first row taken for the header, is the peer: of its
labels, which are the innermost of an item.

    python -m benchmarks.pdf [FOLDER …]
"""

import io
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pdfplumber

from qingzhuang.demo.make import FORMS, make_township
from qingzhuang.intake.layout.text import level
from qingzhuang.intake.read import read_form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import Source
from qingzhuang.office.printing import print_many

_KINDS = {".xlsx": FileKind.XLSX, ".xls": FileKind.XLS, ".docx": FileKind.DOCX, ".doc": FileKind.DOC}
_BATCH = 20


def ours(name: str, pdf: bytes) -> list[str]:
    """Items of a PDF as we read it."""
    return [item.key for item in read_form(name, pdf).items]


def ours_innermost(name: str, pdf: bytes) -> list[str]:
    """The innermost labels of items of a PDF as we read it."""
    return [item.label for item in read_form(name, pdf).items]


def plumber(_name: str, pdf: bytes) -> list[str]:
    """The first row of the largest table of each page."""
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        found = [page.extract_table() for page in book.pages]
    return [level(text) for rows in found if rows for text in rows[0] if text]


def printed(paths: Iterable[Path]) -> list[tuple[Path, bytes]]:
    """Each file with its PDF; those that are no forms or do not print are left out."""
    waiting = list(paths)
    done: list[tuple[Path, bytes]] = []
    for at in range(0, len(waiting), _BATCH):
        part = waiting[at : at + _BATCH]
        sources = [Source(each.name, each.read_bytes(), _KINDS[each.suffix]) for each in part]
        results = print_many(sources)
        done += [(path, pdf) for path, pdf in zip(part, results, strict=True) if not isinstance(pdf, Problem)]
    return done


def compare(title: str, pairs: list[tuple[Path, bytes]]) -> None:
    """Print shares of items and, for ours, of forms read wholly alike."""
    forms = []
    for path, pdf in pairs:
        try:
            form = read_form(path.name, path.read_bytes())
        except ProblemError:
            continue
        if form.items:
            forms.append((path, pdf, form))
    print(f"{title}: {len(forms)} forms")
    innermost = [[item.label for item in form.items] for _path, _pdf, form in forms]
    whole = [[item.key for item in form.items] for _path, _pdf, form in forms]
    rows: tuple[tuple[str, Callable[[str, bytes], list[str]], list[list[str]]], ...] = (
        ("qingzhuang, whole paths", ours, whole),
        ("qingzhuang, innermost labels", ours_innermost, innermost),
        ("pdfplumber, first row, innermost labels", plumber, innermost),
    )
    for name, read, wanted in rows:
        _row(name, read, [(f"{path.stem}.pdf", pdf) for path, pdf, _form in forms], wanted)


def _row(
    name: str,
    read: Callable[[str, bytes], list[str]],
    files: list[tuple[str, bytes]],
    wanted: list[list[str]],
) -> None:
    same = mine = total = alike = 0
    before = _cpu()
    for (file, pdf), labels in zip(files, wanted, strict=True):
        try:
            found = Counter(read(file, pdf))
        except ProblemError:
            found = Counter()
        true = Counter(labels)
        same += (found & true).total()
        mine += found.total()
        total += true.total()
        alike += found == true
    cpu = (_cpu() - before) * 1000 / max(len(files), 1)
    print(
        f"  {name:40} found {same / max(total, 1):.3f}  of what it gave right {same / max(mine, 1):.3f}"
        f"  forms wholly alike {alike:3}  {cpu:6.0f} ms CPU a form"
    )


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def main() -> None:
    """Print the made township, then the folders given."""
    with tempfile.TemporaryDirectory() as name:
        make_township(Path(name))
        compare("made township", printed(_files(Path(name) / FORMS)))
    for folder in map(Path, sys.argv[1:]):
        compare(folder.name, printed(_files(folder)))


def _files(folder: Path) -> list[Path]:
    return [
        each for each in sorted(folder.rglob("*")) if each.suffix in _KINDS and each.stat().st_size < 400_000
    ]


if __name__ == "__main__":
    main()
