"""Holds one case against the rules in force."""

from collections.abc import Iterable
from dataclasses import replace

from qingzhuang.check.cite import rank
from qingzhuang.check.judgement import Judgement, Outcome
from qingzhuang.check.rule import Rule, Setting
from qingzhuang.law.provision import Display, Provision
from qingzhuang.model.case import Case, Known
from qingzhuang.model.finding import Finding, Gravity


def check(
    case: Case, rules: Iterable[tuple[Provision, Rule]], setting: Setting, *, asking: bool = False
) -> list[Finding]:
    """Return the findings on a case; rules that break on the same facts are one finding with the others in `also`.
    With `asking`, rules whose facts are missing come back as questions."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for provision, rule in rules:
        if case.kind not in rule.kinds or not _binds(provision, case, setting):
            continue
        judgement = rule.judge(case, setting)
        if judgement.outcome is Outcome.BREAKS and not _exempt(case, rule, setting):
            groups.setdefault(judgement.facts, []).append(_finding(case, provision, rule, judgement))
        elif judgement.outcome is Outcome.UNKNOWN and asking and rule.question:
            groups.setdefault(("?", *judgement.facts), []).append(_question(case, provision, rule))
    return [_one(found, case) for found in groups.values()]


def _binds(provision: Provision, case: Case, setting: Setting) -> bool:
    """In force on the day of the demand, and in this place; a local rule is off unless its place is switched on."""
    place = provision.instrument.place
    if place and not any(each in place or place in each for each in case.places if each):
        return False
    return provision.in_force(case.day or setting.today)


def _exempt(case: Case, rule: Rule, setting: Setting) -> bool:
    """A claim with evidence: a named event that covers the act, and has not run out."""
    claim = case.exemption
    if claim is None or not claim.event or (claim.until and claim.until < (case.day or setting.today)):
        return False
    return bool(claim.covers & rule.exempt)


def _finding(case: Case, provision: Provision, rule: Rule, judgement: Judgement) -> Finding:
    known = next(case.known(judgement.facts), Known(True))
    return Finding(
        code=rule.code,
        title=provision.title,
        gravity=provision.gravity,
        force=provision.verb,
        instrument=provision.instrument.name,
        article=provision.cited,
        words="" if provision.display is Display.HIDE else provision.words,
        quoted=provision.display is Display.QUOTE,
        where=known.where or case.name,
        message=rule.message,
        rewrite=rule.rewrite,
        label=case.label,
        start=known.start,
        end=known.end,
        category=rule.category,
        subject=case.name,
        since=provision.since,
        source=provision.source,
    )


def _question(case: Case, provision: Provision, rule: Rule) -> Finding:
    asked = _finding(case, provision, rule, Judgement(Outcome.UNKNOWN))
    return replace(asked, gravity=Gravity.ASK, message=rule.question, rewrite="")


def _one(found: list[Finding], case: Case) -> Finding:
    first, *others = sorted(found, key=lambda finding: rank(finding, case.kind))
    return replace(first, also=tuple(each.code for each in others))
