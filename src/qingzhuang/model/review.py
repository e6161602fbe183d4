"""What people said of pairs of items of which the rules cannot tell whether they are one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qingzhuang.model.verdict import ItemContext


class Reply(StrEnum):
    """What a person says of two items, read from the first to the second."""

    SAME = "same"
    HOLDS = "holds"  # the first is the wider one
    HELD = "held"  # the second is the wider one
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # looked at it and cannot say
    REPEATED = "repeated"  # two columns of one form that ask one thing
    APART = "apart"  # two columns of one form that look alike and are two things

    @property
    def of_one_form(self) -> bool:
        """Tell whether it is about two columns of one form."""
        return self in (Reply.REPEATED, Reply.APART)

    @property
    def turned(self) -> "Reply":
        """The same with the items swapped."""
        return _TURNED.get(self, self)


_TURNED = {Reply.HOLDS: Reply.HELD, Reply.HELD: Reply.HOLDS}


@dataclass(frozen=True, slots=True)
class Said:
    """One reply of one person: `who` as printed, `by` what tells persons apart, `source` the office that it was brought
    from (empty: said here)."""

    a: ItemContext
    b: ItemContext
    reply: Reply
    who: str
    by: str
    at: datetime
    source: str = ""
    number: int = 0
