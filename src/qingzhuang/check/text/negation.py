"""What a negation governs. "不得强制打卡" bans; "打卡不得遗漏" orders."""

import re
from functools import cache

from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.parts import Place, Stretch

_BREAK = re.compile(r"[,:)]|(?<=[\u4e00-\u9fff]) ")
_NEAR = 14


@cache
def _words(name: str) -> re.Pattern[str]:
    return pattern(table("negation")[name])


@cache
def _near(name: str) -> re.Pattern[str]:
    return re.compile("^" + "[^,。;:]{0,7}?(?:" + pattern(table("negation")[name]).pattern + ")")


@cache
def _object() -> re.Pattern[str]:
    return re.compile("^(?:" + pattern(table("negation")["ban_object"]).pattern + ")")


def banned(text: str, place: Place, start: int, end: int) -> str:
    """The word that bans the act standing at start..end, or nothing."""
    return _before(text, place.sentence, start) or _inside(text, start, end) or _after(text, place, end)


def _inside(text: str, start: int, end: int) -> str:
    found = _words("inside").search(text, start, end)
    return found[0] if found else ""


def orders(text: str, start: int, end: int) -> bool:
    """Whether a negation at start..end orders: what it forbids is to fail ("不得遗漏", "不能拖延")."""
    ahead = text[end : end + _NEAR]
    return _near("duty_after").match(ahead) is not None and _object().match(ahead) is None


def _before(text: str, sentence: Stretch, start: int) -> str:
    for found in reversed(list(_words("hard").finditer(text, sentence.start, start))):
        if not orders(text, *found.span()) and not _released(text, found.end(), start):
            return found[0]
    for found in reversed(list(_words("weak").finditer(text, sentence.start, start))):
        between = text[found.end() : start]
        if _BREAK.search(between) is None and not orders(text, *found.span()) and len(between) <= 30:
            return found[0]
    return ""


def _released(text: str, negator: int, act: int) -> bool:
    """A ban reaches over commas until a clause orders something again."""
    between = text[negator:act]
    cut = _BREAK.search(between)
    return cut is not None and _words("positive").search(between, cut.end()) is not None


def _after(text: str, place: Place, end: int) -> str:
    """ "打卡、接龙一律取消": said in the rest of the sentence, at most two clauses on."""
    rest = text[end : min(place.sentence.end, end + 40)]
    cuts = [cut.start() for cut in re.finditer("[,:]", rest)]
    if len(cuts) > 1:
        rest = rest[: cuts[1]]
    found = _words("after").search(rest)
    if found is None or _words("after_not").search(text[max(end - 8, 0) : end] + rest[: found.end() + 6]):
        return ""
    if _words("positive").search(rest, 0, found.start()):
        return ""
    return found[0]


def under_lead(text: str, paragraphs: list[Stretch], place: Place) -> str:
    """The ban that opens a list ("严禁下列行为:") in which the place stands, or nothing."""
    own = _lead(text, place.paragraph.start, place.clause.start)
    return own or _lead_above(text, paragraphs, place)


def _lead(text: str, start: int, end: int) -> str:
    found = list(_words("lead").finditer(text, max(start, end - 300), end))
    return found[-1][0] if found and not _words("lead_order").search(found[-1][0]) else ""


_ITEM = re.compile(r"^[\s(]*(?:[0-9一二三四五六七八九十①-⑳]{1,3}[.、,)是]|第[一二三四五六七八九十]|[-*·•●])")
_REACH = 12


def _lead_above(text: str, paragraphs: list[Stretch], place: Place) -> str:
    index = place.index
    if index == 0 or not _ITEM.match(place.paragraph.of(text)[:12]):
        return ""
    for above in reversed(paragraphs[max(index - _REACH, 0) : index]):
        words = above.of(text).strip()
        if words.endswith(":") and len(words) < 120:
            return _lead(text, above.start, above.end)
        if not _ITEM.match(words[:12]):
            return ""
    return ""
