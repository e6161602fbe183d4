"""Files that are read beside the pages: which ones are too slow for a page, and keeping them, sealed, until it is done."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from qingzhuang.intake.read import CONVERTED
from qingzhuang.intake.sniff import sniff
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.beside.converting import convert
from qingzhuang.store.beside.waiting import held_back, hold, let_go

SLOW_BYTES = 64 * 2**10  # a thousand rows of a list, a hundred pages of text: about a second


@dataclass(frozen=True, slots=True)
class Errand:
    """A file with its name and what was said of it."""

    file: str
    content: bytes
    said: Mapping[str, Any] = field(default_factory=dict)


def slow(file: str, content: bytes) -> bool:
    """Tell whether reading a file takes longer than somebody should wait for a page."""
    if len(content) > SLOW_BYTES:
        return True
    with suppress(ProblemError):
        return sniff(file, content) in CONVERTED and convert() is not None
    return False


def put_by(errand: Errand, now: datetime) -> str:
    """Keep an errand for a day and return its name. Raises OSError, OutOfReachError."""
    head = json.dumps({"file": errand.file, "said": dict(errand.said)}).encode()
    return hold(head + b"\n" + errand.content, now)


def taken_up(name: str) -> Errand:
    """Return an errand. Raises ProblemError QZ-W130 when it is gone, OSError, OutOfReachError."""
    kept = held_back(name)
    if kept is None:
        raise ProblemError(
            Problem("QZ-W130", "", _("放的那份文件只留一天，已经不在了。"), _("请重新放一份。"))
        )
    head, _line, content = kept.partition(b"\n")
    said = json.loads(head)
    return Errand(said["file"], content, said["said"])


def over(name: str) -> None:
    """Throw an errand away. Raises OSError, OutOfReachError."""
    let_go(name)
