"""Photographs from a folder for cards: named by ID number, or by a name that only one person in the ledger bears."""

from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.pictures import MOST_BYTES, Picture, read_picture
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.writers.docx.photos import paste
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.guard import attempt
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import FileKind

_SUFFIXES = (".jpg", ".jpeg", ".png")


def with_photos(
    folder: Path, plan: Plan, view: LedgerView, file: str, content: bytes
) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a filled card with its photograph, and what a person should know: there is none (QZ-R103), the file cannot
    hold it from here (QZ-R104), it is no photograph (QZ-R102)."""
    asked = [item for table in plan.form.tables for item in table.inputs if item.type is ItemType.PHOTO]
    if not asked or plan.card is None:
        return content, ()
    if not content.startswith(b"PK") or sniff(file, content) is not FileKind.DOCX:
        return content, (_by_hand(file),)
    found = _photo(folder, plan.card, view)
    if found is None:
        return content, (_none(file, plan.card),)
    picture = attempt(str(found), lambda: _read(found))
    if isinstance(picture, Problem):
        return content, (picture,)
    first = asked[0]  # one photograph of a person: a second box asks for another one
    filled = attempt(file, lambda: paste(file, content, plan.form, {first.key: picture}))
    if isinstance(filled, Problem):
        return content, (filled,)
    return filled.content, () if filled.written else (_by_hand(file),)


def _read(path: Path) -> Picture:
    if path.stat().st_size > MOST_BYTES:
        return read_picture(path.name, b"\0" * (MOST_BYTES + 1))
    return read_picture(path.name, load(path))


def _photo(folder: Path, whose: Subject, view: LedgerView) -> Path | None:
    """The one photograph that bears somebody's number, else the name where nobody else has it."""
    alone = sum(each.name == whose.name for each in view.of_kind(whose.kind)) == 1
    for stem in (whose.key, whose.name if alone else ""):
        fits = [path for path in _pictures(folder) if stem and path.stem == stem]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None


def _pictures(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES and path.is_file())


def _none(file: str, whose: Subject) -> Problem:
    return Problem(
        "QZ-R103",
        file,
        _("没有找到 {name} 的照片，照片那一格空着。").format(name=whose.name),
        _("请用身份证号给照片起名；同名的人不能用姓名起名，一人只放一张。"),
        Severity.NOTE,
    )


def _by_hand(file: str) -> Problem:
    return Problem(
        "QZ-R104",
        file,
        _("这张表的照片没有贴：表格文件和已经有内容的格子要自己贴。"),
        _("请打开表，把照片贴在照片那一格。"),
        Severity.NOTE,
    )
