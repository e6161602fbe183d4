"""`qz fill 检查表… --visit 填好的检查表`: what one visit saw, carried to the lists of other bureaus."""

from collections.abc import Iterable, Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

from qingzhuang.cli.fill_report import FileResult
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.cli.guard import attempt
from qingzhuang.cli.said import said_here
from qingzhuang.intake.read import form_of, read_form, read_workbook
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.office.convert import converter
from qingzhuang.pipeline.filling import fill_given
from qingzhuang.pipeline.same_visit import Carried, Visit, carry, visit_of

_MOST_NAMED = 5


def fill_visited(
    files: Iterable[Path], visits: Sequence[Path], outputs: Outputs, day: date
) -> list[FileResult]:
    """Fill each list with what the visits answer of it."""
    seen: list[Visit] = []
    results: list[FileResult] = []
    for path in visits:
        read = attempt(str(path), lambda: _visit(path))  # noqa: B023
        if isinstance(read, Problem):
            results.append(FileResult(str(path), None, problems=(read,)))
        else:
            seen.append(read)
    for file in files:
        done = attempt(str(file), lambda: _filled(file, seen, outputs, day))  # noqa: B023
        results.append(FileResult(str(file), None, problems=(done,)) if isinstance(done, Problem) else done)
    return results


def _visit(path: Path) -> Visit:
    book = read_workbook(path.name, load(path), converter=converter())
    return visit_of(form_of(book), book)


def _filled(file: Path, visits: Sequence[Visit], outputs: Outputs, day: date) -> FileResult:
    content = load(file)
    found = carry(visits, read_form(file.name, content, converter=converter()), day, said=said_here())
    problems = (*found.problems, *_said(file.name, found))
    if not found.told:
        return FileResult(str(file), None, problems=problems)
    filled = fill_given(file.name, content, found.answers, converter=converter())
    place = outputs.save(file.name, filled.content)
    return FileResult(str(file), str(place), len(filled.written), problems=(*problems, *filled.problems))


def _said(file: str, found: Carried) -> Iterable[Problem]:
    if found.told:
        pairs = "；".join(f"{mine} ← {theirs} {raw}" for mine, theirs, raw in found.told[:_MOST_NAMED])
        words = _("{total} 条里有 {told} 条那次已经看过，带过来了：{pairs}。").format(
            total=found.points, told=len(found.told), pairs=pairs
        )
        yield Problem("QZ-L183", file, words, _("请核对一遍，其余的去看了再填。"), Severity.NOTE)
    if found.doubts:
        pairs = "；".join(f"{each.asked} ~ {each.seen}（{each.why}）" for each in found.doubts[:_MOST_NAMED])
        words = _("{count} 对说不准是不是同一件事，没有带：{pairs}").format(
            count=len(found.doubts), pairs=pairs
        )
        yield Problem("QZ-L184", file, words, _("请用 qz match review 说一声，以后就会带。"), Severity.DOUBT)
