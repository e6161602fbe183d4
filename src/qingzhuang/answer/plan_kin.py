"""Who belongs together: people to households, both to villages. Read from facts: a person's row named the book number
of the household, the household's row the village."""

from collections.abc import Iterator

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

HOUSEHOLD_KEYS = ("person.hukou_booklet_no", "household.code")
VILLAGE_KEY = "place.village"
RELATION_KEY = "person.relation_to_head"
IS_HEAD_KEY = "person.is_head"
HEAD_ID_KEY = "户主@person.id_no"
HEAD_WORDS = frozenset(("户主", "本人", "本人或户主"))


class Kin:
    """The ties within one view, found once."""

    def __init__(self, view: LedgerView) -> None:
        self._view = view
        self._home: dict[Subject, Subject] = {}
        self._members: dict[Subject, list[Subject]] = {}
        self._village: dict[Subject, str] = {}
        homes = {home.key: home for home in view.of_kind(SubjectKind.HOUSEHOLD)}
        heads = {key: home for home in homes.values() if (key := self._text(home, HEAD_ID_KEY))}
        for person in view.of_kind(SubjectKind.PERSON):
            home = next((homes[key] for key in self._home_keys(person) if key in homes), None)
            self._tie(
                person, home or next((heads[key] for key in self._home_keys(person) if key in heads), None)
            )

    def home(self, subject: Subject) -> Subject | None:
        """Return the household of a person, a household itself."""
        return subject if subject.kind is SubjectKind.HOUSEHOLD else self._home.get(subject)

    def members(self, home: Subject) -> tuple[Subject, ...]:
        """Return the people of a household, its head first."""
        return tuple(sorted(self._members.get(home, ()), key=lambda each: (not self.leads(each), each.key)))

    def head(self, home: Subject) -> Subject | None:
        """Return the head of a household, None when nobody or more than one is said to be it."""
        leading = [person for person in self._members.get(home, ()) if self.leads(person)]
        return leading[0] if len(leading) == 1 else None

    def leads(self, person: Subject) -> bool:
        """Tell whether a person is said to be the head of the household."""
        relation = self._text(person, RELATION_KEY)
        return relation in HEAD_WORDS or (not relation and self._text(person, IS_HEAD_KEY) == "是")

    def village(self, subject: Subject) -> str:
        """Return the name of the village of a subject, empty when nobody said: its own, else its household's, else
        its members'."""
        home = self.home(subject)
        if subject not in self._village:
            asked = (subject, *((home, *self._members.get(home, ())) if home else ()))
            self._village[subject] = next(
                (name for each in asked if (name := self._text(each, VILLAGE_KEY))), ""
            )
        return self._village[subject]

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
