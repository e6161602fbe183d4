"""Finding somebody in the ledger of some villages: by the name or a part of it, the initials of its sounds, the end of
the number. Reads the ledger in memory: whose village a subject is follows from households, which no index holds."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from pypinyin import Style, pinyin

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.doubts import Doubt, Due, doubts, running_out
from qingzhuang.pipeline.placing import Placing, is_here

LONGEST = 60
_TAIL = 4  # fewer figures at the end of a number mean too many people


class Directory:
    """Whom and what a desk holds of some villages, by their numbers. With `whole` (a township, a county) also what can
    only be of one of them."""

    def __init__(self, desk: Desk, placing: Placing, villages: Iterable[int], *, whole: bool = False) -> None:
        self.desk = desk
        self.placing = placing
        self.villages = frozenset(villages)
        self.whole = whole

    def village(self, subject: Subject) -> str:
        """Return the name of a subject's village as it is now, empty where nobody can tell."""
        number = self.placing.unit(subject)
        return self.placing.villages.by_number[number].name if number is not None else ""

    @cached_property
    def subjects(self) -> frozenset[Subject]:
        """All of these villages."""
        return frozenset(
            each
            for each in self.desk.view.facts
            if is_here(self.placing, each, self.villages, whole=self.whole)
        )

    @cached_property
    def unplaced(self) -> tuple[Subject, ...]:
        """Whom and what a person has to place, by name: of which village they are nobody can tell. Who lives in a
        household of the list goes with it."""
        found = frozenset(each for each in self.subjects if self.placing.unit(each) is None)
        homes = {each: self.desk.kin.home(each) for each in found if each.kind is SubjectKind.PERSON}
        return _by_name(each for each in found if homes.get(each) not in found)

    def holds(self, subject: Subject) -> bool:
        """Tell whether a subject, under any of its keys, is of these villages."""
        return self.desk.view.canonical(subject) in self.subjects

    def of_kind(self, kind: SubjectKind) -> tuple[Subject, ...]:
        """Return the subjects of a kind by name."""
        return _by_name(each for each in self.subjects if each.kind is kind)

    def seek(self, text: str) -> tuple[Subject, ...]:
        """Return whom a text may mean, by name: the whole name first, then all other ways."""
        wanted = "".join(unicodedata.normalize("NFKC", text[:LONGEST]).split()).casefold()
        if not wanted:
            return ()
        named = _by_name(each for each in self.subjects if each.name.casefold() == wanted)
        others = (each for each in self.subjects if each not in named and _means(each, wanted))
        return (*named, *_by_name(others))

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """On what sources disagree here."""
        return tuple(doubts(self.desk, self.subjects))

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """What has run out here, or soon will."""
        return tuple(running_out(self.desk, sorted(self.subjects, key=_name)))


def _means(subject: Subject, wanted: str) -> bool:
    name = subject.name.casefold()
    if wanted in name:
        return True
    if wanted.isascii() and len(wanted) >= _TAIL and any(sign.isdigit() for sign in wanted):
        return subject.key.casefold().endswith(wanted)
    return wanted.isascii() and wanted.isalpha() and _sounds(initials(name), wanted)


def _sounds(letters: Sequence[frozenset[str]], wanted: str) -> bool:
    last = len(letters) - len(wanted)
    return any(
        all(letter in letters[start + at] for at, letter in enumerate(wanted)) for start in range(last + 1)
    )


@lru_cache(maxsize=65_536)
def initials(name: str) -> tuple[frozenset[str], ...]:
    """Return for each sign of a name the letters with which its readings begin: 单 is d, s and c."""
    return tuple(_letters(sign) for sign in name)


@lru_cache(maxsize=16_384)
def _letters(sign: str) -> frozenset[str]:
    return frozenset(
        each[:1].casefold() for each in pinyin(sign, style=Style.FIRST_LETTER, heteronym=True)[0]
    )


def _by_name(found: Iterable[Subject]) -> tuple[Subject, ...]:
    return tuple(sorted(found, key=_name))


def _name(subject: Subject) -> tuple[str, Subject]:
    return subject.name, subject
