"""Classes of words: what each word of a text may be a word of (an app, a photograph, a quota, a penalty …). The longest word
counts where words overlap; words of `none` look like a class and are not."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from qingzhuang.check.text.choice import Choice
from qingzhuang.check.text.lexicon import spelt, table
from qingzhuang.check.text.words import Words

_FILES = ("objects", "verbs", "constraints")
_LISTED = ("measured", "timed", "spell_measure", "numbers", "each", "unit", "measure")
_NAME = re.compile(r"“[^”\n]{1,14}”")
_CALLED = re.compile(
    "(?:下载|安装|注册|登[录陆]|激活|打开|使用|推广|开通|上线|通过)((?:(?![不者未请须后的])[一-龥]){1,4}(?:通|码|云|办|圈|宝|驿站|家园|助手|在线|管家))"
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A word at a place of the text, and its classes."""

    start: int
    end: int
    classes: frozenset[str]


@cache
def words() -> dict[str, frozenset[str]]:
    """Every word with its classes."""
    found: dict[str, set[str]] = {}
    for file in _FILES:
        content = table(f"classes/{file}")
        for name, listed in content.items():
            if name not in _LISTED:
                for word in listed.split():
                    found.setdefault(word, set()).add(name)
    for name, word in _measured():
        found.setdefault(word, set()).update((name, "measure"))
    content = table("classes/constraints")
    for each in content["each"].split():
        for unit in content["unit"].split():
            found.setdefault(each + unit, set()).add("each_unit")
    found |= {word: set() for word in table("classes/none")["words"].split()}
    return {word: frozenset(classes) for word, classes in found.items()}


def _measured() -> Iterable[tuple[str, str]]:
    """Words of measure made of an act and a measure (安装 + 率)."""
    verbs, objects, constraints = (table(f"classes/{file}") for file in ("verbs", "objects", "constraints"))
    for kind, listed in (("measure", "measured"), ("time", "timed")):
        measures = constraints["measure" if kind == "measure" else "spell_measure"].split()
        for name in verbs[listed]:
            for word in (verbs.get(name) or objects[name]).split():
                if len(word) > 1:
                    yield from ((f"{name}_{kind}", word + measure) for measure in measures)


@cache
def telling() -> frozenset[str]:
    """The words that are reason enough to read a text."""
    classes = frozenset(table("look")["classes"])
    return frozenset(word for word, named in words().items() if len(word) > 1 and named & classes)


@cache
def _listing() -> tuple[Words, tuple[frozenset[str], ...]]:
    """All words as they are looked for, and the classes of each."""
    found = words()
    return Words(found), tuple(found.values())


@cache
def _numbers() -> Choice:
    named = table("classes/constraints")["numbers"]
    return Choice({name: spelt(source) for name, source in named.items()})


def tags(text: str, start: int, end: int) -> list[Tag]:
    """All words of a class in a stretch, in order, none within another; numbers with their unit and names in quotation
    marks too."""
    listing, classes = _listing()
    found = [
        Tag(start + first, start + last, classes[number])
        for number, first, last in listing.found(text[start:end])
    ]
    names = sorted(
        (each for each in _named(text, start, end) if not _cut(each, text, found)),
        key=lambda each: each.start,
    )
    known = words()
    whole = [name for name in names if text[name.start + 1 : name.end - 1] not in known]
    starts = [name.start for name in whole]
    outside = (tag for tag in found if tag.classes and not _held(tag, whole, starts))
    return sorted([*outside, *_counted(text, start, end), *names], key=lambda each: (each.start, each.end))


def _cut(name: Tag, text: str, listed: list[Tag]) -> bool:
    """Whether a word that stands before a name reaches into it (beyond its quotation mark): then it is no name."""
    before = bisect_left(listed, name.start, key=lambda tag: tag.start) - 1
    return before >= 0 and listed[before].end > name.start + (text[name.start] == "“")


def _held(tag: Tag, names: list[Tag], starts: list[int]) -> bool:
    """Whether a word stands in one of the names, which stand in order."""
    before = bisect_right(starts, tag.start) - 1
    return before >= 0 and tag.start < names[before].end


def _counted(text: str, start: int, end: int) -> Iterable[Tag]:
    """Numbers with their unit; a rate of any name only where no listed word says more."""
    known = words()
    for found in _numbers().finditer(text, start, end):
        if found.lastgroup == "rate" and found[0] in known:
            continue
        yield Tag(found.start(), found.end(), frozenset((found.lastgroup or "",)))


_APP = frozenset(("app", "name"))
_SAID = frozenset(("receipt", "reply", "seen", "reply1"))


def _named(text: str, start: int, end: int) -> Iterable[Tag]:
    known, nothing = words(), frozenset[str]()
    for found in _NAME.finditer(text, start, end):
        if not known.get(found[0][1:-1], nothing) & _SAID:
            yield Tag(found.start(), found.end(), _APP)
    for found in _CALLED.finditer(text, start, end):
        yield Tag(found.start(1), found.end(1), _APP)
