"""Finds the acts a text speaks of (install, check in, send a picture …), whoever speaks and whatever is said of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.normal import hidden, traditional
from qingzhuang.check.text.practice import Label


@dataclass(frozen=True, slots=True)
class Act:
    """One way to word an act. `strength` is how far the words alone already order; `conditional` words name only those who
    have not done it; `excluded` in its clause and `also` in its sentence decide whether it is meant; `topic` needs one of
    the label's subjects somewhere in the text."""

    id: str
    strength: int
    find: re.Pattern[str]
    conditional: bool
    topic: bool
    excluded: re.Pattern[str] | None
    also: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a label. `when` are words of which one must stand in the text."""

    label: Label
    when: tuple[str, ...]
    topic: re.Pattern[str] | None
    ordinary: re.Pattern[str] | None
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An act at a place of the text in one spelling."""

    label: Label
    act: Act
    start: int
    end: int


@cache
def lexicon() -> tuple[Acts, ...]:
    """All acts, compiled once."""
    return tuple(_acts(table(f"acts/{label}")) for label in Label)


@cache
def triggers() -> tuple[str, ...]:
    """Words of which one stands in every text that can hold a practice, in either kind of letters."""
    words = {word for acts in lexicon() if acts.label is not Label.SUMMON_PENALTY for word in acts.when}
    spelt = words | {traditional(word) for word in words} | {word.upper() for word in words}
    return tuple(
        sorted(word for word in spelt if not any(other != word and other in word for other in spelt))
    )


# letters that stand in every office text, the most frequent first
_COMMON = (
    "的一工作要不在有人和大中上为个时到地会年发各于部行日对村及分门出以关生展下成学组前进理实民好报后请月本家方定行安全重动"
    "资开情建当同事场所过能多自加强务落管法制体量位第党社区镇乡县市单干员会议内外质合度制任机用水明电三二四五以上至每次信息统点数"
    "新项目目标表名通知公人长街道检查主持期周天线网据保服群众业教育路农户产高平台由其经现政府文件更新收到交人小程完转全看学习手"
)


@cache
def _pairs() -> tuple[re.Pattern[str], dict[tuple[str, str], tuple[str, ...]]]:
    """The triggers of more than one letter, by two neighbouring letters, the rarest of each."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for word in triggers():
        if len(word) > 1:
            pair = max(pairwise(word), key=_rarity)
            found[pair] = (*found.get(pair, ()), word)
    first = "".join(sorted({pair[0] for pair in found}))
    second = "".join(sorted({pair[1] for pair in found}))
    return re.compile(f"([{re.escape(first)}])(?=([{re.escape(second)}]))"), found


@cache
def _letters() -> tuple[str, ...]:
    """The triggers of one letter."""
    return tuple(word for word in triggers() if len(word) == 1)


def _rarity(pair: tuple[str, str]) -> int:
    return sum(_COMMON.find(letter) % len(_COMMON) for letter in pair)


def may_hold(text: str) -> bool:
    """Whether a text is worth reading at all. A word is looked for only where its two rarest letters stand together."""
    if any(letter in text for letter in _letters()):
        return True
    pattern, words = _pairs()
    seen: set[tuple[str, str]] = set(pattern.findall(text))
    return any(word in text for pair in seen & words.keys() for word in words[pair]) or hidden(text)


def find(text: str) -> Iterator[Hit]:
    """Every act in a text of one spelling, label by label."""
    for acts in lexicon():
        if any(word in text for word in acts.when):
            yield from _find(text, acts)


def _find(text: str, acts: Acts) -> Iterator[Hit]:
    ordinary: list[tuple[int, int]] | None = None
    on_topic: bool | None = None
    for act in acts.acts:
        for found in act.find.finditer(text):
            if found.start() == found.end():
                continue
            if act.topic and on_topic is None:
                on_topic = acts.topic is None or acts.topic.search(text) is not None
            if act.topic and not on_topic:
                break
            if ordinary is None:
                ordinary = [each.span() for each in acts.ordinary.finditer(text)] if acts.ordinary else []
            if not _within(found.span(), ordinary):
                yield Hit(acts.label, act, *found.span())


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Whether a span meets one of others, which stand in order and apart."""
    index = bisect_left(others, (span[1], 0)) - 1
    return index >= 0 and others[index][1] > span[0]


def _acts(content: dict[str, Any]) -> Acts:
    return Acts(
        label=Label(content["label"]),
        when=tuple(content["when"]),
        topic=_optional(content.get("topic")),
        ordinary=_optional(content.get("ordinary")),
        acts=tuple(_act(each) for each in content["acts"]),
    )


def _act(content: dict[str, Any]) -> Act:
    return Act(
        id=content["id"],
        strength=content["strength"],
        find=pattern(content["find"]),
        conditional=content.get("conditional", False),
        topic=content.get("topic", False),
        excluded=_optional(content.get("not")),
        also=_optional(content.get("also")),
    )


def _optional(source: str | list[str] | None) -> re.Pattern[str] | None:
    return pattern(source) if source else None
