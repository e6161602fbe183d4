"""What text looks like: blank, dash, value or label. Weak hints only; position and style weigh more."""

import re
from functools import lru_cache

from qingzhuang.intake.layout.words import LABEL_ENDINGS, LABEL_STARTS

_REMEMBERED = 1 << 14
"""A row is looked at many times: what its texts look like is remembered for a while."""

_SPACE = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u2060\u00ad]+")
_MARKS = "*＊★﹡※"
_DASHES = frozenset(
    {"..", "-", "--", "---", "—", "——", "–", "－", "/", "／", "\\", "×", "***", "…", "……", "_", "~"}
)
_NUMBER = re.compile(r"^[+\-−–—]?[\d,，]*\d(\.\d+)?[%％]?$")
_DATE = re.compile(r"^\d{2,4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?|月)?([T ]?\d{1,2}:\d{2}(:\d{2})?)?$")
_DIGITS = re.compile(r"^[（(]?\d[\d\-－()（）xX]{5,}$")
_SOMEONES = re.compile(r"^((19|20)\d\d([-/.])\d{1,2}\3\d{1,2}|(19|20)\d\d年\d{1,2}月\d{1,2}日|\d{6,}[\dXx])$")
_YEAR = re.compile(r"^(19|20)\d\d$")
_PERIOD = re.compile(r"^(19|20)\d\d([-/.]|年)(\d{1,2}月?|I{1,3}|IV)$")
_MARKED = re.compile(r"\{\{.*?\}\}|\$\{.*?\}|<%.*?%>|\{[A-Za-z_.]+\}")
_BLANK_DATE = r"(20)?[_\uff3f\s]*年[_\uff3f\s]*月([_\uff3f\s]*日)?"
_SEAL = r"[（(]\s*(单位|村|负责人|本人|加盖)?\s*(盖章|公章|签章|签字|签名|印章)(处)?\s*[)）]|(单位)?盖\s*章|公\s*章"
_PLACEHOLDER = re.compile(rf"^([_\uff3f—\s]|{_SEAL}|{_BLANK_DATE})+$")
_BY_HAND = re.compile(r"[（(]\s*(单位)?(盖章|公章|签章|印章)\s*[)）]|年[_\uff3f\s]*月[_\uff3f\s]*日")
_SENTENCE = re.compile(r"[，。；！？]")


@lru_cache(_REMEMBERED)
def squash(text: str) -> str:
    """Remove all white space and line breaks, also the invisible ones."""
    return text if text.isalnum() else _SPACE.sub("", text)


def level(text: str) -> str:
    """Return a label as one level of a path: no white space, no trailing colon, no star before or behind."""
    label = squash(text)
    while label and (label[-1] in "：:" + _MARKS or label[0] in _MARKS):
        label = label.rstrip("：:" + _MARKS).lstrip(_MARKS)
    return label


def is_starred(text: str) -> bool:
    """Tell whether a label carries the star of a required item."""
    bare = squash(text).rstrip("：:")
    return bool(bare) and (bare[0] in _MARKS or bare[-1] in _MARKS)


def is_dash(text: str) -> bool:
    """Tell whether a cell only says that nothing belongs here."""
    return squash(text) in _DASHES


def is_mark(text: str) -> bool:
    """Tell whether a cell holds the mark of a template engine, to be replaced by a value."""
    return bool(_MARKED.search(text))


def is_number(text: str) -> bool:
    """Tell whether the text is one number."""
    return bool(_NUMBER.match(squash(text)))


@lru_cache(_REMEMBERED)
def is_value(text: str) -> bool:
    """Tell whether the text can only be somebody's answer: a number that is no year, a date, a long row of digits."""
    bare = squash(text)
    if _YEAR.match(bare):
        return False
    return bool(_NUMBER.match(bare) or _DATE.match(bare) or _DIGITS.match(bare)) or is_mark(text)


def is_someones(text: str) -> bool:
    """Tell whether the text is a full date or a long number, which no header prints."""
    return bool(_SOMEONES.match(squash(text)))


def is_period(text: str) -> bool:
    """Tell whether the text is a month or a quarter of a year, which heads a column of figures as well as it answers."""
    return bool(_PERIOD.match(squash(text)))


def is_placeholder(text: str) -> bool:
    """Tell whether the text only holds a place: a blank date, a line to write on, (盖章)."""
    return bool(_PLACEHOLDER.match(text.strip()))


def awaits_hand(text: str) -> bool:
    """Tell whether a text leaves room for a seal or a date."""
    return bool(_BY_HAND.search(text))


@lru_cache(_REMEMBERED)
def is_sentence(text: str) -> bool:
    """Tell whether the text is running prose."""
    bare = squash(text)
    return len(bare) > 60 or (len(bare) > 14 and bool(_SENTENCE.search(bare)))


@lru_cache(_REMEMBERED)
def is_label(text: str) -> bool:
    """Tell whether the words of the text are those of a label, by how labels end and begin."""
    bare = level(re.sub(r"[（(\[【].*?[)）\]】]", "", text))
    if not bare or len(bare) > 24 or is_value(bare):
        return False
    return (
        text.rstrip().endswith(("：", ":")) or bare.endswith(LABEL_ENDINGS) or bare.startswith(LABEL_STARTS)
    )
