"""Finds the acts a text speaks of (install, check in, send a picture …), whoever speaks and whatever is said of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from qingzhuang.check.text.frames import Tagged, frames
from qingzhuang.check.text.gate import Gated, out_of_place
from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.normal import hidden, spellings
from qingzhuang.check.text.practice import Label
from qingzhuang.check.text.tags import telling
from qingzhuang.check.text.words import Groups, Words
from qingzhuang.check.text.zones import Zone, zones


@dataclass(frozen=True, slots=True)
class Act:
    """One way to word an act. `strength` is how far the words alone already order; `conditional` words name only those who
    have not done it; `excluded` in its clause and `also` in its sentence decide whether it is meant; `topic` needs one of
    the label's subjects somewhere in the text; `heard` is no word at all, but what a sentence sounds like."""

    id: str
    strength: int
    find: Gated | None = None
    conditional: bool = False
    topic: bool = False
    excluded: Gated | None = None
    also: Gated | None = None
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a label. `when` are words of which one must stand in the text; `trigger` are fewer and rarer ones, for
    the look at a text as a whole."""

    label: Label
    when: tuple[str, ...]
    trigger: tuple[str, ...]
    topic: Gated | None
    ordinary: Gated | None
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
def triggers() -> Words:
    """Words of which one stands in every text that can hold a practice, in either kind of letters."""
    words = {word for acts in lexicon() if acts.label is not Label.SUMMON_PENALTY for word in acts.trigger}
    words |= telling()
    spelt = {each for word in words for each in (word, word.upper(), *spellings(word))}
    return Words(sorted(word for word in spelt if not _holds_another(word, spelt)))


def _holds_another(word: str, words: Set[str]) -> bool:
    ends = range(1, len(word) + 1)
    return any(word[start:end] in words for end in ends for start in range(end) if end - start < len(word))


@cache
def _short() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, table("look")["short"])))


_BRIEF = 240
_MARGIN = 12


def may_hold(text: str) -> bool:
    """Whether a text is worth reading at all."""
    return (
        triggers().anywhere(text)
        or hidden(text)
        or (len(text) <= _BRIEF and _short().search(text) is not None)
    )


def find(text: str) -> Iterator[Hit]:
    """Every act in a text of one spelling, label by label."""
    near = zones(text, triggers().places(text))
    held = _held(text, near)
    tagged = Tagged(text, near)
    standing = tagged.standing()
    for acts in lexicon():
        worded = _worded(text, acts, near) if acts.label in held else ()
        yield from _find(text, acts, near, (*worded, *_framed(standing.get(acts.label, ()), tagged)))


@cache
def _listening() -> tuple[Groups, tuple[frozenset[Label], ...]]:
    """All words that call for the wordings of a label, and the labels of each."""
    labels: dict[str, set[Label]] = {}
    for acts in lexicon():
        for word in acts.when:
            labels.setdefault(word, set()).add(acts.label)
    return Groups(labels), tuple(map(frozenset, labels.values()))


def _held(text: str, near: list[Zone]) -> set[Label]:
    words, labels = _listening()
    return {
        label
        for start, end in near
        for number, _, _ in words.found(text[start:end])
        for label in labels[number]
    }


_Found = tuple[Act, Zone]


@cache
def _put_together() -> tuple[Act, ...]:
    """The act of each frame."""
    return tuple(
        Act(id=frame.id, strength=frame.strength, conditional=frame.conditional) for frame in frames()
    )


def _find(text: str, acts: Acts, near: list[Zone], found: tuple[_Found, ...]) -> Iterator[Hit]:
    if not found:
        return
    ordinary = _spans(acts.ordinary, text, near)
    off_topic = acts.topic is not None and acts.topic.search(text) is None
    for act, span in found:
        margin = 0 if act.find else _MARGIN
        around = (span[0] - margin, span[1] + margin)
        if not (act.topic and off_topic) and not _within(around, ordinary):
            yield Hit(acts.label, act, *span)


def _worded(text: str, acts: Acts, near: list[Zone]) -> Iterator[_Found]:
    """The acts found by their wording."""
    idle = out_of_place(text)
    for act in acts.acts:
        if act.find and act.find.number not in idle:
            yield from ((act, span) for span in _spans(act.find, text, near))


def _framed(standing: Iterable[int], tagged: Tagged) -> Iterator[_Found]:
    """The acts put together of classes."""
    listed, acts = frames(), _put_together()
    for number in standing:
        yield from ((acts[number], span) for span in tagged.find(listed[number]))


def _spans(find: Gated | None, text: str, near: list[Zone]) -> list[Zone]:
    if find is None or not find.anywhere(text):
        return []
    return [each.span() for zone in near for each in find.finditer(text, *zone) if each.end() > each.start()]


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    """Whether a span meets one of others, which stand in order and apart."""
    index = bisect_left(others, (span[1], 0)) - 1
    return index >= 0 and others[index][1] > span[0]


def _acts(content: dict[str, Any]) -> Acts:
    return Acts(
        label=Label(content["label"]),
        when=tuple(content["when"]),
        trigger=tuple(content.get("trigger", content["when"])),
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


def _optional(source: str | list[str] | None) -> Gated | None:
    return pattern(source) if source else None
