"""Rolls as evidence: whoever stands in the latest edition of the 党员花名册 is a party member, whatever its columns."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from qingzhuang.answer.beyond import Mention, by_subject, last_days, role_cells, roll_days
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.select_catalogue import Catalogue, Population
from qingzhuang.answer.select_title import core_of, read_title
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject

# Forms that name people before anybody has decided about them.
_OPEN = (
    "申请",
    "申报",
    "摸底",
    "排查",
    "核查",
    "复核",
    "调查",
    "拟",
    "筛查",
    "初审",
    "评估",
    "评定",
    "认定",
    "采集",
    "公示",
    "摸排",
    "走访",
)
_HEAD = "户主@"
_EVERYBODY = frozenset(("户籍人口", "常住人口", "实有人口"))


class Rolls:
    """The lineages of files that name each subject, as far as their latest edition still does."""

    def __init__(self, view: LedgerView, catalogue: Catalogue) -> None:
        self._view = view
        self._catalogue = catalogue
        self._named: dict[tuple[str, SubjectKind], Population | None] = {}

    def prove(self, subject: Subject, population: Population) -> bool:
        """Tell whether a roll of just this population names the subject."""
        return any(self._of(each, subject.kind) is population for each in self._by_subject.get(subject, ()))

    def naming(self, population: Population) -> Mapping[str, frozenset[Subject]]:
        """Return the rolls of just this population, each with the subjects whom its latest edition names."""
        found: dict[str, set[Subject]] = {}
        for subject, lineages in self._by_subject.items():
            for each in lineages:
                if self._of(each, subject.kind) is population:
                    found.setdefault(each, set()).add(subject)
        return {lineage: frozenset(subjects) for lineage, subjects in found.items()}

    def day(self, lineage: str) -> date:
        """Return the day of a roll's latest edition."""
        return self._last[lineage]

    def holds(self, subject: Subject, lineage: str) -> bool:
        """Tell whether the latest edition of a roll names a subject."""
        return lineage in self._by_subject.get(subject, ())

    def leads(self, home: Subject, lineage: str) -> bool:
        """Tell whether a roll speaks of a household's head."""
        if self._view.beyond is not None:
            return (home, lineage) in self._view.beyond.led
        return (home, lineage) in self._leading

    def counts_all(self, subject: Subject) -> bool:
        """Tell whether a roll of everybody (村民信息表, 户籍人口台账) names the subject."""
        return any(self._is_of_all(each) for each in self._by_subject.get(subject, ()))

    def of_all(self, subjects: Iterable[Subject]) -> frozenset[str]:
        """Return the rolls of everybody that name any of the subjects."""
        named = {lineage for each in subjects for lineage in self._by_subject.get(each, ())}
        return frozenset(each for each in named if self._is_of_all(each))

    def _is_of_all(self, lineage: str) -> bool:
        title = _title(lineage)
        if not title or any(word in title for word in _OPEN):
            return False
        meant = read_title(title, SubjectKind.PERSON, self._catalogue)
        return meant.known and all(each.name in _EVERYBODY for each in meant.populations)

    def named_alike(self, subject: Subject, title: str) -> bool:
        """Tell whether a roll names the subject whose title speaks of the same people in the same words."""
        core = self.core(title, subject.kind)
        return bool(core) and core in self.cores(subject)

    def core(self, title: str, kind: SubjectKind) -> str:
        """Return the words by which a title names whom or what it lists."""
        return core_of(title, kind, self._catalogue)

    def cores(self, subject: Subject) -> tuple[str, ...]:
        """Return these words of all rolls that name a subject."""
        return tuple(self.core(_title(each), subject.kind) for each in self._by_subject.get(subject, ()))

    def _of(self, lineage: str, kind: SubjectKind) -> Population | None:
        if (lineage, kind) not in self._named:
            self._named[lineage, kind] = self._read(_title(lineage), kind)
        return self._named[lineage, kind]

    def _read(self, title: str, kind: SubjectKind) -> Population | None:
        if not title or any(word in title for word in _OPEN):
            return None
        meant = read_title(title, kind, self._catalogue)
        plain = meant.known and not meant.rest and len(meant.populations) == 1
        return meant.populations[0] if plain else None

    @cached_property
    def _days(self) -> Mapping[tuple[Subject, str], date]:
        named = list(mentions(self._view))
        return roll_days(named, role_cells(named))

    @cached_property
    def _leading(self) -> frozenset[tuple[Subject, str]]:
        return leading(self._view)

    @cached_property
    def _last(self) -> Mapping[str, date]:
        beyond = self._view.beyond
        return last_days(self._days) if beyond is None else beyond.last

    @cached_property
    def _by_subject(self) -> Mapping[Subject, frozenset[str]]:
        beyond = self._view.beyond
        return by_subject(self._days, self._last) if beyond is None else beyond.rolls


def title_of(lineage: str) -> str:
    """Return the title by which a roll is named to a person."""
    return _title(lineage)


def _title(lineage: str) -> str:
    """The title of a file, else its name; answers given by word have neither."""
    if lineage.startswith("答|"):
        return ""
    name, _, title = lineage.partition("|")
    return title or name


def mentions(view: LedgerView) -> Iterator[Mention]:
    """Yield who is named where by what."""
    for subject, facts in view.facts.items():
        for key, candidates in facts.items():
            for each in candidates:
                yield subject, key, each.fact.source, each.fact.as_of, each.lineage


def leading(view: LedgerView) -> frozenset[tuple[Subject, str]]:
    """Return the households of whose heads a roll speaks, each with the roll."""
    return frozenset(
        (home, each.lineage)
        for home, facts in view.facts.items()
        for key, candidates in facts.items()
        if key.startswith(_HEAD)
        for each in candidates
    )
