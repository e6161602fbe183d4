"""How subjects and values of the ledger read: numbers of persons keep four signs at the end, unless a purpose was given."""

import hashlib
import re
from datetime import date, datetime

from qingzhuang.answer.sameness import canonical
from qingzhuang.answer.subjects import marks_of
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.sheet import Scalar
from qingzhuang.privacy.shown import plain

KINDS = {
    SubjectKind.PERSON: later("人"),
    SubjectKind.HOUSEHOLD: later("户"),
    SubjectKind.PLACE: later("地点"),
    SubjectKind.ORGANISATION: later("单位"),
    SubjectKind.EVENT: later("事"),
}
PERSONAL = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
_LONG = re.compile(r"(?:\d[ \-.·_]?){10,}[\dXx]")
_SHORT = re.compile(r"\d{3,4}-\d{7,8}|\d{6,}[\dXx]")
_OPEN = 4


def covered(text: str, *, personal: bool = True) -> str:
    """A text whose long numbers keep their last four signs; of a person every number that is not a year or an amount."""
    found = _LONG.sub(_starred, plain(text))
    return _SHORT.sub(_starred, found) if personal else found


def _starred(found: re.Match[str]) -> str:
    signs = [at for at, sign in enumerate(found[0]) if sign.isalnum()]
    hidden = set(signs[:-_OPEN])
    return "".join("*" if at in hidden else sign for at, sign in enumerate(found[0]))


def value_words(value: Scalar, subject: Subject, element: str, *, whole: bool = False) -> str:
    """A value as the page shows it."""
    text = written(value)
    if whole:
        return plain(text)
    return covered(text, personal=subject.kind in PERSONAL or "@person." in element)


def written(value: Scalar) -> str:
    """A value in full."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def name_of(subject: Subject) -> str:
    """How a subject is called; a household by its head."""
    name = plain(subject.name) or _("没有名称的一件")
    return _("{name}户").format(name=name) if subject.kind is SubjectKind.HOUSEHOLD and subject.name else name


def tail_of(subject: Subject) -> str:
    """What tells a subject from its namesakes: the end of its number, or the marks of one known by name only."""
    if subject.kind is SubjectKind.EVENT or subject.key == subject.name:
        return ""
    marks = marks_of(subject)
    return covered(marks) if marks else plain(subject.key[-_OPEN:])


def source_words(fact: Fact) -> str:
    """Where a fact was learnt."""
    if fact.source.file:
        return plain(fact.source.file)
    return _("{who}当面问的").format(who=plain(fact.recorder))


def mark_of(value: Scalar) -> str:
    """A value's mark: forms carry it instead of the value."""
    return hashlib.sha256(repr(canonical(value)).encode()).hexdigest()[:16]
