"""A draft at the gate: its words and columns held against the law, its columns against what is known already."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from qingzhuang.intake.notices.read import read_notice
from qingzhuang.intake.problems import no_form
from qingzhuang.intake.read import read_form
from qingzhuang.intake.sniff import sniff
from qingzhuang.intake.taught import Taught
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.form import Form
from qingzhuang.model.gate import Screening, Standing
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.checking import Court, check_notice
from qingzhuang.pipeline.columns import Columns, columns_of
from qingzhuang.pipeline.elsewhere import Elsewhere
from qingzhuang.pipeline.form_checking import check_form
from qingzhuang.privacy.mask import mask
from qingzhuang.privacy.shown import plain

_SHEETS = (FileKind.XLSX, FileKind.XLS, FileKind.XLSB, FileKind.ODS, FileKind.XML_SHEETS)
_CALLED_SHEETS = (".xlsx", ".xlsm", ".xls", ".et")
_NOTHING = Columns((), 0, told=False)


@dataclass(frozen=True, slots=True)
class Around:
    """What a draft is held against: the law, the ledger, how many posts it goes to, the demands in force, the moment, how forms are
    to be read."""

    court: Court
    desk: Desk
    posts: int
    others: Elsewhere
    at: datetime
    lessons: tuple[Taught, ...] = ()


def screen(file: str, content: bytes, around: Around) -> Screening:
    """Read a draft form or notice. Raises ProblemError when nothing can be read, also for what is called a spreadsheet and
    holds no table that asks for something: it would look clean because nobody saw it."""
    kind = _kind(file, content)
    form, unread = _form(file, content, kind, around.lessons)
    if kind in _SHEETS and form is None:
        raise ProblemError(_unread(file, content))
    notice = None if kind in _SHEETS else check_notice(read_notice(file, content), around.court)
    columns = columns_of(form, around.desk, around.posts, around.others) if form and form.items else _NOTHING
    checked = check_form(form, around.court, around.at, _elsewhere(columns)) if form is not None else None
    said = [each for each in (notice, checked) if each is not None]
    return Screening(
        file=file,
        title=plain(next((each.title for each in said if each.title), "")).strip()
        or file.rpartition(".")[0]
        or file,
        findings=_findings(said),
        text=next((mask(each.text) for each in said if each.text), ""),
        columns=columns.columns,
        records=columns.records,
        told=columns.told,
        problems=(*_problems(form, said), *unread, *((columns.unclear,) if columns.unclear else ())),
    )


def _kind(file: str, content: bytes) -> FileKind | None:
    """What office file it is, None for texts and all that only `read_notice` can judge. Raises ProblemError for what is called
    a spreadsheet and is none."""
    if file.lower().endswith(_CALLED_SHEETS):
        return sniff(file, content)
    with suppress(ProblemError):
        return sniff(file, content)
    return None


def _unread(file: str, content: bytes) -> Problem:
    """Why a spreadsheet asks for nothing. Raises ProblemError when it cannot even be opened."""
    form = read_form(file, content)
    return next((each for each in form.problems if each.severity is Severity.ERROR), no_form(file))


def _form(
    file: str, content: bytes, kind: FileKind | None, lessons: tuple[Taught, ...]
) -> tuple[Form | None, tuple[Problem, ...]]:
    """The form in a file, if there is one. A letter as PDF is judged without its tables, and that they were not read is said."""
    if kind is None:
        return None, ()
    try:
        form = read_form(file, content, lessons=lessons)
    except ProblemError as error:
        doubt = replace(error.problem, severity=Severity.DOUBT)
        return None, (doubt,) if kind is FileKind.PDF else ()
    return (form, ()) if form.items else (None, ())


def _elsewhere(columns: Columns) -> dict[str, str]:
    """What another demand brings, by place. A name says whom a row is about; it is not asked for its own sake."""
    brought = (each for each in columns.columns if each.standing is Standing.REPEATED and not each.names)
    return {each.place: each.source for each in brought}


def _findings(said: Sequence[Checked]) -> tuple[Finding, ...]:
    """Those that point into the text first, in its order; then those of columns; questions last, where nothing firmer was
    found by the same rule."""
    listed = [each for checked in said for each in checked.findings]
    firm = {each.code for each in listed if each.gravity is not Gravity.ASK}
    found = [each for each in listed if each.gravity is not Gravity.ASK]
    found += [each for each in listed if each.gravity is Gravity.ASK and each.code not in firm]
    return tuple(
        replace(each, text=mask(each.text)) for each in sorted(found, key=lambda one: one.start is None)
    )


def _problems(form: Form | None, said: Sequence[Checked]) -> list[Problem]:
    found = [problem for each in said for problem in each.problems]
    found += [each for each in form.problems if each.severity is not Severity.NOTE] if form else []
    return list(dict.fromkeys(found))
