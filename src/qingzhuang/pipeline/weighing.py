"""A folder of forms onto the scales: read, match, class, weigh, propose. Bytes in, a Weighing out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from qingzhuang.account.load import Asked, Load
from qingzhuang.account.propose.run import propose
from qingzhuang.account.rates import rates_on
from qingzhuang.account.tally import tally
from qingzhuang.account.weighing import LookAlike, Repeat, Weighing
from qingzhuang.intake.converter import Converter
from qingzhuang.intake.read import read_form
from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.group import Group, Grouping, Link, Member, group
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.demand import Demand
from qingzhuang.model.element import DataElement
from qingzhuang.model.form import Form, Item, ItemType, Table
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.model.verdict import Verdict
from qingzhuang.pipeline.demands import NOTHING_TOLD, Told, demand, usual_times

SILENT_TYPES = (ItemType.ROW_NUMBER, ItemType.SIGNATURE)
KNOWN_SHARE = 0.9  # of the cells a form asks, so many must the ledger hold before a column counts as known
_ItemKey = tuple[int, int]


@dataclass(slots=True)
class Pile:
    """Forms read so far, and what could not be read. A form's `paths` entry is its path below the folder."""

    forms: list[Form] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    def add(self, path: str, content: bytes, converter: Converter | None = None) -> None:
        """Read one file; what cannot be read is kept as a problem and stops nothing."""
        try:
            form = read_form(path, content, converter=converter)
        except ProblemError as error:
            self.unread.append(error.problem)
            return
        self.doubts += [problem for problem in form.problems if problem.severity is Severity.DOUBT]
        if form.items:
            self.forms.append(form)
            self.paths.append(path)
        elif not any(problem.severity is Severity.ERROR for problem in form.problems):
            self.unread.append(_nothing_asked(path))
        self.unread += [problem for problem in form.problems if problem.severity is Severity.ERROR]


def weigh(
    place: str, pile: Pile, today: date, told: Told = NOTHING_TOLD, known: Mapping[str, int] | None = None
) -> Weighing:
    """Weigh a pile of forms. `known` counts, per slot key, the subjects for whom the ledger holds a value."""
    grouping = group(pile.forms)
    demands = [demand(form, path, told) for form, path in zip(pile.forms, pile.paths, strict=True)]
    loads = _Loads(grouping, pile.forms, known or {}).of(demands)
    rates = rates_on(today)
    result = tally(loads, rates)
    return Weighing(
        place=place,
        files=len(pile.forms) + len(pile.unread),
        tally=result,
        rates=rates,
        proposals=propose(result, rates),
        repeats=_repeats(grouping, pile.paths),
        lookalikes=_lookalikes(grouping, pile.paths),
        unsure=len(grouping.unsure),
        unread=tuple(pile.unread),
        doubts=tuple(pile.doubts),
        assumptions=_assumptions(pile, told),
    )


_IN_A_ROW = 3
_OF_SPECIAL_CARDS = "disability_card."


class _Loads:
    """Turns a grouping into what each demand asks."""

    def __init__(self, grouping: Grouping, forms: Sequence[Form], known: Mapping[str, int]) -> None:
        self._grouping, self._forms, self._known = grouping, forms, known
        self._at: dict[_ItemKey, int] = {
            (member.form, id(member.item)): index
            for index, each in enumerate(grouping.groups)
            for member in each.members
        }
        self._from = _sources(grouping.derivable)

    def of(self, demands: Sequence[Demand]) -> list[Load]:
        """Return one load per demand, in order."""
        return [self._load(index, each) for index, each in enumerate(demands)]

    def _load(self, index: int, each: Demand) -> Load:
        form = self._forms[index]
        items = tuple(self._asked(index, each, table, item) for table in form.tables for item in table.items)
        return Load(each, items, _population(self._members(index)))

    def _members(self, index: int) -> Iterable[Member]:
        return (member for each in self._grouping.groups for member in each.members if member.form == index)

    def _asked(self, index: int, each: Demand, table: Table, item: Item) -> Asked:
        at = self._at[index, id(item)]
        found = self._grouping.groups[at]
        cells = cells_of(table, item, each.records)
        source = self._source(index, at)
        return Asked(
            item=item,
            fact=_fact(found, at),
            name=found.element.name,
            cells=cells,
            counts=counts(item, found.element),
            from_fact=_fact(self._grouping.groups[source[0]], source[0]) if source else None,
            formula=source[1] if source else None,
            known=self._known.get(found.key, 0) >= max(1.0, KNOWN_SHARE * cells * each.post.count),
            lasts_days=found.element.lasts_days,
            holder=found.element.holder,
            about=found.element.object_class,
        )

    def _source(self, index: int, at: int) -> tuple[int, str] | None:
        """What an item follows from. Few people hold a special card: it tells its holder's number on its own form only."""
        source = self._from.get(at)
        if source is None or not source[1].startswith(_OF_SPECIAL_CARDS):
            return source
        here = any(member.form == index for member in self._grouping.groups[source[0]].members)
        return source if here else None


