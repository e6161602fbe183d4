"""From a file to what was found in it: what it is by content, then its reader, then the rules."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from pathlib import Path

from qingzhuang.answer.fill import lost
from qingzhuang.check.group.same import Board
from qingzhuang.check.inventory.cases import cases
from qingzhuang.check.inventory.filings import Filings
from qingzhuang.cli.guard import attempt
from qingzhuang.intake.chats.lines import CHINA
from qingzhuang.intake.chats.members import members
from qingzhuang.intake.chats.read import HEAD, read_chat, shape_of
from qingzhuang.intake.chats.room import Room, read_room
from qingzhuang.intake.notices.read import read_notice
from qingzhuang.intake.read import form_of, read_workbook
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.case import Case, CaseKind
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.office.convert import converter
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, check_notice, check_register, filing_list
from qingzhuang.pipeline.clue_rows import clue_rows
from qingzhuang.pipeline.clues import check_clue
from qingzhuang.pipeline.groups import GroupRead, read_group
from qingzhuang.pipeline.registers import registers, registers_of

_SPREADSHEETS = (FileKind.XLSX, FileKind.XLS, FileKind.XLSB, FileKind.ODS, FileKind.CSV, FileKind.XML_SHEETS)
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0", b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00", b"{\\rtf")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How files are to be read: as what, as of which day, with which filing list."""

    matter: Matter | None = None
    day: date | None = None
    filings: Filings | None = None

    @property
    def sent(self) -> datetime | None:
        """When forms came, if a day was given: the beginning of office hours of that day."""
        return datetime.combine(self.day, time(8, 30), CHINA) if self.day else None


@dataclass(slots=True)
class Pile:
    """Forms, groups and lists of their members that wait for the others, forms each with its path, and what could not be read."""

    forms: list[Form] = field(default_factory=list[Form])
    paths: list[str] = field(default_factory=list[str])
    chats: list[GroupRead] = field(default_factory=list[GroupRead])
    groups: list[Case] = field(default_factory=list[Case])
    rooms: list[Room] = field(default_factory=list[Room])
    board: Board = field(default_factory=Board)
    problems: list[Problem] = field(default_factory=list[Problem])


def filings_from(path: Path) -> Filings:
    """The filing list in a spreadsheet. Raises ProblemError as reading does."""
    return filing_list(registers(path.name, path.read_bytes(), converter=converter([path])))


def check_file(path: Path, court: Court, wanted: Wanted, pile: Pile) -> Iterator[Checked]:
    """Yield what was found in one file; forms go onto the pile, to be checked together; a file that cannot be read adds
    a problem and yields nothing."""
    done = attempt(path.name, lambda: list(_checked(path, court, wanted, pile)))
    if isinstance(done, Problem):
        pile.problems.append(done)
    else:
        yield from (replace(each, path=str(path)) for each in done)


def _checked(path: Path, court: Court, wanted: Wanted, pile: Pile) -> Iterator[Checked]:
    """By content, whatever the suffix says."""
    kind = _kind(path)
    asked = wanted.matter
    if kind is None and asked in (None, Matter.CHAT) and _room(path, pile):
        return
    if asked is Matter.CHAT or (asked is None and kind is None and _is_chat(path)):
        _chat(path, court, pile)
        return
    kind = kind or _text_kind(path)
    if asked is Matter.CLUE:
        yield from _clues(path, kind, court, wanted, pile)
    else:
        if asked is not Matter.NOTICE and (kind is not None or asked is not None):
            tables = _tables(path, court, wanted, pile)
            yield from (
                _or_doubt(tables, pile) if kind is FileKind.PDF and asked is not Matter.FORM else tables
            )
        if asked is Matter.NOTICE or kind not in _SPREADSHEETS:
            notice = read_notice(path.name, path.read_bytes(), converter=converter([path]))
            yield check_notice(notice, court, wanted.day)


def _or_doubt(tables: Iterator[Checked], pile: Pile) -> Iterator[Checked]:
    """The tables of a PDF; a letter is checked without them, and that they were not read is said."""
    try:
        yield from tables
    except ProblemError as error:
        pile.problems.append(replace(error.problem, severity=Severity.DOUBT))


def _kind(path: Path) -> FileKind | None:
    """The kind of an office file; None for text, pages, pictures. Raises ProblemError for a broken one."""
    with path.open("rb") as stream:
        if not stream.read(8).startswith(_OFFICE):
            return None
    return sniff(path.name, path.read_bytes())


def _text_kind(path: Path) -> FileKind | None:
    """The kind of a text that holds a table, or a document of Office 2003; None for any other text and for pictures."""
    with suppress(ProblemError):
        return sniff("", path.read_bytes())  # prose called .csv is prose
    return None


def _room(path: Path, pile: Pile) -> bool:
    with path.open("rb") as stream:
        if not stream.read(HEAD).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
            return False
    room = read_room(path.name, path.read_bytes())
    if room is not None:
        pile.rooms.append(room)
    return room is not None


def _chat(path: Path, court: Court, pile: Pile) -> None:
    with path.open("rb") as stream:
        whole = stream.read(HEAD).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")
    listed = members(path.read_bytes()) if whole else ()
    with path.open("rb") as stream:
        messages = read_chat(path.name, stream)
        pile.chats.append(read_group(path.name, messages, court, pile.board, listed))


def _clues(path: Path, kind: FileKind | None, court: Court, wanted: Wanted, pile: Pile) -> Iterator[Checked]:
    """A spreadsheet lists one tip-off a row; any other file is one."""
    content, convert = path.read_bytes(), converter([path])
    if kind in _SPREADSHEETS:
        book = read_workbook(path.name, content, converter=convert)
        pile.problems += _broken(book)
        for where, text in clue_rows(form_of(book), book):
            yield check_clue(f"{path.name} {where}", text, court, wanted.day)
    else:
        text = read_notice(path.name, content, converter=convert).text
        yield check_clue(path.name, text, court, wanted.day)


def _tables(path: Path, court: Court, wanted: Wanted, pile: Pile) -> Iterator[Checked]:
    """The registers of a file; a file without one is a form and waits for the others."""
    book = read_workbook(path.name, path.read_bytes(), converter=converter([path]))
    form = form_of(book)
    found = registers_of(form, book) if wanted.matter is not Matter.FORM else ()
    for register in found:
        if register.kind is CaseKind.GROUP:
            pile.groups += cases(register.rows, None, court.places, court.setting.today)
    yield from (check_register(register, court, wanted.filings) for register in found)
    if form.kind in _SPREADSHEETS:
        pile.problems += _broken(book) if found else lost(form)
    if not found and form.items:
        pile.forms.append(form)
        pile.paths.append(str(path))


def _broken(book: Workbook) -> list[Problem]:
    return [each for each in book.problems if each.severity is Severity.ERROR]


def _is_chat(path: Path) -> bool:
    with path.open("rb") as stream:
        return shape_of(stream.read(HEAD)) is not None
