"""Why no fewer questions are enough: a certificate that anybody can check with a pencil.

Every blank lists the questions of which one answer fills it. The certificate names the questions that are asked, and blanks of
which no two can be filled by one question: at least so many questions are needed (a packing bounds a cover from below). Where
both counts are equal, the questions are proven to be the fewest; else the certificate says how many may be too many.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.answer.ask import Question, blanks
from qingzhuang.answer.plan import Plan
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject

Told = tuple[
    int, str
]  # the number of somebody (no name, no ID number), the key of an element, with the day as of which a figure is wanted


@dataclass(frozen=True, slots=True)
class Certificate:
    """`blanks` lists for each blank its questions, `asked` the questions, `apart` blanks that share none."""

    blanks: Mapping[Told, tuple[str, ...]]
    asked: tuple[Told, ...]
    apart: tuple[Told, ...]

    @property
    def proven(self) -> bool:
        """Whether no fewer questions are enough."""
        return len(self.asked) == len(self.apart)


def certify(plans: Iterable[Plan], questions: Iterable[Question]) -> Certificate:
    """Return the certificate for the questions that were chosen for the plans."""
    numbers: dict[Subject, int] = {}
    lacking = {
        (numbers.setdefault(who, len(numbers) + 1), asks): routes
        for (who, asks), routes in blanks(plans).items()
    }
    asked = ((numbers[each.subject], each.asks) for each in questions if each.subject in numbers)
    return Certificate(lacking, tuple(sorted(asked)), tuple(_apart(lacking)))


def _apart(blanks: Mapping[Told, tuple[str, ...]]) -> Iterator[Told]:
    """Blanks of which no two share a question: those with the fewest questions first, as many as fit."""
    taken: defaultdict[int, set[str]] = defaultdict(set)
    for (who, key), routes in sorted(blanks.items(), key=lambda item: (item[0][0], len(item[1]), item[0][1])):
        if routes and taken[who].isdisjoint(routes):
            taken[who] |= set(routes)
            yield who, key


def faults(certificate: Certificate) -> list[str]:
    """Check a certificate: what in it is not true. Empty when it holds."""
    asked: defaultdict[int, set[str]] = defaultdict(set)
    for who, key in certificate.asked:
        asked[who].add(key)
    found = [
        _("第 {who} 个对象的“{key}”没有一问能填。").format(who=who, key=key)
        for (who, key), routes in certificate.blanks.items()
        if routes and asked[who].isdisjoint(routes)
    ]
    taken: defaultdict[int, set[str]] = defaultdict(set)
    for who, key in certificate.apart:
        routes = certificate.blanks.get((who, key), ())
        if not routes or not taken[who].isdisjoint(routes):
            found.append(
                _("第 {who} 个对象的“{key}”和别的空格能一问填好，不能单算一问。").format(who=who, key=key)
            )
        taken[who] |= set(routes)
    return found


def as_tree(certificate: Certificate) -> dict[str, object]:
    """The certificate as a JSON document."""
    return {
        "asked": [list(each) for each in certificate.asked],
        "at_least": len(certificate.apart),
        "proven": certificate.proven,
        "apart": [list(each) for each in certificate.apart],
        "blanks": [[who, key, list(routes)] for (who, key), routes in certificate.blanks.items()],
    }


def from_tree(tree: Mapping[str, Sequence[Sequence[object]]]) -> Certificate:
    """Read a JSON document again. Raises KeyError, TypeError or ValueError when it is none."""
    blanks = {(int(str(who)), str(key)): _texts(routes) for who, key, routes in tree["blanks"]}
    asked, apart = (
        tuple((int(str(who)), str(key)) for who, key in tree[name]) for name in ("asked", "apart")
    )
    return Certificate(blanks, asked, apart)


def _texts(routes: object) -> tuple[str, ...]:
    if not isinstance(routes, list):
        raise TypeError(routes)
    return tuple(str(each) for each in routes)