def _fact(found: Group, at: int) -> str:
    """Groups are facts; two groups of one key (kept apart by a veto) stay two."""
    return f"{found.key}#{at}"


def counts(item: Item, asks: DataElement) -> bool:
    """Tell whether an item asks for a fact."""
    return asks.asked and not item.formula and item.type not in SILENT_TYPES


def cells_of(table: Table, item: Item, records: int) -> int:
    """Return how many cells of an item one post fills, each time."""
    if item in table.inputs:
        return 1
    if table.stubs:
        return len(table.stubs) if item.place.column not in table.stub_columns else 0
    return records


def _sources(links: Iterable[Link]) -> dict[int, tuple[int, str]]:
    """For each derivable group the group that it follows from; ID numbers first, for they never change."""
    found: dict[int, tuple[int, str]] = {}
    for link in sorted(links, key=lambda each: not (each.match.formula or "").startswith("id_number.")):
        for source, target in _ways(link):
            if source not in found or found[source][0] != target:
                found.setdefault(target, (source, link.match.formula or ""))
    return found


def _ways(link: Link) -> Iterable[tuple[int, int]]:
    if link.match.direction in ("a->b", "a<->b"):
        yield link.a, link.b
    if link.match.direction == "b->a":
        yield link.b, link.a


def _population(members: Iterable[Member]) -> str:
    """Whom the title says the rows are about; the same words in another title mean the same people."""
    slots: Slots | None = next((parse(member.context) for member in members), None)
    if slots is None:
        return ""
    return "、".join(value for _name, value in sorted(slots.listed))


def _repeats(grouping: Grouping, paths: Sequence[str]) -> tuple[Repeat, ...]:
    repeats = [
        Repeat(
            each.element.name,
            tuple(dict.fromkeys(member.item.label for member in each.members)),
            tuple(dict.fromkeys(paths[member.form] for member in each.members)),
        )
        for each in grouping.groups
        if each.element.asked
    ]
    return tuple(sorted((each for each in repeats if len(each.forms) > 1), key=lambda each: -len(each.forms)))


def _lookalikes(grouping: Grouping, paths: Sequence[str]) -> tuple[LookAlike, ...]:
    """Look-alikes with the most items behind them first: those are the ones that a person would merge by mistake. Each
    reason has its turn, so that 户籍 and 常住, 亩 and 公顷 are not lost behind a dozen kinds of telephone."""
    links = [
        link for link in grouping.alike if link.match.verdict is Verdict.DISTINCT and _like(grouping, link)
    ]
    links.sort(
        key=lambda link: -min(len(grouping.groups[link.a].members), len(grouping.groups[link.b].members))
    )
    seen: Counter[int] = Counter()
    turns: Counter[str] = Counter()
    chosen: list[tuple[int, LookAlike]] = []
    for link in links:
        if seen[link.a] < 2 and seen[link.b] < 2:
            seen.update((link.a, link.b))
            chosen.append((turns[link.match.rule] // _IN_A_ROW, _lookalike(grouping, link, paths)))
            turns[link.match.rule] += 1
    return tuple(each for _turn, each in sorted(chosen, key=lambda pair: pair[0]))


def _like(grouping: Grouping, link: Link) -> bool:
    """Named alike, and both facts: what differs in every character needs no warning."""
    a, b = grouping.groups[link.a], grouping.groups[link.b]
    return a.element.asked and b.element.asked and bool(set(link.match.a.label) & set(link.match.b.label))


def _lookalike(grouping: Grouping, link: Link, paths: Sequence[str]) -> LookAlike:
    a, b = grouping.groups[link.a].members[0], grouping.groups[link.b].members[0]
    return LookAlike(a.item.key, paths[a.form], b.item.key, paths[b.form], link.match.why)


def _assumptions(pile: Pile, told: Told) -> tuple[str, ...]:
    untold = [form for form, path in zip(pile.forms, pile.paths, strict=True) if not told.of(path)]
    if not untold:
        return ()
    usual = sum(1 for form in untold if usual_times(form) == 1.0)
    return (
        _(
            "{n} 张表没有人写明一年几次、几个岗位填：次数按标题里的“月报、季度”等字样算，没有字样的 {usual} 张按一年一次；岗位按一个算。"
        ).format(n=len(untold), usual=usual),
        _("行数按表上画好的空行算，没有画的按 20 行。可在表格文件夹里放一份 demands.yaml 写明。"),
    )


def _nothing_asked(path: str) -> Problem:
    return Problem(
        "QZ-W002",
        path,
        _("打开了，但没有找到要填的栏。"),
        _("若它确是一张表，请用 qz read 看看读成了什么，再告诉我们。"),
    )
