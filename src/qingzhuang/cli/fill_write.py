"""Putting filled files into a folder: under safe names, whole or not at all, never over what was given."""

import os
import re
import secrets
from collections.abc import Iterable
from gettext import gettext as _
from pathlib import Path, PurePosixPath

from qingzhuang.cli.output import reason
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.flat import holds_sheets
from qingzhuang.pipeline.naming import clean

_OOXML_OF = {
    ".xls": ".xlsx",
    ".xlt": ".xlsx",
    ".et": ".xlsx",
    ".xlsb": ".xlsx",
    ".ods": ".xlsx",
    ".doc": ".docx",
    ".dot": ".docx",
    ".wps": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
    ".pdf": ".xlsx",
}


class Outputs:
    """One folder of filled files. Files given as input are never written over."""

    def __init__(self, folder: Path, inputs: Iterable[Path]) -> None:
        self._folder = folder
        self._inputs = {path.resolve() for path in inputs}
        self._taken: set[str] = set()

    def save(self, file: str, content: bytes) -> Path:
        """Write a filled file and return where. Its name is that of the template; a second template of the same name
        gets -2. What an earlier run wrote is replaced. Raises ProblemError QZ-F120 when the place is a given file and
        QZ-F121 when the folder cannot be written to; nothing is left half written."""
        path = self._folder / self._free_name(safe_name(file, content))
        if path.resolve() in self._inputs:
            raise ProblemError(_would_overwrite(str(path)))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
        except OSError as error:
            raise ProblemError(cannot_write(str(path), error)) from error
        return path

    def _free_name(self, name: str) -> str:
        pure = PurePosixPath(name)
        number, free = 1, name
        while free.casefold() in self._taken:
            number += 1
            free = f"{pure.stem}-{number}{pure.suffix}"
        self._taken.add(free.casefold())
        return free


def safe_name(file: str, content: bytes = b"") -> str:
    """Return a name that stays in its folder on every system. An old format that was filled as a new one gets the
    suffix of the new one."""
    pure = PurePosixPath(re.split(r"[\\/]", file)[-1].strip(" .") or "_")
    suffix = f".{clean(pure.suffix[1:])}" if pure.suffix else ""
    if content.startswith(b"PK"):
        suffix = _OOXML_OF.get(suffix.lower(), suffix)
        if suffix.lower() == ".xml":
            suffix = ".xlsx" if holds_sheets(content) else ".docx"
    return clean(pure.stem) + suffix


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the place and move into it, so that nobody ever sees half a file. Raises OSError."""
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _would_overwrite(where: str) -> Problem:
    return Problem(
        "QZ-F120",
        where,
        _("这里放着原来的文件，没有写，原文件没有动。"),
        _("请用 -o 换一个文件夹。"),
    )


def cannot_write(where: str, error: OSError) -> Problem:
    """Return the problem QZ-F121: a place that cannot be written to."""
    return Problem(
        "QZ-F121",
        where,
        _("写不进去（{reason}）。").format(reason=reason(error)),
        _("请看文件夹是否存在、能不能写、盘有没有满，或用 -o 换一个文件夹。"),
    )
