"""What a negation governs. "不得强制打卡" bans; "打卡不得遗漏" orders."""

import re
from functools import cache

from qingzhuang.check.text.gate import Gated
from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.parts import Place, Stretch

_BREAK = re.compile(r"[,:)]|(?<=[\u4e00-\u9fff]) |^ ")
_NEAR = 14
_CLOSED = 2


@cache
def _words(name: str) -> Gated:
    return pattern(table("negation")[name])


@cache
def _near(name: str, window: int) -> re.Pattern[str]:
    return re.compile(f"[^,。;:]{{0,{window}}}?(?:{pattern(table('negation')[name]).pattern})")


@cache
def _object() -> Gated:
    return pattern(table("negation")["ban_object"])


def banned(text: str, place: Place, start: int, end: int, *, inside: bool) -> str:
    """The word that bans the act standing at start..end, or nothing; `inside` says whether it may stand among the act's own
    words (not in a penalty: "取消资格", nor in words for those who have not done it)."""
    own = _bare(text, start, end) or (_inside(text, start, end) if inside else "")
    return own or _before(text, place.sentence, start) or _after(text, place, start, end, inside=inside)


def _bare(text: str, start: int, end: int) -> str:
    """A bare "not" before what an office does ("不扣分、不排名、不收照片")."""
    found = _words("bare").search(text, max(start - 1, 0), end)
    return found[0] if found else ""


def _inside(text: str, start: int, end: int) -> str:
    for name in ("hard", "weak"):
        for found in _words(name).finditer(text, max(start - 1, 0), end):
            if not orders(text, *found.span()):
                return found[0]
    return ""


def orders(text: str, start: int, end: int) -> bool:
    """Whether a negation at start..end orders: what it forbids is to fail ("不得遗漏", "不能拖延")."""
    ahead = text[end : end + _NEAR]
    fails = _near("duty_after", 7).match(ahead) or _near("duty_next", 2).match(ahead)
    return fails is not None and _object().match(ahead) is None


def _before(text: str, sentence: Stretch, start: int) -> str:
    for found in _negators("hard", text, sentence, start):
        if not _spares(text, found) and not _released(text, found.end(), start):
            return found[0]
    for found in _negators("weak", text, sentence, start):
        between = text[found.end() : start]
        if _BREAK.search(between) is None and not orders(text, *found.span()) and len(between) <= 30:
            return found[0]
    return ""


def _spares(text: str, negator: re.Match[str]) -> bool:
    """A negation that orders, or that takes something from the one who fails ("不得参加评优"), bans nothing after it."""
    return orders(text, *negator.span()) or _words("penal").match(text, negator.end()) is not None


def _negators(name: str, text: str, sentence: Stretch, start: int) -> list[re.Match[str]]:
    """Those that stand before the act, the nearest first; they may look at the act's first words."""
    until = min(start + 24, sentence.end)
    return [each for each in _words(name).finditer(text, sentence.start, until) if each.end() <= start][::-1]


def _released(text: str, negator: int, act: int) -> bool:
    """A ban reaches over commas until a clause orders something again, never out of a quotation, and not from a clause of
    which it says all ("三天内不许删,")."""
    between = text[negator:act]
    if "”" in between and "“" not in between:
        return True
    cut = _BREAK.search(between)
    if cut is not None and cut.start() <= _CLOSED and _words("ban_object").match(between) is None:
        return True
    return cut is not None and _words("positive").search(between, cut.end()) is not None


def _after(text: str, place: Place, start: int, end: int, *, inside: bool) -> str:
    """Said in the rest of the sentence, at most two clauses on ("打卡、接龙一律取消")."""
    rest = text[end : min(place.sentence.end, end + 40)]
    cuts = [cut.start() for cut in re.finditer("[,:]", rest)]
    until = end + (cuts[1] if len(cuts) > 1 else len(rest))
    found = _words("after").search(text, start if inside else end, until)
    if found is None or _words("after_not").search(text, max(start - 8, 0), found.end() + 6):
        return ""
    if cuts and found.start() > end + cuts[0] + 3:
        return ""
    return "" if _words("positive").search(text, end, max(found.start(), end)) else found[0]


def under_lead(text: str, paragraphs: list[Stretch], place: Place) -> str:
    """The ban that opens a list ("严禁下列行为:") in which the place stands, or nothing."""
    own = _lead(text, place.paragraph.start, place.clause.start)
    return own or _lead_above(text, paragraphs, place)


def _lead(text: str, start: int, end: int) -> str:
    found = list(_words("lead").finditer(text, max(start, end - 300), end))
    return found[-1][0] if found and not _words("lead_order").search(found[-1][0]) else ""


_ITEM = re.compile(r"^[\s(]*(?:[0-9一二三四五六七八九十①-⑳]{1,3}[.、,)是]|第[一二三四五六七八九十]|[-*·•●])")
_REACH = 12
_LONG_LEAD = 120


def _lead_above(text: str, paragraphs: list[Stretch], place: Place) -> str:
    index = place.index
    if index == 0 or not _ITEM.match(text[place.paragraph.start : place.paragraph.start + 12]):
        return ""
    for above in reversed(paragraphs[max(index - _REACH, 0) : index]):
        words = text[above.start : min(above.end, above.start + _LONG_LEAD)].strip()
        if words.endswith(":") and above.end - above.start < _LONG_LEAD:
            return _lead(text, above.start, above.end)
        if not _ITEM.match(words[:12]):
            return ""
    return ""
