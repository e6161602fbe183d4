"""Finds the acts a text speaks of (install, check in, send a picture …), whoever speaks and whatever is said of them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from qingzhuang.check.text.frames import Frame, Tagged, frames
from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.normal import hidden, spellings
from qingzhuang.check.text.practice import Label
from qingzhuang.check.text.tags import telling
from qingzhuang.check.text.zones import Zone, zones


@dataclass(frozen=True, slots=True)
class Act:
    """One way to word an act. `strength` is how far the words alone already order; `conditional` words name only those who
    have not done it; `excluded` in its clause and `also` in its sentence decide whether it is meant; `topic` needs one of
    the label's subjects somewhere in the text."""

    id: str
    strength: int
    find: re.Pattern[str] | None = None
    conditional: bool = False
    topic: bool = False
    excluded: re.Pattern[str] | None = None
    also: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a label. `when` are words of which one must stand in the text; `trigger` are fewer and rarer ones, for
    the look at a text as a whole."""

    label: Label
    when: tuple[str, ...]
    trigger: tuple[str, ...]
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
    """Words of which one stands in every text that can hold a practice, in either kind of letters; those of the classes as far
    as they share a letter that is looked for anyway."""
    words = {word for acts in lexicon() if acts.label is not Label.SUMMON_PENALTY for word in acts.trigger}
    pivots = set(map(_pivot, words))
    words |= {word for word in telling() if _pivot(word) in pivots}
    spelt = {each for word in words for each in (word, word.upper(), *spellings(word))}
    return tuple(
        sorted(word for word in spelt if not any(other != word and other in word for other in spelt))
    )


@cache
def trigger() -> re.Pattern[str]:
    """The words as one pattern, each looked for by its rarest letter."""
    by_pivot: dict[str, list[str]] = {}
    for word in triggers():
        by_pivot.setdefault(_pivot(word), []).append(word)
    letters = sorted(by_pivot)
    groups = [letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)]
    tries = "|".join(
        f"(?<=[{_set(group)}])(?:{'|'.join(_at(each, by_pivot[each]) for each in group)})" for group in groups
    )
    return re.compile(f"[{_set(letters)}](?:{tries})")


@cache
def _short() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, table("look")["short"])))


_BRIEF = 240
_GROUP = 20
_MARGIN = 12


def _set(letters: list[str]) -> str:
    return "".join(map(re.escape, letters))


@cache
def _ranks() -> dict[str, int]:
    return {letter: -at for at, letter in enumerate(table("common")["letters"])}


def _pivot(word: str) -> str:
    return min(word, key=_commonness)


def _commonness(letter: str) -> int:
    return _ranks().get(letter, -10_000 if letter > "z" else -500)


def _at(letter: str, words: list[str]) -> str:
    """Words that share a rare letter, read when the letter is passed: the words around it."""
    around = (
        f"(?<={re.escape(word[: word.index(letter) + 1])}){re.escape(word[word.index(letter) + 1 :])}"
        for word in words
    )
    return f"(?<={re.escape(letter)})(?:{'|'.join(around)})"


def may_hold(text: str) -> bool:
    """Whether a text is worth reading at all."""
    return (
        trigger().search(text) is not None
        or hidden(text)
        or (len(text) <= _BRIEF and _short().search(text) is not None)
    )


def find(text: str) -> Iterator[Hit]:
    """Every act in a text of one spelling, label by label."""
    near = zones(text, (found.span() for found in trigger().finditer(text)))
    held = "\n".join(text[start:end] for start, end in near)
    tagged = Tagged(text, near)
    for acts in lexicon():
        worded = _worded(text, acts, near) if any(word in held for word in acts.when) else ()
        yield from _find(text, acts, near, (*worded, *_framed(acts.label, tagged)))


_Found = tuple[Act, Zone]


@cache
def _put_together() -> dict[Label, tuple[tuple[Act, Frame], ...]]:
    found: dict[Label, list[tuple[Act, Frame]]] = {label: [] for label in Label}
    for frame in frames():
        act = Act(id=frame.id, strength=frame.strength, conditional=frame.conditional)
        found[frame.label].append((act, frame))
    return {label: tuple(listed) for label, listed in found.items()}


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
    for act in acts.acts:
        yield from ((act, span) for span in _spans(act.find, text, near))


def _framed(label: Label, tagged: Tagged) -> Iterator[_Found]:
    """The acts put together of classes."""
    for act, frame in _put_together()[label]:
        yield from ((act, span) for span in tagged.find(frame))


def _spans(find: re.Pattern[str] | None, text: str, near: list[Zone]) -> list[Zone]:
    if find is None:
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


def _optional(source: str | list[str] | None) -> re.Pattern[str] | None:
    return pattern(source) if source else None
