"""A reworded notice as a file: Word as official letters are set, or plain text."""

import re

from qingzhuang.letters.paper import FULL, Paper
from qingzhuang.pipeline.rewording import Reworded

_DAY = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_LONGEST_OFFICE = 30
_BYTE_ORDER_MARK = "\ufeff"  # so that the old Notepad of an office shows it rightly


def notice_docx(reworded: Reworded) -> bytes:
    """Return the bytes of a Word document."""
    paper = Paper(FULL, reworded.title)
    if reworded.title:
        paper.title(_printable(reworded.title))
        paper.say("")
    lines = [_printable(line).strip() for line in reworded.lines]
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else ""
        paper.say(line, indent=not line.endswith(("：", ":")), right=_signs(line, below))
    return paper.content()


def notice_text(reworded: Reworded) -> bytes:
    """Return the bytes of a plain text."""
    lines = (*((reworded.title, "") if reworded.title else ()), *reworded.lines)
    return (_BYTE_ORDER_MARK + "\r\n".join(lines) + "\r\n").encode()


def _signs(line: str, below: str) -> bool:
    """Tell whether a line is the day under a notice, or the office above it."""
    office = 0 < len(line) <= _LONGEST_OFFICE and line[-1] not in "。：；！？:"
    return bool(_DAY.fullmatch(line)) or (office and bool(_DAY.fullmatch(below)))


def _printable(text: str) -> str:
    """What XML cannot hold is left out."""
    return "".join(each for each in text if each >= " " or each == "\t")
