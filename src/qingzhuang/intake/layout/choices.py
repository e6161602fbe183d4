"""Choices printed in a cell or a header: □男 □女, [ ]是 [ ]否, 1是2否, 是/否."""

import re

from qingzhuang.intake.layout.text import squash

_MARK = r"(?:[□☐■☑☒◻◯○●▢❏❑√✓]|\[[ xX√✓]?\]|\uff3b[　 ]?\uff3d|【[　 ]?】|[（(][ 　√]{0,3}[)）])"
_BOX_FIRST = re.compile(
    _MARK + r"\s*([^□☐■☑☒◻◯○●▢❏❑√✓\[\]\uff3b\uff3d【】（()）、，；;/\s]+(?:[（(][^□（()）]*[)）])?)"
)
_BOX_LAST = re.compile(r"([^□☐■☑☒◻◯▢❏❑\[\]、，；;/\s：:]+)\s*(?:[□☐■☑☒◻▢❏❑]|\[[ xX√✓]?\])")
_SURE_MARK = re.compile(
    r"[□☐■☑☒◻▢❏❑]|\[[ xX√✓]?\]|[○◯]\s*[\u4e00-\u9fff]|[（(][ 　]{0,3}[)）]\s*[\u4e00-\u9fff]"
)
_NUMBERED = re.compile(
    r"(?:^|[、，,；;\s/（(])?\(?\d{1,2}[\s.．、：:=\-－—）)]*([\u4e00-\u9fffA-Za-z][^\d，,；;、（()）\s]*)"
)
_BRACKETS = re.compile(r"[（(\[【]([^（()）\[\]【】]*)[)）\]】]")
_DATED = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月(?:[12]\d|3[01])[日号]|\d{1,2}月(?=[底末])"
)
_SLASHED = re.compile(r"^([^/／、]{1,6})([/／][^/／、]{1,8}){1,5}$")


def has_boxes(text: str) -> bool:
    """Tell whether the text prints boxes to tick."""
    return bool(_SURE_MARK.search(text)) and bool(printed_choices(text))


def printed_choices(text: str) -> tuple[str, ...]:
    """Return the words beside the printed boxes, in order."""
    first = text.strip()[:1]
    if not _SURE_MARK.search(text):
        return ()
    starts = bool(re.match(_MARK, text.strip())) or first in "□☐"
    before = tuple(word for word in _BOX_FIRST.findall(text) if word.strip())
    if starts or not _BOX_LAST.search(text):
        return _clean(before)
    _label, colon, rest = text.rpartition("：") if "：" in text else ("", "", text)
    if colon and re.match(_MARK, rest.strip()):
        return _clean(tuple(_BOX_FIRST.findall(rest)))
    return _clean(tuple(_BOX_LAST.findall(rest)))


def header_choices(label: str) -> tuple[str, ...]:
    """Return the code list that a header prints: 1是2否, （男/女）, 是否 gives none here, nor does a day (2026年6月30日)."""
    label = _DATED.sub("", label)
    for inside in [*_BRACKETS.findall(label), label]:
        words = tuple(_NUMBERED.findall(inside))
        if len(words) >= 2 and inside.lstrip("（(")[:1].isdigit():
            return _clean(words)
    for inside in _BRACKETS.findall(squash(label)):
        if _SLASHED.match(inside) and re.search(r"[\u4e00-\u9fff]", inside):
            words = tuple(re.split(r"[/／]", inside))
            if {"是", "男", "有"} & set(words):
                return _clean(words)
    return ()


def _clean(words: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(squash(word).strip("：:,，;；、") for word in words))
    return tuple(word for word in found if word)
