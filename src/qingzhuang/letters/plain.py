"""The letter as plain text, to be pasted into an answer."""

from collections.abc import Iterator

from qingzhuang.language import gettext as _
from qingzhuang.letters.slip import Slip

INDENT = "　　"


def as_text(letter: Slip) -> str:
    """Return the whole letter; a person fills in who signs, and the day."""
    return "\n".join(_lines(letter)) + "\n"


def _lines(letter: Slip) -> Iterator[str]:
    yield from (letter.title, "", letter.salutation, INDENT + letter.opening)
    for section in letter.sections:
        yield from (INDENT + section.heading, INDENT + section.lead)
        for number, point in enumerate(section.points, 1):
            yield f"{INDENT}{number}．{point.what}"
            yield from (INDENT + said for said in (point.law, point.known, point.way) if said)
    yield from (INDENT + said for said in letter.closing)
    yield from ("", *signature(), "")
    if letter.annex:
        yield _("附件：摘录")
    for each in letter.annex:
        marked = "".join(f"【{piece.text}】" if piece.marked else piece.text for piece in each.pieces)
        yield f"{each.where}：{marked}"


def signature() -> tuple[str, ...]:
    """Blanks that a person fills in."""
    return (_("（单位）　　　　　　　　"), _("　　　　年　　月　　日"), _("联系人：　　　　　电话："))
