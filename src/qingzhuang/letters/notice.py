"""A reworded notice as a file: Word as official letters are set, or plain text."""

from qingzhuang.letters.paper import FULL, Paper
from qingzhuang.pipeline.rewording import Reworded

_BYTE_ORDER_MARK = "\ufeff"  # so that the old Notepad of an office shows it rightly


def notice_docx(reworded: Reworded) -> bytes:
    """Return the bytes of a Word document."""
    paper = Paper(FULL, reworded.title)
    if reworded.title:
        paper.title(_printable(reworded.title))
        paper.say("")
    for line in reworded.lines:
        paper.say(_printable(line.strip()), indent=not line.strip().endswith(("：", ":")))
    return paper.content()


def notice_text(reworded: Reworded) -> bytes:
    """Return the bytes of a plain text."""
    lines = (*((reworded.title, "") if reworded.title else ()), *reworded.lines)
    return (_BYTE_ORDER_MARK + "\r\n".join(lines) + "\r\n").encode()


def _printable(text: str) -> str:
    """What XML cannot hold is left out."""
    return "".join(each for each in text if each >= " " or each == "\t")
