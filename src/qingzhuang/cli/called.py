"""How a subject is called before people: its name and what tells it from namesakes, never a whole number of a person,
never the key by which the ledger keeps it."""

import re
from gettext import gettext as _

from qingzhuang.answer.subjects import marks_of
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

_LONG_NUMBER = re.compile(r"[0-9]{7,}[0-9Xx]|[0-9]{3,4}-[0-9]{7,8}")


def masked(text: str, *, full: bool = False) -> str:
    """Return a text in which long numbers keep their last four places."""
    return text if full else _LONG_NUMBER.sub(lambda found: "*" * (len(found[0]) - 4) + found[0][-4:], text)


def called(subject: Subject, *, full: bool = False) -> str:
    """Name a subject without spelling out its number: namesakes differ in the last four places."""
    if not subject.key and not subject.name:
        return _("填报单位")
    tail = tail_of(subject, full=full)
    if not subject.name:
        return f"…{tail}" if tail else _("没有名称的一件事")
    return f"{subject.name}（{tail}）" if tail else subject.name


def tail_of(subject: Subject, *, full: bool = False) -> str:
    """Return what stands in brackets behind a name: marks of somebody known by name only, else the end of the number;
    empty where the name says it all."""
    if subject.kind is SubjectKind.EVENT or subject.key == subject.name:
        return ""
    marks = masked(marks_of(subject), full=full)
    return marks or (subject.key if full else subject.key[-4:])
