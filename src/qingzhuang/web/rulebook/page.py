"""The rulebook's data: the list by instrument, one rule, the coverage."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from django.utils.translation import get_language

from qingzhuang.language import gettext as _
from qingzhuang.law.limits import limits
from qingzhuang.law.parameter import Parameter
from qingzhuang.law.provision import Provision
from qingzhuang.packs.changes import Changes, changes
from qingzhuang.packs.coverage import OUTLINED
from qingzhuang.packs.load import Pack, encoded, packs
from qingzhuang.packs.outline import Outline, outline
from qingzhuang.packs.page import RulePage, page_of, since_shown
from qingzhuang.packs.words import gravity_word
from qingzhuang.web.checked.rules import KINDS

_COLON = re.compile(r"：|: ")


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in a list; `kind` colours how it may be spoken of, "" where no machine judges it."""

    code: str
    title: str
    cited: str
    spoken: str
    kind: str
    since: str


@dataclass(frozen=True, slots=True)
class InstrumentRows:
    """One instrument with its rules; `judged` of them are checked by the machine."""

    id: str
    name: str
    issued: str
    place: str
    status: str
    judged: int
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class RulesPage:
    """All that the list needs: national instruments first, then local ones."""

    all: int
    judged: int
    national: tuple[InstrumentRows, ...]
    local: tuple[InstrumentRows, ...]


@dataclass(frozen=True, slots=True)
class OneRule:
    """One rule's page: `facts` as label and words (no label: a sentence); `near` are its neighbours of the same instrument."""

    page: RulePage
    row: RuleRow
    facts: tuple[tuple[str, str], ...]
    quoted: bool
    near: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """One value of a line that rules draw."""

    name: str
    value: str
    since: str
    whose: str
    source: str


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What is covered, what no machine judges and why, where lines are drawn."""

    all: int
    judged: int
    instruments: tuple[InstrumentRows, ...]
    outlines: tuple[Outline, ...]
    silent: tuple[tuple[str, str, str], ...]
    lines: tuple[LineRow, ...]


def rules_page() -> RulesPage:
    """Lay out all rules."""
    return _rules(get_language())


@cache
def _rules(_language: str) -> RulesPage:
    by_size = [_instrument(pack) for pack in sorted(packs(), key=lambda pack: -len(pack.provisions))]
    return RulesPage(
        sum(len(each.rows) for each in by_size),
        len(encoded()),
        tuple(each for each in by_size if not each.place),
        tuple(each for each in by_size if each.place),
    )


def changes_page() -> Changes:
    """Lay out the changes."""
    said = changes()
    editions = (
        replace(each, rows=tuple(replace(row, kind=_(row.kind)) for row in each.rows))
        for each in said.editions
    )
    return replace(said, editions=tuple(editions))


def one_rule(code: str) -> OneRule | None:
    """Lay out one rule, None when there is none of that code."""
    for pack in packs():
        for provision in pack.provisions:
            if provision.id.casefold() == code.casefold():
                return _one(provision, pack)
    return None


def coverage() -> CoveragePage:
    """Lay out the coverage."""
    return _coverage(get_language())


@cache
def _coverage(_language: str) -> CoveragePage:
    page = rules_page()
    silent = tuple(
        (each.id, _(each.title), each.not_encoded)
        for pack in packs()
        for each in pack.provisions
        if each.not_encoded
    )
    return CoveragePage(
        page.all,
        page.judged,
        page.national + page.local,
        tuple(outline(folder) for folder in OUTLINED),
        silent,
        tuple(_lines(limits().values())),
    )


def _one(provision: Provision, pack: Pack) -> OneRule:
    found = encoded().get(provision.id)
    page = page_of(provision, found.rule if found else None)
    headings = tuple(replace(each, heading=_(each.heading)) for each in page.headings)
    also = tuple((each, _(title)) for each, title in page.also)
    page = replace(page, title=_(page.title), headings=headings, also=also)
    facts = tuple(map(_parted, page.facts))
    return OneRule(
        page, _row(provision), facts, page.words.startswith("“"), tuple(_near(provision, pack.provisions))
    )


def _parted(fact: str) -> tuple[str, str]:
    """A label and what it says; a sentence has no label."""
    label, *words = _COLON.split(fact, maxsplit=1)
    return (label, words[0]) if words else ("", label)


def _near(provision: Provision, all_of_it: Sequence[Provision]) -> Iterable[RuleRow]:
    at = all_of_it.index(provision)
    return (_row(each) for each in all_of_it[max(0, at - 2) : at + 3] if each is not provision)


def _instrument(pack: Pack) -> InstrumentRows:
    instrument = pack.instrument
    return InstrumentRows(
        instrument.id,
        instrument.name,
        f"{instrument.issuer}　{instrument.doc_no}".strip("　"),
        instrument.place,
        instrument.text_status,
        sum(each.id in encoded() for each in pack.provisions),
        tuple(map(_row, pack.provisions)),
    )


def _row(provision: Provision) -> RuleRow:
    judged = provision.id in encoded()
    spoken = gravity_word(provision.gravity) if judged else _("机器不判断")
    tag = KINDS[provision.gravity] if judged else ""
    return RuleRow(provision.id, _(provision.title), provision.cited, spoken, tag, since_shown(provision))


def _lines(shown: Iterable[Parameter]) -> Iterable[LineRow]:
    for line in shown:
        for value in line.values:
            whose = _("本地设置") if line.local else _("规定写明")
            yield LineRow(line.name, f"{value.likely:g} {line.unit}", f"{value.since}", whose, value.source)
