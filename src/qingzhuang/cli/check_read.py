"""From a file to what was found in it: what it is by content, then its reader, then the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qingzhuang.check.inventory.filings import Filings
from qingzhuang.cli.convert import converter
from qingzhuang.intake.chats.read import HEAD, read_chat, shape_of
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.notices.read import read_notice
from qingzhuang.intake.problems import unexpected, unreadable
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, check_chat, check_notice, check_register, filing_list
from qingzhuang.pipeline.registers import registers

_SPREADSHEETS = (".xlsx", ".xlsm", ".xltx", ".xls", ".et")
_CHATS = (".txt", ".csv", ".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How files are to be read: as what, as of which day, with which filing list."""

    matter: Matter | None = None
    day: date | None = None
    filings: Filings | None = None


def filings_from(path: Path) -> Filings:
    """The filing list in a spreadsheet. Raises ProblemError as reading does."""
    return filing_list(registers(path.name, path.read_bytes(), converter=converter([path])))


def check_file(path: Path, court: Court, wanted: Wanted, problems: list[Problem]) -> Iterator[Checked]:
    """Yield what was found in one file, sheet by sheet; a file that cannot be read adds a problem and yields nothing."""
    try:
        yield from _checked(path, court, wanted)
    except ProblemError as error:
        problems.append(error.problem)
    except OSError as error:
        problems.append(unreadable(path.name, error.strerror or str(error)))
    except Exception as error:  # the outermost boundary: one odd file must not stop the folder
        problems.append(unexpected(path.name, type(error).__name__))


def _checked(path: Path, court: Court, wanted: Wanted) -> Iterator[Checked]:
    suffix = path.suffix.lower()
    if wanted.matter is Matter.CHAT or (wanted.matter is None and suffix in _CHATS and _is_chat(path)):
        with path.open("rb") as stream:
            yield check_chat(path.name, read_chat(path.name, stream), court)
        return
    content = path.read_bytes()
    convert = converter([path])
    if suffix in _SPREADSHEETS or wanted.matter in (Matter.REGISTER, Matter.FORM):
        yield from _sheets(path.name, content, convert, court, wanted)
        return
    yield check_notice(read_notice(path.name, content, converter=convert), court, wanted.day)


def _sheets(
    file: str, content: bytes, convert: Converter | None, court: Court, wanted: Wanted
) -> Iterator[Checked]:
    for register in registers(file, content, converter=convert):
        yield check_register(register, court, wanted.filings)


def _is_chat(path: Path) -> bool:
    with path.open("rb") as stream:
        return shape_of(stream.read(HEAD)) is not None
