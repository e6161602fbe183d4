"""The calendar of a post's questions form by form: what each form costs a year and would save, and what comes when."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.account.rates import Rates
from qingzhuang.answer.year.calendar import Asked
from qingzhuang.answer.year.due import month_of, slower
from qingzhuang.answer.year.needs import Dated, Wanted, answered_by_days, together, wanted
from qingzhuang.answer.year.part import Need
from qingzhuang.answer.year.without import Without, alone
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk, graph
from qingzhuang.pipeline.year import Asking, asking_for, photographed

MOST_FORMS = 3
_Owners = Mapping[Subject, Mapping[Need, frozenset[int]]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a post: as planned, each plan with its days, and how often a year it comes."""

    dated: tuple[Dated, ...]
    times: float


@dataclass(frozen=True, slots=True)
class Cause:
    """What one form does in twelve months: `cells` that it asks; `cut` and `slower` are the questions that would not be asked
    without it, or were it to come one step less often, `slower_cells` the cells."""

    cells: int
    cut: int
    slower_cells: int
    slower: int


@dataclass(frozen=True, slots=True)
class Coming:
    """Questions of one kind in one month: what, about which sort of subject, of how many, for which forms (numbers in the order
    given, the chief ones). `now`: asked on the first day they would serve as well; `serves` is how many times of a later month
    they save asking again."""

    month: str
    key: str
    kind: SubjectKind
    now: bool
    many: int
    serves: int
    forms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ByForm:
    """A calendar, what each form does to it, and what comes when, months in order."""

    asking: Asking
    causes: tuple[Cause, ...]
    coming: tuple[Coming, ...]


def asking_by_form(forms: Sequence[Form], desk: Desk, rates: Rates, first: date) -> ByForm:
    """Return the questions of twelve months from a day on with what they are due to."""
    wants = [wanted(each.dated, graph().routes, element) for each in forms]
    answered_by_days(wants, element)
    want = together(wants)
    passing = photographed(one for each in forms for one in each.dated)
    found = asking_for(want, passing, desk, rates, first)
    owners = _owners(wants)
    saved = _saved(forms, want, found, owners, first)
    causes = tuple(
        _cause(form, sum(each.cells.values()), *saved[at], first)
        for at, (form, each) in enumerate(zip(forms, wants, strict=True))
    )
    return ByForm(found, causes, tuple(_coming(found, owners, first)))


def _owners(wants: Sequence[Wanted]) -> _Owners:
    found: dict[Subject, dict[Need, frozenset[int]]] = defaultdict(dict)
    for at, want in enumerate(wants):
        for who, needs in want.needs.items():
            mine = found[who]
            for need in needs:
                mine[need] = mine.get(need, frozenset()) | {at}
    return found


def _saved(
    forms: Sequence[Form], want: Wanted, found: Asking, owners: _Owners, first: date
) -> Sequence[tuple[int, int]]:
    """By form the questions that fall away without it, and with it one step less often."""
    kept = [{day.toordinal() for day in _slower(each, first)} for each in forms]
    subjects, without = sorted(want.needs), Without()
    cut, slow = Counter[int](), Counter[int]()
    for each in found.year.proofs:
        chosen = len(each.solved.chosen)
        for number in (one for those in each.who.values() for one in those):
            for at, needs in alone(each.part, owners[subjects[number - 1]]).items():
                cut[at] += without.saved(each.part, chosen, needs)
                late = frozenset(need for need in needs if need.day not in kept[at])
                slow[at] += without.saved(each.part, chosen, late)
    return [(cut[at], slow[at]) for at in range(len(forms))]


def _slower(form: Form, first: date) -> tuple[date, ...]:
    return slower(form.times, form.dated[0].days, first) if form.dated else ()


def _cause(form: Form, cells: int, cut: int, slow: int, first: date) -> Cause:
    days = len(form.dated[0].days) if form.dated else 0
    gone = days - len(_slower(form, first))
    return Cause(cells, cut, cells * gone // days if days else 0, slow)


def _coming(found: Asking, owners: _Owners, first: date) -> Iterator[Coming]:
    """Questions alike put together."""
    alike: dict[tuple[str, str, SubjectKind, bool], list[Asked]] = defaultdict(list)
    for each in found.year.asked:
        alike[each.month, each.key, each.subject.kind, each.since <= first].append(each)
    for (month, key, kind, now), those in alike.items():
        forms = Counter(
            at for each in those for at in {at for need in each.needs for at in owners[each.subject][need]}
        )
        serves = sum(len(_later(each)) for each in those)
        chief = tuple(at for at, _count in forms.most_common(MOST_FORMS))
        yield Coming(month, key, kind, now, len(those), serves, chief)


def _later(asked: Asked) -> set[tuple[str, str]]:
    """What an answer saves in months after its own."""
    months = {(need.key, month_of(date.fromordinal(need.day))) for need in asked.needs}
    return {each for each in months if each[1] > asked.month}
