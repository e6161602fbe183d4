"""A subject's page: what is known, since when, from where; what disagrees; what became of it; who belongs together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.ledger import Resolution, Standing
from qingzhuang.answer.of_a_day import held_now
from qingzhuang.answer.plan_kin import RELATION_KEY
from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.pipeline.doubts import SOON
from qingzhuang.store.ledger.report import Decision, Entry
from qingzhuang.web.ledger.duels import Duel, duel
from qingzhuang.web.ledger.mine import Found
from qingzhuang.web.ledger.past import Past, Taken, pasts, taken_back
from qingzhuang.web.ledger.shown import KINDS, PERSONAL, name_of, source_words, tail_of, value_words

_LEADING = (
    "person.name",
    "person.id_no",
    "person.sex",
    "person.birth",
    "person.phone",
    "person.live_addr",
    "person.relation_to_head",
    "household.code",
    "site.name",
    "organisation.name",
)
_FIRST = {key: place for place, key in enumerate(_LEADING)}
_LATER = len(_LEADING)


@dataclass(frozen=True, slots=True)
class Line:
    """One element. `look` is stale, soon, odd (sources disagree) or empty."""

    key: str
    name: str
    value: str
    source: str
    on: str
    until: str
    look: str


@dataclass(frozen=True, slots=True)
class Relative:
    """Who or what belongs to the subject."""

    number: int
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """All that the template needs. `whole`: numbers are shown in full, for `purpose`."""

    number: int
    name: str
    kind: str
    village: str
    tail: str
    left: str
    looks: int
    count: int
    duels: tuple[Duel, ...]
    lines: tuple[Line, ...]
    pasts: tuple[Past, ...]
    taken: tuple[Taken, ...]
    home: Relative | None
    members: tuple[Relative, ...]
    personal: bool
    whole: bool
    purpose: str
    told: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the store told of a subject: its history, decisions, the numbers of those around it, what is put off to the
    next meeting."""

    entries: Sequence[Entry]
    decided: Sequence[Decision]
    numbers: Mapping[Subject, int]
    later: Collection[str] = ()


def relatives(found: Found) -> tuple[Subject | None, tuple[Subject, ...]]:
    """Return the household of a person and its other members; the members of a household."""
    kin, subject = found.directory.desk.kin, found.subject
    home = kin.home(subject) if subject.kind in PERSONAL else None
    if home is None:
        return None, ()
    members = tuple(each for each in kin.members(home) if each != subject and found.directory.holds(each))
    return (None if home == subject or not found.directory.holds(home) else home), members


def subject_page(found: Found, known: Known, *, purpose: str = "", told: str = "") -> SubjectPage:
    """Lay out one subject; with a purpose in full."""
    subject, view = found.subject, found.directory.desk.view
    whole = bool(purpose)
    odd = {each.element: each for each in found.directory.doubts if each.subject == subject}
    keys = sorted({*view.elements(subject), *odd}, key=lambda key: (_FIRST.get(key, _LATER), key))
    lines = tuple(_line(found, key, conflicting=key in odd, whole=whole) for key in keys)
    home, members = relatives(found)
    return SubjectPage(
        number=found.number,
        name=name_of(subject),
        kind=KINDS[subject.kind],
        village=found.directory.village(subject),
        tail=tail_of(subject),
        left=_("新名册里已经没有，填表时当作要再问。") if subject in view.left else "",
        looks=sum(bool(each.look) for each in lines),
        count=len(lines),
        duels=tuple(duel(each, later=key in known.later, whole=whole) for key, each in odd.items()),
        lines=lines,
        pasts=pasts(known.entries, whole=whole),
        taken=taken_back(known.decided),
        home=_relative(found, home, known) if home else None,
        members=tuple(_relative(found, each, known) for each in members),
        personal=subject.kind in PERSONAL or any("*" in each.value for each in lines),
        whole=whole,
        purpose=purpose,
        told=told,
    )


def _relative(found: Found, subject: Subject, known: Known) -> Relative:
    said = found.directory.desk.view.value(subject, RELATION_KEY)
    what = _("这一户") if subject.kind is SubjectKind.HOUSEHOLD else str(said or "")
    return Relative(known.numbers.get(subject, 0), name_of(subject), what)


def _line(found: Found, key: str, *, conflicting: bool, whole: bool) -> Line:
    view = found.directory.desk.view
    known = held_now(view, found.subject, key, element(key))
    name = element(key).name
    if conflicting or known.fact is None:
        return Line(key, name, _("几处不一致，见上"), "", "", "", "odd")
    fact = known.fact
    unit = element(key).unit
    value = value_words(fact.value, found.subject, key, whole=whole)
    ends = fact.valid_until
    return Line(
        key,
        name,
        f"{value} {unit}" if unit and value else value,
        source_words(fact),
        f"{fact.as_of}",
        f"{ends}" if ends else _("一直"),
        _look(known, fact, view.as_of + SOON),
    )


def _look(known: Resolution, fact: Fact, soon: date) -> str:
    if known.standing is Standing.STALE:
        return "stale"
    return "soon" if fact.valid_until is not None and fact.valid_until <= soon else ""
