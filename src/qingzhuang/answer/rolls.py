"""Rolls as evidence: whoever stands in the latest edition of the 党员花名册 is a party member, whatever its columns."""

from collections.abc import Mapping
from functools import cached_property

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

    def counts_all(self, subject: Subject) -> bool:
        """Tell whether a roll of everybody (村民信息表, 户籍人口台账) names the subject."""
        return any(self._is_of_all(each) for each in self._by_subject.get(subject, ()))

    def _is_of_all(self, lineage: str) -> bool:
        title = _title(lineage)
        if not title or any(word in title for word in _OPEN):
            return False
        meant = read_title(title, SubjectKind.PERSON, self._catalogue)
        return meant.known and all(each.name in _EVERYBODY for each in meant.populations)

    def named_alike(self, subject: Subject, title: str) -> bool:
        """Tell whether a roll names the subject whose title speaks of the same people in the same words."""
        core = core_of(title, subject.kind, self._catalogue)
        return bool(core) and any(
            core_of(_title(each), subject.kind, self._catalogue) == core
            for each in self._by_subject.get(subject, ())
        )

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
    def _by_subject(self) -> Mapping[Subject, frozenset[str]]:
        """A subject that only an earlier edition names may have left."""
        days = {
            (subject, each.lineage): each.fact.as_of
            for subject, facts in self._view.facts.items()
            for each in sorted(
                (one for found in facts.values() for one in found), key=lambda one: one.fact.as_of
            )
        }
        last: dict[str, object] = {}
        for (_subject, lineage), day in sorted(days.items(), key=lambda pair: pair[1]):
            last[lineage] = day
        found: dict[Subject, set[str]] = {}
        for (subject, lineage), day in days.items():
            if last[lineage] == day:
                found.setdefault(subject, set()).add(lineage)
        return {subject: frozenset(lineages) for subject, lineages in found.items()}


def _title(lineage: str) -> str:
    """The title of a file, else its name; answers given by word have neither."""
    if lineage.startswith("答|"):
        return ""
    name, _, title = lineage.partition("|")
    return title or name
