"""Old office files turned into new ones by LibreOffice, where it is installed: one call for a whole batch, with a
profile of its own, in a temporary folder that is gone afterwards."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qingzhuang.intake.read import CONVERTED
from qingzhuang.intake.sniff import sniff
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.ooxml.settle import settled

PROGRAMS = ("soffice", "libreoffice")
TARGETS = {**CONVERTED, FileKind.XLS: FileKind.XLSX}
_MAY_BE_FOREIGN = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK")
_FIRST_SECONDS, _SECONDS_EACH = 90, 20
# Macros stay off and nothing that a document merely links to is fetched.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"\
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"\
 oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to convert; `file` is its name for people."""

    file: str
    content: bytes
    kind: FileKind


@dataclass(frozen=True, slots=True)
class LibreOffice:
    """Converts by calling `program`. A converter as intake and answer want it."""

    program: str

    def __call__(self, file: str, content: bytes, kind: FileKind) -> bytes:
        """Return the file as .docx or .xlsx. Raises ProblemError QZ-R032."""
        (result,) = self.convert_many([Source(file, content, kind)])
        if isinstance(result, Problem):
            raise ProblemError(result)
        return result

    def convert_many(self, sources: Sequence[Source]) -> list[bytes | Problem]:
        """Return, in the order given, each file converted or the problem QZ-R032 that kept it from being so."""
        with tempfile.TemporaryDirectory(prefix="qz-convert-") as name:
            folder = Path(name)
            names = laid_out(folder, sources)
            for target in dict.fromkeys(TARGETS.values()):  # one call for all documents, one for all sheets
                files = [
                    each
                    for each, source in zip(names, sources, strict=True)
                    if TARGETS.get(source.kind) is target
                ]
                if files:
                    run(
                        self._command(folder, files, target),
                        folder,
                        _FIRST_SECONDS + _SECONDS_EACH * len(files),
                    )
            return [_result(folder, *pair) for pair in zip(names, sources, strict=True)]

    def _command(self, folder: Path, files: Sequence[Path], target: FileKind) -> list[str]:
        return [
            self.program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            str(target),
            "--outdir",
            str(folder / "out"),
            *map(str, files),
        ]


class Batch:
    """Converts the files among some that need it together when the first of them is asked for: starting the program
    takes a hundred times as long as converting a page."""

    def __init__(self, office: LibreOffice, files: Sequence[Path]) -> None:
        self._office = office
        self._waiting = list(files)
        self._done: dict[bytes, bytes | Problem] = {}

    def __call__(self, file: str, content: bytes, kind: FileKind) -> bytes:
        """Return the file as .docx or .xlsx. Raises ProblemError QZ-R032."""
        if kind in CONVERTED and len(self._waiting) > 1:
            self._convert_waiting()
        found = self._done.get(content)
        if found is None:
            return self._office(file, content, kind)
        if isinstance(found, Problem):
            raise ProblemError(replace(found, where=file))
        return found

    def _convert_waiting(self) -> None:
        sources = [source for path in self._waiting if (source := _foreign(path))]
        self._waiting = []
        results = self._office.convert_many(sources)
        self._done = {source.content: result for source, result in zip(sources, results, strict=True)}


def _foreign(path: Path) -> Source | None:
    """The file as a source when only another program reads it; its content tells, not its name."""
    try:
        with path.open("rb") as stream:
            if not stream.read(8).startswith(_MAY_BE_FOREIGN):
                return None
        content = path.read_bytes()
        kind = sniff(path.name, content)
    except (OSError, ProblemError):
        return None
    return Source(path.name, content, kind) if kind in CONVERTED else None


def converter(files: Sequence[Path] = ()) -> Batch | None:
    """Return the converter of this machine, None where LibreOffice is not installed. Of `files`, which need not be old
    ones, it converts all that need it in one call."""
    found = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    return None if found is None else Batch(LibreOffice(found), files)


def laid_out(folder: Path, sources: Sequence[Source]) -> list[Path]:
    """Write the sources into a folder under numbers, with a profile where macros stay off: their own names may not suit a
    command line, or be the same."""
    _set_up(folder)
    names = [folder / "in" / f"{number}{source.kind.suffix}" for number, source in enumerate(sources)]
    for name, source in zip(names, sources, strict=True):
        name.write_bytes(source.content)
    return names


def _set_up(folder: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    (folder / "in").mkdir()


def arranged(folder: Path, content: bytes, kind: FileKind) -> Path:
    """Lay one file out in a folder with a profile where macros stay off, and return its place."""
    (place,) = laid_out(folder, [Source("", content, kind)])
    return place


def run(command: Sequence[str], folder: Path, seconds: int) -> None:
    """Run in a process group of its own, so that a hung program goes with all its children."""
    environment = {**os.environ, "HOME": str(folder)}
    with subprocess.Popen(  # noqa: S603 - the program was found by name, the files are our own numbers
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _result(folder: Path, name: Path, source: Source) -> bytes | Problem:
    target = TARGETS.get(source.kind)
    made = folder / "out" / f"{name.stem}.{target}"
    if target is not None and made.is_file():
        return settled(made.read_bytes())
    return Problem(
        "QZ-R032",
        source.file,
        _("LibreOffice 没能转换这份旧格式文件。"),
        _("请用 WPS 或 Office 打开后另存为 .docx 或 .xlsx；打不开就请发表单位重发。"),
    )
