"""`qz read --teach`: a person corrects a reading once, for every later copy of that form."""

import hashlib
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

from qingzhuang.cli.output import say
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.doubting import doubts_of
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.intake.reissue import labels_of
from qingzhuang.intake.taught import Taught, TaughtTable, by_teaching, words_of
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Workbook
from qingzhuang.store.gate.lessons import keep, load, place_of


def teach(path: Path, convert: Converter | None, take: int | None = None) -> Form:
    """Write down how a file is read, to be corrected; where that was done already, take it over and return the form as it
    is read from now on. Raises ProblemError as reading does, QZ-R060, or QZ-R061 when what is said does not fit the file. `take` is the number of a doubt: its
    rival reading is written down and holds at once; QZ-F159 where there is no such doubt."""
    book = read_workbook(path.name, path.read_bytes(), converter=convert)
    form = form_of(book)
    place = place_of(_name(path, form))
    if take is not None:
        return _take(place, book, form, take)
    if not place.is_file():
        keep(place, Taught(form.title or path.stem, _as_read(form)), confirmed=False)
        say(_("读法写在 {place}，请改好再来一次；不改就没有用处。").format(place=place))
        return form
    lesson, _confirmed = load(place)
    lesson = replace(lesson, tables=tuple(_with_words(path.name, book, each) for each in lesson.tables))
    found = by_teaching(book, form, [lesson])
    if found is form:
        raise ProblemError(_does_not_fit(path.name, ""))
    keep(place, lesson, confirmed=True)
    say(_("记住了，以后同样的表都照 {place} 读。").format(place=place))
    return found


def _take(place: Path, book: Workbook, form: Form, take: int) -> Form:
    doubts = doubts_of(book, form)
    if take > len(doubts):
        raise ProblemError(_no_such_doubt(book.file, take, len(doubts)))
    lesson = doubts[take - 1].lesson
    keep(place, lesson, confirmed=True)
    say(_("记住了，以后同样的表都照 {place} 读。").format(place=place))
    return by_teaching(book, form, [lesson])


def _no_such_doubt(file: str, take: int, count: int) -> Problem:
    return Problem(
        "QZ-F159",
        file,
        _("没有第 {take} 处拿不准的地方，一共 {count} 处。").format(take=take, count=count),
        _("请先 qz read 这个文件 --format text 看号码。"),
    )


def _name(path: Path, form: Form) -> str:
    """A name for people, and what the machine reads, so that two files called 附件1 do not meet."""
    labels = "\n".join(sorted(labels_of(form))) or path.stem
    return f"{path.stem[:40]}-{hashlib.sha256(labels.encode()).hexdigest()[:8]}"


def _as_read(form: Form) -> tuple[TaughtTable, ...]:
    return tuple(
        TaughtTable(table.sheet, table.header_rows, table.data_start_row, table.data_end_row)
        for table in form.tables
    )


def _with_words(file: str, book: Workbook, table: TaughtTable) -> TaughtTable:
    sheet = next((each for each in book.sheets if each.name == table.sheet), None)
    if sheet is None:
        raise ProblemError(_does_not_fit(file, table.sheet))
    words = words_of(sheet, table.header_rows) if table.header_rows else ()
    if table.header_rows and len(words) < 2:
        raise ProblemError(_does_not_fit(file, table.sheet))
    return replace(table, words=words)


def _does_not_fit(file: str, sheet: str) -> Problem:
    return Problem(
        "QZ-R061",
        f"{file} {sheet}".strip(),
        _("写下的读法和这个文件对不上，没有记住。"),
        _("请核对工作表名、表头行号和名称所在的格。"),
    )
