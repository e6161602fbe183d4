"""A register of apps, accounts or groups held against the law: what was listed, what was found by article, what changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.check.baseline import fingerprint
from qingzhuang.check.inventory.cases import kind_of
from qingzhuang.language import gettext as _
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.packs.citation import citation
from qingzhuang.packs.load import encoded
from qingzhuang.packs.words import gravity_word
from qingzhuang.pipeline.checking import Court, check_register, filing_list
from qingzhuang.pipeline.registers import registers
from qingzhuang.privacy.shown import veiled

_OWN_VERB = (Gravity.BREACH, Gravity.DUTY, Gravity.REASON)
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding as it is kept and shown: personal data masked. `mark` tells the same finding of another day;
    `question` is what a person is asked where the register does not tell."""

    mark: str
    code: str
    title: str
    gravity: str
    tag: str
    article: str
    said: str
    rewrite: str
    where: str
    name: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What one register holds: how many things of each kind, and the findings in their order."""

    file: str
    kinds: Mapping[str, int]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Against an earlier check: what is new, how many stayed, what is gone."""

    new: tuple[Entry, ...]
    stayed: int
    gone: tuple[Entry, ...]


def inventory(file: str, content: bytes, court: Court, filings: tuple[str, bytes] | None = None) -> Inventory:
    """Check the registers of a file. Raises ProblemError as reading does, QZ-W111 when it holds none."""
    found = registers(file, content)
    if not found:
        raise ProblemError(_none(file))
    if sum(len(each.rows) for each in found) > MOST_ROWS:
        raise ProblemError(_too_many(file))
    listed = filing_list(registers(*filings)) if filings else None
    kinds: Counter[str] = Counter()
    entries: list[Entry] = []
    for each in found:
        kinds.update(kind_of(row).value for row in each.rows)
        entries += [_entry(finding) for finding in check_register(each, court, listed).findings]
    return Inventory(file, dict(kinds), tuple(entries))


def difference(before: Sequence[Entry], now: Sequence[Entry]) -> Difference:
    """Compare two checks; the same finding twice counts twice."""
    left = Counter(each.mark for each in before)
    new: list[Entry] = []
    for each in now:
        if left[each.mark] > 0:
            left[each.mark] -= 1
        else:
            new.append(each)
    gone: list[Entry] = []
    for each in before:
        if left[each.mark] > 0:
            left[each.mark] -= 1
            gone.append(each)
    return Difference(tuple(new), len(now) - len(new), tuple(gone))


def _entry(finding: Finding) -> Entry:
    provision = encoded()[finding.code].provision if finding.code in encoded() else None
    law = citation(finding, provision)
    return Entry(
        mark=fingerprint("", finding),
        code=finding.code,
        title=finding.title,
        gravity=finding.gravity.value,
        tag=finding.force if finding.gravity in _OWN_VERB else gravity_word(finding.gravity),
        article=f"{law.name}{law.article}",
        said=law.said,
        rewrite=finding.rewrite,
        where=veiled(finding.where),
        name=veiled(finding.subject),
        question=veiled(finding.message) if finding.gravity is Gravity.ASK else "",
    )


def _none(file: str) -> Problem:
    return Problem(
        "QZ-W111",
        file,
        _("打开了，但没有认出应用、账号或群的台账。"),
        _("表头里要有“应用名称”“备案号”或“群名称”“建群时间”这样的栏。"),
    )


def _too_many(file: str) -> Problem:
    return Problem(
        "QZ-W112",
        file,
        _("行数超过 {most} 行，没有查。").format(most=MOST_ROWS),
        _("请分成几份，一份一份来。"),
    )
