"""The room's first page: one field to find by, lists by kind, what wants a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from qingzhuang.language import gettext as _
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.seeking import LONGEST, Directory
from qingzhuang.privacy.shown import plain
from qingzhuang.web.ledger.shown import KINDS, covered, name_of, tail_of
from qingzhuang.web.words import number

PART = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One subject of a list; `said` tells it from its namesakes."""

    number: int
    name: str
    kind: str
    said: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of subject and how many there are."""

    key: str
    name: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True)
class FoundPage:
    """All that the template needs."""

    whose: str
    sought: str
    kind: str
    hits: tuple[Hit, ...]
    count: int
    kinds: tuple[Kind, ...]
    part: int
    parts: int
    doubts: int
    due: int
    unplaced: int = 0

    @property
    def listing(self) -> bool:
        """Tell whether a list was asked for."""
        return bool(self.sought or self.kind)

    @property
    def query(self) -> str:
        """The list's own part of the address."""
        return urlencode({"q": self.sought, "k": self.kind})


@dataclass(frozen=True, slots=True)
class Sought:
    """What the address asks for: a text, or a kind, and which part of the list."""

    text: str = ""
    kind: SubjectKind | None = None
    part: int = 1


def sought_of(sent: Mapping[str, str]) -> Sought:
    """Read an address; what it cannot mean is not heard."""
    kinds = {each.value: each for each in SubjectKind}
    page = sent.get("p", "")
    text = plain(sent.get("q", "")[:LONGEST]).strip()
    return Sought(
        text,
        kinds.get(sent.get("k", "")),
        int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )


def listed(held: Directory, sought: Sought) -> tuple[Subject, ...]:
    """Return the list that is asked for."""
    if sought.text:
        return held.seek(sought.text)
    return held.of_kind(sought.kind) if sought.kind else ()


def part_of(found: Sequence[Subject], part: int) -> tuple[Sequence[Subject], int, int]:
    """Return one part of a list, its number and how many there are."""
    parts = max(1, -(-len(found) // PART))
    at = min(max(part, 1), parts)
    return found[(at - 1) * PART : at * PART], at, parts


def found_page(
    held: Directory, whose: str, sought: Sought, found: Sequence[Subject], numbers: Mapping[Subject, int]
) -> FoundPage:
    """Lay out the list that was found."""
    shown, part, parts = part_of(found, sought.part)
    kinds = tuple(_kind(held, each, sought.kind) for each in SubjectKind)
    return FoundPage(
        whose,
        sought.text,
        sought.kind.value if sought.kind else "",
        tuple(_hit(held, each, numbers.get(each, 0)) for each in shown),
        len(found),
        tuple(each for each in kinds if each.count != "0"),
        part,
        parts,
        len(held.doubts),
        len(held.due),
        len(held.unplaced) if held.whole else 0,
    )


def _kind(held: Directory, kind: SubjectKind, current: SubjectKind | None) -> Kind:
    count = sum(each.kind is kind for each in held.subjects)
    return Kind(kind.value, KINDS[kind], number(count), kind is current)


def _hit(held: Directory, subject: Subject, number_: int) -> Hit:
    tail = tail_of(subject)
    left = _("名册里已经没有") if subject in held.desk.view.left else ""
    said = _("，").join(
        part for part in (_("尾号 {tail}").format(tail=tail) if tail.isalnum() else tail, left) if part
    )
    return Hit(number_, name_of(subject), KINDS[subject.kind], said)


def list_row(held: Directory, subject: Subject, *, whole: bool) -> tuple[str, str, str, str]:
    """One line of a list to take away."""
    number_ = "" if subject.key == subject.name or subject.kind is SubjectKind.EVENT else subject.key
    return (
        name_of(subject),
        KINDS[subject.kind],
        held.village(subject),
        plain(number_) if whole else covered(number_),
    )
