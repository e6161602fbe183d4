"""An answer to a check point as it was written, and the same answer in the words of another list.

A yes may be literal (是 to 灭火器是否过期) or mean that all is well (合格). The one follows from the other only where it is known
which side of the point is good; a tick may be either.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.match.checklist.decide import Verdicted
from qingzhuang.match.checklist.point import Reading
from qingzhuang.match.checklist.words import Words, shipped
from qingzhuang.model.verdict import Verdict

_LITERAL = {"是": True, "有": True, "否": False, "无": False, "没有": False, "不是": False}
_JUDGED = {
    "合格": True, "符合": True, "正常": True, "达标": True, "好": True,
    "不合格": False, "不符合": False, "不正常": False, "不达标": False, "差": False,
}  # fmt: skip
_TICKS, _CROSSES, _BOXES = "√✓✔", "×✗✘", "☑■☒"
_EMPTY = "□☐○"
_CHOICE = re.compile(rf"([{_TICKS}{_BOXES}{_EMPTY}])\s*([^\s{_TICKS}{_BOXES}{_EMPTY}、，,/]+)")


_JUDGING = re.compile("是否(?:合格|符合|达标|正常|到位|规范|通过)|(?:合格|符合|达标)(?:与否|否|情况)")
_FAULTS = re.compile("(?:是否|有无)(?:存在|有)?.{0,4}(?:问题|隐患|风险)")


class Sense(StrEnum):
    """What a yes in a column of results means: what its sentence says, that all is well (是否合格), that it is not (有无隐患)."""

    LITERAL = "literal"
    GOOD = "good"
    FAULT = "fault"


def sense_of(label: str) -> Sense:
    """Return what a yes means below a header."""
    if _FAULTS.search(label):
        return Sense.FAULT
    return Sense.GOOD if _JUDGING.search(label) else Sense.LITERAL


@dataclass(frozen=True, slots=True)
class Answered:
    """`literal`: a yes or no to the sentence; `good`: whether what was seen is as it should be. None where the answer does not
    tell."""

    literal: bool | None
    good: bool | None


def read_answer(
    text: str, reading: Reading, words: Words | None = None, sense: Sense = Sense.LITERAL
) -> Answered | None:
    """Return what an answer says of a point; None for a blank, for several ticks, for words of any other kind."""
    plain = "".join(_ticked(text).split()).strip("。.；;")
    side = good_side(reading, words)
    if sense is not Sense.LITERAL and plain in _LITERAL:
        good = _LITERAL[plain] is (sense is Sense.GOOD)
        return Answered(None if side is None else good == side, good)
    if sense is not Sense.LITERAL and plain and plain in _TICKS + _CROSSES:
        return _under(plain in _TICKS, side) if sense is Sense.GOOD else None
    if plain in _LITERAL:
        literal = _LITERAL[plain]
        return Answered(literal, None if side is None else literal == side)
    if plain in _JUDGED:
        good = _JUDGED[plain]
        return Answered(None if side is None else good == side, good)
    if plain and plain in _TICKS + _CROSSES:
        return _marked(plain in _TICKS, side)
    return None


def _marked(ticked: bool, side: bool | None) -> Answered | None:
    """A tick behind 是否畅通 and behind 畅通 says the same; behind 有无过期 nobody can tell whether it is a yes or all right."""
    return Answered(ticked, ticked) if side is True else None


def _under(ticked: bool, side: bool | None) -> Answered:
    """A tick under 是否合格 says that all is well."""
    return Answered(None if side is None else ticked == side, ticked)


def _ticked(text: str) -> str:
    choices = _CHOICE.findall(text)
    if not choices:
        return text
    chosen = [word for mark, word in choices if mark not in _EMPTY]
    return chosen[0] if len(chosen) == 1 else ""


def good_side(reading: Reading, words: Words | None = None) -> bool | None:
    """Tell whether a yes to the sentence is good; None where it has several sides, or nobody judges what it asks."""
    known = words or shipped()
    sides = set[bool]()
    for point in reading.points:
        aspect = known.aspects.get(point.aspect)
        if aspect is None or not (aspect.judged or point.figure is not None):
            return None
        sides.add(point.pole)
    return sides.pop() if len(sides) == 1 else None


def carried(said: Answered, found: Verdicted) -> Answered | None:
    """Return the answer to the other point: only where both ask the same; a yes may be its no."""
    if found.verdict is not Verdict.EQUAL:
        return None
    literal = said.literal if said.literal is None or not found.reverse else not said.literal
    return Answered(literal, said.good)


def worded(answer: Answered, choices: tuple[str, ...], sense: Sense = Sense.LITERAL) -> str | None:
    """Return the one of a list's own words that says so; of 是 and 否 where it prints none. None where none does."""
    for word in choices or ("是", "否"):
        if word in _JUDGED and answer.good is _JUDGED[word]:
            return word
        if word in _LITERAL and _so(answer, sense) is _LITERAL[word]:
            return word
    return None


def _so(answer: Answered, sense: Sense) -> bool | None:
    """A yes of the column."""
    if sense is Sense.LITERAL:
        return answer.literal
    return None if answer.good is None else answer.good is (sense is Sense.GOOD)
