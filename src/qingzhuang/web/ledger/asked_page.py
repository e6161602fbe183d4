"""Questions before a sheet is kept: is somebody known by name only one whom the ledger has already."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.answer.draft import Draft
from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.sifting import Sifted
from qingzhuang.pipeline.telling_apart import Marks, Maybe
from qingzhuang.web.ledger.shown import covered, name_of, tail_of, value_words

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
        by_number = {_pick(known, numbers): known for known in each.known}
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
    choices = tuple(
        (_pick(each, numbers), _is(each, marks)) for each, marks in zip(maybe.known, maybe.marks, strict=True)
    )
    other = _other(who, held=maybe.held)
    return Asked(_field(who), name_of(who), _("，").join(words), (*choices, (OTHER, other)))


def _pick(known: Subject, numbers: Mapping[Subject, int]) -> str:
    """What is sent when somebody is chosen: their number; a household that the ledger knows only by its head has none yet."""
    number = numbers.get(known)
    return f"h{hashlib.sha256(known.key.encode()).hexdigest()[:16]}" if number is None else str(number)


def _other(who: Subject, *, held: bool) -> str:
    if who.kind is SubjectKind.HOUSEHOLD:
        return _("都不是，还记在账里只有名字的那户") if held else _("是另一户，账里还没有")
    return _("都不是，还记在账里只有名字的那位") if held else _("是另一位，账里还没有")


def _is(known: Subject, marks: Marks) -> str:
    tail = tail_of(known)
    number = tail.isalnum() and tail.isascii()
    if known.kind is SubjectKind.HOUSEHOLD:
        words = _("就是尾号 {tail} 那户") if number else _("就是账里的那户（{tail}）")
        plainly = _("就是账里的那户")
    else:
        words = _("就是尾号 {tail} 那位") if number else _("就是账里的那位（{tail}）")
        plainly = _("就是账里的那位")
    told = _("，").join(_told(marks))
    said = words.format(tail=tail) if tail else plainly
    return _("{who}（{marks}）").format(who=said, marks=told) if told else said


def _told(marks: Marks) -> Iterator[str]:
    if marks.born:
        yield _("{year} 年生").format(year=marks.born)
    if marks.group:
        yield covered(marks.group)
    if marks.members:
        yield _("{n} 口人").format(n=marks.members)


def _field(who: Subject) -> str:
    return f"who-{hashlib.sha256(f'{who.kind}{who.key}'.encode()).hexdigest()[:16]}"
