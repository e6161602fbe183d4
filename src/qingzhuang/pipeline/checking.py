"""Notices and registers held against the law: read into cases, cases against the rules in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qingzhuang.check.cite import rank
from qingzhuang.check.inventory.cases import cases as register_cases
from qingzhuang.check.inventory.filings import Filings
from qingzhuang.check.rule import Rule, Setting
from qingzhuang.check.run import binding, hold
from qingzhuang.check.silence import silenced
from qingzhuang.check.text.cases import case_of
from qingzhuang.check.text.practice import Label, Practice
from qingzhuang.check.text.read import practices
from qingzhuang.check.text.rewrite import contact_in, rewrite
from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Provision
from qingzhuang.model.case import Case, CaseKind
from qingzhuang.model.finding import Finding
from qingzhuang.model.notice import Notice
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.registers import Register
from qingzhuang.privacy.mask import mask


@dataclass(frozen=True, slots=True)
class Court:
    """What things are held against: the rules, the day of judging, and the places whose local rules are on."""

    rules: tuple[tuple[Provision, Rule], ...]
    setting: Setting
    places: tuple[str, ...] = ()
    asking: bool = False


def court(
    today: date,
    places: tuple[str, ...] = (),
    *,
    asking: bool = False,
    thresholds: Mapping[str, float] | None = None,
) -> Court:
    """All rules of all packs; `thresholds` are the lines that the place sets for itself."""
    rules = tuple((each.provision, each.rule) for each in encoded().values())
    return Court(rules, Setting(today, thresholds or {}), places, asking)


def check_text(text: str, court: Court, day: date | None = None) -> list[Finding]:
    """Findings on a text, with spans in it, in order: one for each practice, the other rules it meets in `also`."""
    return judged(
        [(each, case_of(each, day=day, places=court.places)) for each in practices(text)], text, court
    )


def judged(read: Sequence[tuple[Practice, Case]], text: str, court: Court) -> list[Finding]:
    """Findings on the practices of one text, of one day, and their cases, one for each, with a lawful way to put it."""
    contact = contact_in(text) if read else ""
    bound = _bound([case for _practice, case in read], court)
    held = [(practice, case, hold(case, bound[case.kind], court.setting)) for practice, case in read]
    found = [
        replace(_one(case, _told(practice, findings), text), rewrite=rewrite(text, practice, contact))
        for practice, case, findings in held
        if findings
    ]
    return sorted(found, key=_order)


def _told(practice: Practice, findings: Sequence[Finding]) -> list[Finding]:
    """As the practice makes them: a question about it points at its words; a penalty is told as one, by the law on what it
    presses people to do."""
    placed = [
        each if each.start is not None else replace(each, start=practice.start, end=practice.end)
        for each in findings
    ]
    if practice.label is not Label.SUMMON_PENALTY:
        return placed
    pressed = _("拿通报、约谈、扣分这类处分来催：{message}")
    return [replace(each, message=pressed.format(message=each.message)) for each in placed]


def _bound(cases: Sequence[Case], court: Court) -> dict[CaseKind, tuple[tuple[Provision, Rule], ...]]:
    """The rules for each kind of case, where all cases are of one day and in the same places."""
    kinds = {case.kind: case for case in cases}
    return {kind: binding(case, court.rules, court.setting) for kind, case in kinds.items()}


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start or 0, finding.end or 0, finding.code


def _one(case: Case, findings: Sequence[Finding], text: str) -> Finding:
    first, *others = sorted(findings, key=lambda finding: rank(finding, case.kind))
    also = dict.fromkeys((*first.also, *(code for each in others for code in (each.code, *each.also))))
    words = text[first.start : first.end] if first.start is not None else ""
    return replace(first, also=tuple(code for code in also if code != first.code), text=words)


def check_notice(notice: Notice, court: Court, day: date | None = None) -> Checked:
    """Findings on a notice, shown with its personal data masked; the day is the one under it unless given."""
    found = check_text(notice.text, court, day or notice.day)
    shown = mask(notice.text) if found else notice.text
    placed = [
        replace(each, where=notice.passage_at(each.start or 0).where, text=shown[each.start : each.end])
        for each in found
    ]
    kept, problems = silenced(notice, placed)
    return Checked(
        notice.file,
        Matter.NOTICE,
        tuple(kept),
        len(notice.passages),
        shown,
        (*notice.problems, *problems),
        notice.title,
    )


def check_register(register: Register, court: Court, filings: Filings | None = None) -> Checked:
    """Findings on the rows of a register, in their order."""
    found: list[Finding] = []
    listed = register_cases(register.rows, filings, court.places, court.setting.today)
    bound = _bound(listed, court)
    for case in listed:
        found += hold(case, bound[case.kind], court.setting, asking=court.asking)
    return Checked(register.file, Matter.REGISTER, tuple(found), len(register.rows), title=register.title)


def filing_list(registers: Sequence[Register]) -> Filings:
    """The national filing list, from the registers of a file."""
    return Filings.of(row for register in registers for row in register.rows)
