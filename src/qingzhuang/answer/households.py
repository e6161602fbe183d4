"""One household under two keys: by its book number in one file, by its head's ID number in another.

Only what follows from numbers is tied: the head named by an ID number is, in exactly one household known by its book
number, the head. Nothing is tied by names.
"""

from collections.abc import Iterable, Mapping

from qingzhuang.answer.ledger import Candidate
from qingzhuang.answer.subjects import BOOKS, HEAD, ID_NO
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar

_RELATION = "person.relation_to_head"
_HEADS = frozenset(("户主", "本人", "本人或户主"))


def household_ties(candidates: Iterable[Candidate]) -> Mapping[Subject, Subject]:
    """Return household by head's ID number → household by book number."""
    return ties_of((each.fact.subject, each.fact.element, each.fact.value) for each in candidates)


def ties_of(said: Iterable[tuple[Subject, str, Scalar]]) -> Mapping[Subject, Subject]:
    """Return household by head's ID number → household by book number, read from what is said of whom (element, value)."""
    books: dict[str, set[str]] = {}
    heads: set[str] = set()
    homes: set[Subject] = set()
    for subject, element, given in said:
        value = str(given)
        if subject.kind is SubjectKind.HOUSEHOLD:
            homes.add(subject)
            if element == HEAD + ID_NO and subject.key != value:
                books.setdefault(value, set()).add(subject.key)
                heads.add(value)
        elif subject.kind is SubjectKind.PERSON and element in BOOKS:
            books.setdefault(subject.key, set()).add(value)
        elif subject.kind is SubjectKind.PERSON and element == _RELATION and value in _HEADS:
            heads.add(subject.key)
    by_key = {home.key: home for home in homes}
    return {
        by_key[head]: by_key[book]
        for head in heads & books.keys() & by_key.keys()
        for book in books[head]
        if len(books[head]) == 1 and book in by_key and book != head
    }
