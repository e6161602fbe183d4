"""The report's page data: a Weighing turned into the words and drawings that the template sets."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qingzhuang.account.load import ItemClass
from qingzhuang.account.propose.proposal import Kind, Proposal
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import NOTHING
from qingzhuang.account.tally import Weighed
from qingzhuang.account.weighing import LookAlike, Repeat, Weighing
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.problem import Problem
from qingzhuang.web import words
from qingzhuang.web.drawing import Drawing, Waffle, bar, strip, waffle

MONTHS = 12
MOST_REPEATS, MOST_LOOKALIKES, MOST_A_REASON, MOST_A_KIND, MOST_NAMES = 8, 8, 2, 3, 6
CLASSES = (
    (ItemClass.REPEATED, "rep", later("别的表已经问过")),
    (ItemClass.DERIVABLE, "der", later("算得出来")),
    (ItemClass.KNOWN, "kn", later("台账里有")),
    (ItemClass.ASKED, "after", later("要人答")),
)


@dataclass(frozen=True, slots=True)
class ClassCount:
    """One of the four classes with its number of columns."""

    kind: str
    count: str
    words: str


@dataclass(frozen=True, slots=True)
class IssuerRow:
    """One issuing office, minutes a month over all its forms; `demands` open under it."""

    name: str
    forms: int
    before: str
    after: str
    bar: Drawing
    demands: tuple["DemandRow", ...]


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One form's minutes a year with their formula."""

    title: str
    before: str
    after: str
    before_formula: str
    after_formula: str


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal."""

    forms: str
    what: str
    why: str
    check: str
    frees: str
    formula: str


@dataclass(frozen=True, slots=True)
class RepeatRow:
    """One repeated fact with some of its names."""

    name: str
    forms: int
    labels: int
    examples: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """All that the template needs."""

    place: str
    day: str
    posts: str
    forms: int
    before: str
    before_range: str
    after: tuple[tuple[str, str], ...]
    after_range: str
    minutes: str
    waffle: Waffle
    columns: str
    asked: str
    nonfacts: str
    cells: tuple[str, str]
    strip: Drawing
    classes: tuple[ClassCount, ...]
    issuers: tuple[IssuerRow, ...]
    total: tuple[int, str, str]
    proposals: tuple[ProposalRow, ...]
    more_proposals: int
    repeats: tuple[RepeatRow, ...]
    lookalikes: tuple[LookAlike, ...]
    unsure: int
    unread: tuple[Problem, ...]
    rates: Rates
    rates_since: str
    assumptions: tuple[str, ...]
    files: int
    footer: str


def report_page(weighing: Weighing, today: date, *, footer: str = "") -> ReportPage:
    """Build the page. Minutes a month, over all posts; the formula stands with every figure."""
    tally = weighing.tally
    before, after = tally.before * (1 / MONTHS), tally.after * (1 / MONTHS)
    counts = {kind: len(tally.items(kind)) for kind in ItemClass}
    facts = sum(count for kind, count in counts.items() if kind is not ItemClass.NONFACT)
    proposals = _chosen(weighing.proposals)
    said = _("{before} 分 → {after} 分").format(
        before=words.number(before.likely), after=words.number(after.likely)
    )
    return ReportPage(
        place=weighing.place,
        day=words.day(today),
        posts=_posts(tally.demands),
        forms=len(tally.demands),
        before=words.duration(before.likely),
        before_range=f"{words.duration(before.low)}–{words.duration(before.high)}",
        after=_figures(after.likely),
        after_range=f"{words.duration(after.low)}–{words.duration(after.high)}",
        minutes=_("{said}，少 {less} 分").format(said=said, less=words.number(before.likely - after.likely)),
        waffle=waffle(before.likely, after.likely, said),
        columns=words.number(facts),
        asked=words.number(counts[ItemClass.ASKED]),
        nonfacts=words.number(counts[ItemClass.NONFACT]),
        cells=(words.number(tally.touched[0]), words.number(tally.touched[1])),
        strip=strip(
            tuple((kind, counts[each]) for each, kind, _said in CLASSES), _("{n} 栏").format(n=facts)
        ),
        classes=tuple(ClassCount(kind, words.number(counts[each]), said) for each, kind, said in CLASSES),
        issuers=_issuers(tally.demands),
        total=(len(tally.demands), words.number(before.likely), words.number(after.likely)),
        proposals=tuple(_proposal(each) for each in proposals),
        more_proposals=len(weighing.proposals) - len(proposals),
        repeats=tuple(_repeat(each) for each in weighing.repeats[:MOST_REPEATS]),
        lookalikes=_telling(weighing.lookalikes),
        unsure=weighing.unsure,
        unread=weighing.unread,
        rates=weighing.rates,
        rates_since=words.day(weighing.rates.since),
        assumptions=weighing.assumptions,
        files=weighing.files,
        footer=footer,
    )


def _figures(minutes: float) -> tuple[tuple[str, str], ...]:
    """The one large figure of the page, split from its unit words."""
    pieces = words.duration(minutes).split(" ")
    return tuple(zip(pieces[::2], pieces[1::2], strict=True))


def _posts(demands: Iterable[Weighed]) -> str:
    most: dict[str, int] = {}
    for each in demands:
        post = each.load.load.demand.post
        most[post.kind] = max(most.get(post.kind, 0), post.count)
    return _("、").join(_("{count} 个{kind}").format(count=count, kind=kind) for kind, count in most.items())


def _issuers(demands: tuple[Weighed, ...]) -> tuple[IssuerRow, ...]:
    """Offices in directory order, which is the order of the files."""
    offices: dict[str, list[Weighed]] = {}
    for each in demands:
        offices.setdefault(each.load.load.demand.issuer.name, []).append(each)
    before = {
        name: sum((each.before.minutes for each in held), NOTHING).likely / MONTHS
        for name, held in offices.items()
    }
    after = {
        name: sum((each.after.minutes for each in held), NOTHING).likely / MONTHS
        for name, held in offices.items()
    }
    longest = max(before.values(), default=0.0)
    return tuple(
        IssuerRow(
            name,
            len(held),
            words.number(before[name]),
            words.number(after[name]),
            bar(before[name], after[name], longest),
            tuple(_demand(each) for each in held),
        )
        for name, held in offices.items()
    )


def _demand(each: Weighed) -> DemandRow:
    form = each.load.load.demand.form
    return DemandRow(
        form.title or form.file,
        words.number(each.before.minutes.likely),
        words.number(each.after.minutes.likely),
        each.before.formula,
        each.after.formula,
    )


def _chosen(proposals: tuple[Proposal, ...]) -> list[Proposal]:
    """The largest few of every kind, most minutes first, so that one kind does not crowd out the others."""
    ranked = sorted(proposals, key=lambda each: -each.frees.minutes.likely)
    kept: Counter[Kind] = Counter()
    chosen: list[Proposal] = []
    for each in ranked:
        if kept[each.kind] < MOST_A_KIND:
            kept[each.kind] += 1
            chosen.append(each)
    return chosen


def _proposal(each: Proposal) -> ProposalRow:
    shown = _("、").join(_stem(file) for file in each.forms[:2])
    if len(each.forms) > 2:
        shown = _("{names} 等 {n} 张").format(names=shown, n=len(each.forms))
    monthly = each.frees.minutes * (1 / MONTHS)
    return ProposalRow(
        shown, each.what, each.why, each.check, words.duration(monthly.likely), each.frees.formula
    )


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _telling(lookalikes: tuple[LookAlike, ...]) -> tuple[LookAlike, ...]:
    """Choose what teaches most: few of one reason, so that those of another are seen; the rest fills up."""
    kept: Counter[str] = Counter()
    first: list[LookAlike] = []
    rest: list[LookAlike] = []
    for each in lookalikes:
        reason = re.split("[：:]", each.why)[0]
        kept[reason] += 1
        (first if kept[reason] <= MOST_A_REASON else rest).append(each)
    return tuple([*first, *rest][:MOST_LOOKALIKES])


def _repeat(each: Repeat) -> RepeatRow:
    more = " …" if len(each.labels) > MOST_NAMES else ""
    return RepeatRow(
        each.name, len(each.forms), len(each.labels), _("、").join(each.labels[:MOST_NAMES]) + more
    )
