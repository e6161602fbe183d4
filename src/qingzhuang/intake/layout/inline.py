"""Labels whose answer follows the colon in the same cell or paragraph: 填报单位：____  填表人：  审核人："""

import re
from collections.abc import Iterator
from functools import lru_cache

from qingzhuang.intake.layout.text import is_mark, is_placeholder, level, squash
from qingzhuang.intake.layout.units import is_measures, measures
from qingzhuang.intake.layout.words import ADDRESSEES, ATTACHMENT, NOT_ASKED, NOTE

_LABEL = re.compile(
    r"(?P<label>(?:[\u4e00-\u9fff](?P<gap>[ \u3000\xa0\t]{1,6})[\u4e00-\u9fff](?:(?P=gap)[\u4e00-\u9fff])*)"
    r"|(?:[（(][^（()）：:]*[)）]|[^\s：:，。；、？！])+)[ \u3000\xa0\t]*(?:[：:])"
)
_HINT = re.compile(
    r"(?<=[^\s：:])[（(【\[][^（()）【】\[\]：:]{1,8}[：:](?=[^（()）【】\[\]]*[^\s_\uff3f（()）【】\[\]])[^（()）【】\[\]]*[)）】\]]"
)
_ROOM = re.compile(r"[：:][ \u3000\xa0\t]*(?:[_\uff3f]{2,}|[ \u3000\xa0\t]{3,}|[_\uff3f \u3000]+年)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BRACKETS = re.compile(r"[（(].*?[)）]")
_LONGEST = 16
_TELLS, _STOPS = re.compile(r"(要求|说明|须知|事项|提示|纪律|承诺|声明|保证)$"), ("。", "；", "！")
"""A label of such words with whole sentences behind it is a note: 值班要求：保持电话畅通。"""
_SUMS = frozenset({"合计", "总计", "小计", "共计"})
_DIVISIONS = frozenset({"组", "户", "村", "镇", "乡", "社", "队"})  # counted in, and asked for
_PROSE = 12
_UNIT_LABELS = frozenset({"单位", "计量单位", "金额单位", "面积单位", "货币单位", "数量单位"})


@lru_cache(1 << 12)
def inline_labels(text: str) -> tuple[str, ...]:
    """Return the labels of a text that await an answer behind their colon, in order; none for notes and units."""
    if ADDRESSEES.match(squash(text).rstrip("：:")):
        return ()
    if not _has_colon(text) or NOTE.match(squash(text)):
        return ()
    return tuple(label for label, value in pairs(_HINT.sub(_blanked, text)) if _asks(label, value))


def _has_colon(text: str) -> bool:
    return "：" in text or ":" in text


def _blanked(hint: "re.Match[str]") -> str:
    """A hint in brackets, as in 出生年月（如：1990.01）, has a colon that awaits nothing."""
    return " " * len(hint[0])


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield every label of a text with what stands between its colon and the next label."""
    found = list(_LABEL.finditer(text))
    for index, each in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(text)
        yield level(_without_brackets(each["label"])), text[each.end() : end].strip()


@lru_cache(1 << 12)
def is_inline(text: str) -> bool:
    """Tell whether a text is made of labels with their colon, rather than prose with a colon in it."""
    if not _has_colon(text):
        return False
    return bool(inline_labels(text)) or any(label in _UNIT_LABELS for label, _ in pairs(text))


def printed_blanks(text: str) -> int:
    """Count the colons of a line behind which room is left to write: a drawn line, wide space, 年 月 日."""
    return len(_ROOM.findall(text))


def has_room(text: str) -> bool:
    """Tell whether a text leaves room behind one of its labels: 出生年月：  年  月."""
    return any(value and is_placeholder(value) for _, value in pairs(text))


def units_of_text(text: str) -> tuple[str, ...]:
    """Return the units that a line such as 单位：户、万元 names for a whole table."""
    for label, value in pairs(text):
        found = measures(squash(value).rstrip("）)】]。；;"))
        if label in _UNIT_LABELS and found:
            return found
    return ()


def _without_brackets(label: str) -> str:
    return label.lstrip("（(【[)）】]")


def _is_prose(value: str) -> bool:
    """What a form says behind a colon itself: 本人承诺：以上内容属实，…… 。"""
    return value.endswith("。") and len(squash(value)) >= _PROSE and not is_placeholder(value)


def _asks(label: str, value: str) -> bool:
    if (
        not 0 < len(_BRACKETS.sub("", label)) <= _LONGEST
        or label in _SUMS
        or _BRACKETS.sub("", label).endswith("如下")
        or (is_measures(label) and label not in _DIVISIONS)
        or _is_prose(value)
        or NOT_ASKED.match(label)
        or ATTACHMENT.match(label)
        or not _CHINESE.search(label)
    ):
        return False
    if label in _UNIT_LABELS and is_measures(squash(value).rstrip("）)】]。；;")):
        return False
    bare = squash(value)
    if _TELLS.search(label) and bare.endswith(_STOPS):
        return False
    return len(bare) <= 40 or is_mark(value)
