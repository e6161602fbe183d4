"""Who belongs together: people to households, both to villages. Read from facts: a person's row names the book number
of the household, another roll the ID number of its head."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Protocol

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar

HOUSEHOLD_KEYS = ("person.hukou_booklet_no", "household.code")
VILLAGE_KEY = "place.village"
RELATION_KEY = "person.relation_to_head"
IS_HEAD_KEY = "person.is_head"
HEAD_ID_KEY = "户主@person.id_no"
HEAD_WORDS = frozenset(("户主", "本人", "本人或户主"))
TIES = (*HOUSEHOLD_KEYS, VILLAGE_KEY, RELATION_KEY, IS_HEAD_KEY, HEAD_ID_KEY)  # all that ties are read from


class Told(Protocol):
    """What ties are read from: a ledger, or only these few elements of it."""

    def of_kind(self, kind: SubjectKind) -> tuple[Subject, ...]:
        """Return the subjects of a kind, sorted."""
        ...

    def value(self, subject: Subject, element: str) -> Scalar:
        """Return the value that may be used."""
        ...


class Kin:
    """The ties within one view, found once. One household may stand in the ledger twice: under its book number and,
    from rolls that print none, under its head's ID number; the first then speaks for both."""

    def __init__(self, view: Told) -> None:
        self._view = view
        self._home: dict[Subject, Subject] = {}
        self._members: dict[Subject, list[Subject]] = {}
        self._village: dict[Subject, str] = {}
        self._heads = self._find_heads()
        self._same = self._find_same()
        homes = {home.key: self.home(home) or home for home in view.of_kind(SubjectKind.HOUSEHOLD)}
        homes |= {head: self.home(home) or home for home, head in self._heads.items()}
        for person in view.of_kind(SubjectKind.PERSON):
            self._tie(person, next((homes[key] for key in self._home_keys(person) if key in homes), None))

    def home(self, subject: Subject) -> Subject | None:
        """Return the household of a person; of a household the one that speaks for it."""
        if subject.kind is SubjectKind.HOUSEHOLD:
            return self._same.get(subject, (subject,))[0]
        return self._home.get(subject)

    def family(self, subject: Subject) -> Iterator[Subject]:
        """Yield a subject with all that belong to its household."""
        yield subject
        home = self.home(subject)
        if home is not None:
            yield from (home, *self.doubles(home), *self.members(home))

    def doubles(self, home: Subject) -> tuple[Subject, ...]:
        """Return the other subjects under which the ledger keeps the same household."""
        return tuple(each for each in self._same.get(home, ()) if each != home)

    def members(self, home: Subject) -> tuple[Subject, ...]:
        """Return the people of a household, its head first."""
        found = self._members.get(self.home(home) or home, ())
        return tuple(sorted(found, key=lambda each: (not self.leads(each), each.key)))

    def head(self, home: Subject) -> Subject | None:
        """Return the head of a household, None when nobody or more than one is said to be it."""
        members = self._members.get(self.home(home) or home, ())
        leading = [person for person in members if self.leads(person)]
        if not leading:
            leading = [person for person in members if person.key == self._heads.get(home)]
        return leading[0] if len(leading) == 1 else None

    def leads(self, person: Subject) -> bool:
        """Tell whether a person is said to be the head of the household."""
        relation = self._text(person, RELATION_KEY)
        return relation in HEAD_WORDS or (not relation and self._text(person, IS_HEAD_KEY) == "是")

    def village(self, subject: Subject) -> str:
        """Return the name of the village of a subject, empty when nobody said: its own, else its household's, else
        its members'."""
        if subject not in self._village:
            home = self.home(subject)
            asked = (subject, *((home, *self._members.get(home, ())) if home else ()))
            self._village[subject] = next(
                (name for each in asked if (name := self._text(each, VILLAGE_KEY))), ""
            )
        return self._village[subject]

    @cached_property
    def villages(self) -> frozenset[str]:
        """The names of the villages where people and households live."""
        kinds = (SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
        return frozenset(self.village(each) for kind in kinds for each in self._view.of_kind(kind)) - {""}

    def _find_heads(self) -> dict[Subject, str]:
        """Return the ID number of each household's head; it is the key of a household that has no book number."""
        people = {person.key for person in self._view.of_kind(SubjectKind.PERSON)}
        found: dict[Subject, str] = {}
        for home in self._view.of_kind(SubjectKind.HOUSEHOLD):
            head = self._text(home, HEAD_ID_KEY) or (home.key if home.key in people else "")
            if head:
                found[home] = head
        return found

    def _find_same(self) -> dict[Subject, tuple[Subject, ...]]:
        """Return the households that are one: under the head's ID number and under the head's only book number."""
        by_head: defaultdict[str, list[Subject]] = defaultdict(list)
        for home, head in self._heads.items():
            by_head[head].append(home)
        found: dict[Subject, tuple[Subject, ...]] = {}
        for head, homes in by_head.items():
            books = [home for home in homes if home.key != head]
            if len(books) == 1 and len(homes) > 1:
                same = (*books, *(home for home in homes if home.key == head))
                found |= dict.fromkeys(same, same)
        return found

    def _tie(self, person: Subject, home: Subject | None) -> None:
        if home is not None:
            self._home[person] = home
            self._members.setdefault(home, []).append(person)

    def _home_keys(self, person: Subject) -> Iterator[str]:
        """Yield the keys under which the person's household may stand: its book number, its head's ID number."""
        for element in HOUSEHOLD_KEYS:
            yield self._text(person, element)
        yield self._text(person, HEAD_ID_KEY)
        yield person.key

    def _text(self, subject: Subject, element: str) -> str:
        value = self._view.value(subject, element)
        return "" if value is None else str(value).strip()
