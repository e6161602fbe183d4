"""The slot key of a check point: two sentences that ask the same of a site have one key, whichever side their yes tells.

What is kept under it says whether all is well (合格, 不合格), and of what nobody judges whether it is so (是, 否). So a yes of one list
is a no of another without either being written over.
"""

from collections.abc import Mapping

from qingzhuang.language import gettext as _
from qingzhuang.match.checklist.answered import Answered, Sense, good_side, worded
from qingzhuang.match.checklist.decide import decide_points
from qingzhuang.match.checklist.figures import Range
from qingzhuang.match.checklist.point import Point, Reading
from qingzhuang.match.checklist.words import shipped
from qingzhuang.model.element import DataElement, SubjectKind
from qingzhuang.model.form import ItemType
from qingzhuang.model.verdict import Verdict

POINT, OWN, DAY = "check.point~", "check.own~", "check.day~"
GOOD, BAD, YES, NO = "合格", "不合格", "是", "否"
_SLOTS = {"who": "谁", "of": "属", "place": "在", "rest": "另"}
_FIGURE = "数"
_RESERVED = frozenset("@~:{}[]·+=")
_LONGEST = 200


def point_key(reading: Reading) -> str | None:
    """Return the key of a sentence, None where nobody can tell that another one asks the same (words that nobody knows do not
    hinder it, as long as they stand in both)."""
    if decide_points(reading, reading).verdict is not Verdict.EQUAL:
        return None
    parts = sorted({_part(each) for each in reading.points})
    key = POINT + "+".join(parts)
    words = (
        word for each in reading.points for word in (each.thing, *(_slot(each, name) for name in _SLOTS))
    )
    return None if len(key) > _LONGEST or any(_RESERVED & set(word) for word in words) else key


def points_of_key(key: str) -> Reading | None:
    """Return what a key asks, its yes on the good side; None for a key of anything else."""
    if not key.startswith(POINT):
        return None
    points = tuple(_point(part) for part in key.removeprefix(POINT).split("+"))
    return None if None in points else Reading("", tuple(each for each in points if each is not None))


def is_judged(reading: Reading) -> bool:
    """Tell whether what is kept says whether all is well; else whether it is so."""
    return good_side(reading) is not None


def kept_words(reading: Reading, choices: tuple[str, ...], sense: Sense) -> Mapping[str, str]:
    """Return how a list says the two values that are kept: 合格 is the 否 of 是否过期. In the order in which they are printed; empty
    where it prints no word for either, or none that tells."""
    found = {}
    for value in values_of(reading):
        said = _said(value, reading)
        word = worded(said, choices, sense) if said is not None else None
        if word is not None:
            found[value] = word
    if len(set(found.values())) != 2:
        return {}
    printed = choices or (YES, NO)
    return dict(sorted(found.items(), key=lambda pair: printed.index(pair[1])))


def holds(reading: Reading) -> int:
    """Return for how many days from the visit on what was seen may be taken elsewhere (`lexicon/checklist/lasting.yaml`)."""
    return shipped().holds(each.aspect for each in reading.points)


def values_of(reading: Reading) -> tuple[str, str]:
    """Return the two values that may be kept of a point."""
    return (GOOD, BAD) if is_judged(reading) else (YES, NO)


def kept(said: Answered, reading: Reading) -> str | None:
    """Return an answer as it is kept, None where it does not tell."""
    if is_judged(reading):
        return None if said.good is None else GOOD if said.good else BAD
    pole = reading.points[0].pole
    return None if said.literal is None else YES if said.literal is pole else NO


def element_of_check(key: str) -> DataElement | None:
    """Return the element of a key of a check list: a point, a sentence of one list only, the day of its visit, another of its
    fields. None for any other key."""
    if (reading := points_of_key(key)) is not None:
        return DataElement(
            key,
            _name(reading),
            SubjectKind.PLACE,
            ItemType.CODE,
            codes=values_of(reading),
            lasts_days=holds(reading),
        )
    title, _dot, what = key.partition("~")[2].partition("·")
    if key.startswith(OWN):
        name = _("{what}（{title}）").format(what=what, title=title)
        return DataElement(key, name, None, ItemType.TEXT, lasts_days=shipped().lasts)
    if key.startswith(DAY):
        return DataElement(
            key, _("检查日期（{title}）").format(title=title), None, ItemType.DATE, lasts_days=0
        )
    return None


def of_one_visit(key: str) -> bool:
    """Tell whether a key is of one list's own visit, and no other list may use what is kept under it."""
    return key.startswith((OWN, DAY))


def _said(value: str, reading: Reading) -> Answered | None:
    if value in (GOOD, BAD):
        side = good_side(reading)
        good = value == GOOD
        return Answered(None if side is None else good == side, good)
    return Answered((value == YES) is reading.points[0].pole, None)


def _slot(point: Point, name: str) -> str:
    return str(getattr(point, name))


def _part(point: Point) -> str:
    said = [point.thing, point.aspect]
    said += [f"{_SLOTS[name]}={_slot(point, name)}" for name in _SLOTS if _slot(point, name)]
    if point.figure is not None:
        said.append(f"{_FIGURE}={_written(point.figure)}")
    return "·".join(said)


def _point(part: str) -> Point | None:
    thing, _dot, more = part.partition("·")
    aspect, *slots = more.split("·")
    if aspect not in shipped().aspects:
        return None
    said = {name: word for name, _is, word in (each.partition("=") for each in slots)}
    figure = said.get(_FIGURE)
    return Point(
        thing,
        aspect,
        who=said.get(_SLOTS["who"], ""),
        of=said.get(_SLOTS["of"], ""),
        place=said.get(_SLOTS["place"], ""),
        figure=_range(figure) if figure is not None else None,
        rest=said.get(_SLOTS["rest"], ""),
    )


def _written(figure: Range) -> str:
    ends = ("" if each is None else repr(each) for each in (figure.low, figure.high))
    return ",".join((figure.unit, *ends, str(int(figure.low_open)), str(int(figure.high_open))))


def _range(text: str) -> Range:
    unit, low, high, low_open, high_open = text.split(",")
    ends = [float(each) if each else None for each in (low, high)]
    return Range(unit, ends[0], ends[1], low_open == "1", high_open == "1")


def _name(reading: Reading) -> str:
    """A point in words: 灭火器 有效期."""
    aspects = shipped().aspects
    said = (
        f"{each.place}{each.who}{each.thing} {aspects[each.aspect].name}".strip() for each in reading.points
    )
    return _("检查：{what}").format(what="、".join(dict.fromkeys(said)))
