"""How a county reads its forms, to be carried to another: a zip of the YAML files that `qz read --teach` writes and takes."""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime

import yaml

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.gate.lessons import from_text
from qingzhuang.store.gate.teaching import top_of
from qingzhuang.store.models import TaughtRow

MOST_FILES, MOST_BYTES = 500, 256 * 1024
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A form whose reading was settled, and when; `text` is its YAML."""

    form: str
    at: datetime
    text: str
    mark: str


def settled(unit: Unit) -> tuple[Lesson, ...]:
    """Return how a unit's county reads its forms, the latest first."""
    rows = TaughtRow.objects.filter(top=top_of(unit), ended_at=None).order_by("-pk")
    return tuple(
        Lesson(from_text(row.content)[0].title, row.taught_at, row.content, row.fingerprint) for row in rows
    )


def packed(lessons: tuple[Lesson, ...]) -> bytes:
    """Return lessons as a zip, the same for the same lessons."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(lessons, key=lambda one: one.mark):
            name = re.sub(r'[\\/:*?"<>|\s\x00-\x1f]', "", each.form)[:40] or "form"
            archive.writestr(zipfile.ZipInfo(f"{name}-{each.mark[:8]}.yaml", _LONG_AGO), each.text)
    return kept.getvalue()


def unpacked(name: str, content: bytes) -> tuple[str, ...]:
    """Return the YAML texts of a zip, or of a file that is one. Raises ProblemError QZ-W191 for anything else, for too many or too
    large ones, and for YAML that refers to itself or is no lesson."""
    texts = _files(name, content)
    for text in texts:
        _require_lesson(name, text)
    if not texts:
        raise ProblemError(_no_lessons(name))
    return tuple(texts)


def _files(name: str, content: bytes) -> list[str]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return [_text(name, content)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [each for each in archive.infolist() if each.filename.lower().endswith((".yaml", ".yml"))]
            if len(found) > MOST_FILES or any(each.file_size > MOST_BYTES for each in found):
                raise ProblemError(_no_lessons(name))
            return [_text(name, archive.read(each)) for each in found]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise ProblemError(_no_lessons(name)) from error


def _text(name: str, content: bytes) -> str:
    try:
        if len(content) > MOST_BYTES:
            raise ProblemError(_no_lessons(name))
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError(_no_lessons(name)) from error


def _require_lesson(name: str, text: str) -> None:
    try:
        if any(isinstance(each, yaml.AliasToken) for each in yaml.scan(text)):
            raise ProblemError(_no_lessons(name))
        from_text(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ProblemError(_no_lessons(name)) from error


def _no_lessons(name: str) -> Problem:
    return Problem(
        "QZ-W191", name, _("这不是一份读法，没有收。"),
        _("要这里下载的 zip，或 qz read --teach 写出的 yaml。"),
    )  # fmt: skip
