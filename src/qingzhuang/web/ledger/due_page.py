"""Lists of what wants a look: what runs out, what disagrees."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.doubts import Due
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.web.ledger.duels import Duel, duel
from qingzhuang.web.ledger.shown import mark_of, name_of, source_words, tail_of, value_words

PART = 40
Numbers = Callable[[set[Subject]], dict[Subject, int]]


@dataclass(frozen=True, slots=True)
class Keep:
    """One value to be kept by one tap."""

    number: int
    who: str
    tail: str
    key: str
    name: str
    value: str
    source: str
    mark: str
    ends: str
    stale: bool


@dataclass(frozen=True, slots=True)
class DuePage:
    """All that the template needs of either list."""

    whose: str
    count: int
    keeps: tuple[Keep, ...]
    duels: tuple[Duel, ...]
    part: int
    parts: int
    told: str = ""


def due_page(held: Directory, whose: str, page: str, numbers: Numbers, told: str = "") -> DuePage:
    """Lay out what has run out or soon will, by name."""
    part, parts = _part(len(held.due), page)
    shown = held.due[(part - 1) * PART : part * PART]
    known = numbers({each.subject for each in shown})
    keeps = tuple(_keep(each, known.get(each.subject, 0)) for each in shown)
    return DuePage(whose, len(held.due), keeps, (), part, parts, told)


def odd_page(
    held: Directory, whose: str, page: str, numbers: Numbers, later: Collection[tuple[Subject, str]]
) -> DuePage:
    """Lay out what disagrees, by name; what waits for the next meeting comes last."""
    found = sorted(held.doubts, key=lambda each: (each.subject, each.element) in later)
    part, parts = _part(len(found), page)
    shown = found[(part - 1) * PART : part * PART]
    known = numbers({each.subject for each in shown})
    duels = tuple(
        duel(each, later=(each.subject, each.element) in later, number=known.get(each.subject, 0))
        for each in shown
    )
    return DuePage(whose, len(found), (), duels, part, parts)


def due_of(held: Directory, sent: Mapping[str, str], numbers: Numbers) -> Due | None:
    """Return which line was tapped: the value must be the one that the page showed."""
    key, mark, number = (sent.get(name, "") for name in ("item", "mark", "number"))
    alike = [each for each in held.due if each.element == key and mark_of(each.fact.value) == mark]
    known = numbers({each.subject for each in alike})
    return next((each for each in alike if str(known.get(each.subject)) == number), None)


def _part(count: int, page: str) -> tuple[int, int]:
    parts = max(1, -(-count // PART))
    wanted = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return min(max(wanted, 1), parts), parts


def _keep(due: Due, number: int) -> Keep:
    fact = due.fact
    words = _("{day} 已过") if due.stale else _("{day} 到期")
    return Keep(
        number,
        name_of(due.subject),
        tail_of(due.subject),
        due.element,
        element(due.element).name,
        value_words(fact.value, due.subject, due.element) or _("（空）"),
        _("{source}，{day}").format(source=source_words(fact), day=fact.as_of),
        mark_of(fact.value),
        words.format(day=fact.valid_until),
        due.stale,
    )
