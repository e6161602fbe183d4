"""Tip-offs held against the law: what is reported becomes findings, sorted into the nine kinds of the public lists."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from qingzhuang.check.clue.cases import clue_cases
from qingzhuang.check.clue.read import read_clue
from qingzhuang.check.run import check
from qingzhuang.language import gettext as _
from qingzhuang.model.finding import Finding
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court
from qingzhuang.privacy.mask import mask, mask_mentions
from qingzhuang.privacy.shown import veiled


def check_clue(file: str, text: str, court: Court, day: date | None = None) -> Checked:
    """Findings on a tip-off in the order A to I; what it tells is not proved, and each finding says so."""
    clue = read_clue(text)
    clue = replace(clue, day=clue.day or day, text=mask_mentions(mask(clue.text)), name=mask(clue.name))
    places = court.places or tuple(part for part in clue.place.replace("／", "/").split("/") if part)
    found: list[Finding] = []
    for case in clue_cases(clue, places):
        found += check(case, court.rules, court.setting, asking=court.asking)
    listed = sorted(_once(found), key=lambda each: (each.category, each.code))
    told = tuple(
        replace(each, where=clue.unit or each.where, notes=(*each.notes, _("据反映，待核实")))
        for each in listed
    )
    return Checked(file, Matter.CLUE, told, 1, title=clue.name or clue.unit, clue=clue)


def _once(found: Sequence[Finding]) -> list[Finding]:
    """A rule that several kinds of things break is one finding of a tip-off."""
    kept: dict[str, Finding] = {}
    for each in found:
        if each.code in kept:
            also = dict.fromkeys((*kept[each.code].also, *each.also))
            kept[each.code] = replace(kept[each.code], also=tuple(also))
        else:
            kept[each.code] = each
    return list(kept.values())


def sorted_out(checked: Checked) -> dict[str, list[str]]:
    """Codes of the findings by kind, A to I."""
    kinds: dict[str, list[str]] = {}
    for each in checked.findings:
        kinds.setdefault(each.category, []).append(each.code)
    return kinds


@dataclass(frozen=True, slots=True)
class Tip:
    """What is kept of a tip-off: its kind A–I, the rules it meets, its words masked."""

    category: str
    codes: tuple[str, ...]
    text: str


def tip(text: str, court: Court, day: date) -> Tip:
    """Sort a tip-off: by what was found first, else by the kind its writer gave, else I."""
    checked = check_clue("", text, court, day)
    clue = checked.clue
    given = clue.category if clue else ""
    kind = next((each.category for each in checked.findings), given) or "I"
    named = (clue.name, clue.unit, clue.text) if clue else ()
    words = "　".join(veiled(mask_mentions(mask(each))) for each in named if each)
    return Tip(kind, tuple(dict.fromkeys(each.code for each in checked.findings)), words)
