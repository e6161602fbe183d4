"""Questions before a sheet is kept: is somebody known by name only one whom the ledger has already."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.answer.draft import Draft
from qingzhuang.language import gettext as _
from qingzhuang.match.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.sifting import Maybe, Sifted
from qingzhuang.web.ledger.shown import name_of, tail_of, value_words

OTHER = "other"
SINGLE = "single"
_FEW = 3  # so many are asked one by one, without a way to say it of all


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the field that brings the answer, who is meant, what the sheet says of them, whom they may be."""

    field: str
    name: str
    said: str
    choices: tuple[tuple[str, str], ...]


def asked_of(sifted: Sifted, numbers: Mapping[Subject, int]) -> tuple[Asked, ...]:
    """Lay out whom a person has to tell apart."""
    return tuple(_asked(each, sifted.found.drafts, numbers) for each in sifted.asked)


def singles(sifted: Sifted) -> int:
    """How many have one namesake only, where it pays to say it of all at once."""
    found = sum(len(each.known) == 1 for each in sifted.asked)
    return found if found > _FEW else 0


def answered(
    sifted: Sifted, sent: Mapping[str, str], numbers: Mapping[Subject, int]
) -> dict[Subject, Subject | None]:
    """Read what a person said; whom nothing was said of is not in it."""
    said: dict[Subject, Subject | None] = {}
    for each in sifted.asked:
        picked = sent.get(_field(each.who), "")
        by_number = {str(numbers[known]): known for known in each.known if known in numbers}
        if picked == OTHER:
            said[each.who] = None
        elif picked in by_number:
            said[each.who] = by_number[picked]
        elif not picked and SINGLE in sent and len(each.known) == 1:
            said[each.who] = each.known[0]
    return said


def _asked(maybe: Maybe, drafts: Sequence[Draft], numbers: Mapping[Subject, int]) -> Asked:
    who = maybe.who
    words = (
        _("{name}：{value}").format(
            name=element(each.element).name, value=value_words(each.value, who, each.element)
        )
        for each in drafts
        if each.subject == who
    )
    choices = tuple((str(numbers[each]), _is(each)) for each in maybe.known if each in numbers)
    return Asked(
        _field(who), name_of(who), _("，").join(words), (*choices, (OTHER, _("是另一位，账里还没有")))
    )


def _is(known: Subject) -> str:
    tail = tail_of(known)
    if tail.isalnum() and tail.isascii():
        return _("就是尾号 {tail} 那位").format(tail=tail)
    return _("就是账里的那位（{tail}）").format(tail=tail) if tail else _("就是账里的那位")


def _field(who: Subject) -> str:
    return f"who-{hashlib.sha256(who.key.encode()).hexdigest()[:16]}"
