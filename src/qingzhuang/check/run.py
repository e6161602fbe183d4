"""Holds one case against the rules in force."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from qingzhuang.check.cite import rank
from qingzhuang.check.judgement import Judgement, Outcome
from qingzhuang.check.rule import Rule, Setting
from qingzhuang.law.facts import facts
from qingzhuang.law.provision import Display, Provision
from qingzhuang.model.case import Case, Known
from qingzhuang.model.finding import Finding, Gravity

_PART = re.compile(r"(\w+?)[省市区县州]")  # 珠海市香洲区 → 珠海, 香洲


def check(
    case: Case, rules: Iterable[tuple[Provision, Rule]], setting: Setting, *, asking: bool = False
) -> list[Finding]:
    """Return the findings on a case; rules that break on the same facts are one finding with the others in `also`.
    With `asking`, rules whose facts are missing come back as questions."""
    broken: list[_Broken] = []
    asked: dict[str, Finding] = {}
    for provision, rule in rules:
        if case.kind not in rule.kinds or not _binds(provision, case, setting):
            continue
        judgement = rule.judge(case, setting)
        if judgement.outcome is Outcome.BREAKS:
            left = _not_exempt(case, rule, judgement, setting)
            if left:
                broken.append(_Broken(_finding(case, provision, rule, left), frozenset(left)))
            elif asking and case.exemption and case.exemption.until is None:
                _ask(asked, case, provision, rule, _("这项例外到哪一天为止？写明了才算。"))
        elif judgement.outcome is Outcome.UNKNOWN and asking:
            _ask(asked, case, provision, rule, rule.question or facts()[judgement.facts[0]].question)
    return _merged(broken, case) + list(asked.values())


@dataclass(slots=True)
class _Broken:
    """A finding with the facts it rests on."""

    finding: Finding
    facts: frozenset[str]


def _binds(provision: Provision, case: Case, setting: Setting) -> bool:
    """In force on the day of the demand, and in this place; a local rule is off unless its place is switched on."""
    place = provision.instrument.place
    if place and not all(any(part in each for each in case.places) for part in _PART.findall(place)):
        return False
    return provision.in_force(case.day or setting.today)


def _not_exempt(case: Case, rule: Rule, judgement: Judgement, setting: Setting) -> tuple[str, ...]:
    """The broken facts that no claim covers. A claim is a named event that covers the act, and has not run out."""
    claim = case.exemption
    if claim is None or not claim.event or (claim.until and claim.until < (case.day or setting.today)):
        return judgement.facts
    lifted = claim.covers & rule.exempt
    return tuple(name for name in judgement.facts if name.split("=")[-1] not in lifted)


def _finding(case: Case, provision: Provision, rule: Rule, decided: Sequence[str]) -> Finding:
    known = next(case.known(tuple(name.split("=")[0] for name in decided)), Known(True))
    place = next(
        (known.at[word] for name in decided if (word := name.split("=")[-1]) in known.at), known.where
    )
    return Finding(
        code=rule.code,
        title=provision.title,
        gravity=provision.gravity,
        force=provision.verb,
        instrument=provision.instrument.name,
        article=provision.cited,
        words="" if provision.display is Display.HIDE else provision.words,
        quoted=provision.display is Display.QUOTE,
        where=place or case.name,
        message=rule.message,
        rewrite=rule.rewrite,
        label=case.label,
        start=known.start,
        end=known.end,
        category=rule.category,
        subject=case.name,
        since=provision.since,
        source=provision.source,
        notes=known.notes,
    )


def _ask(asked: dict[str, Finding], case: Case, provision: Provision, rule: Rule, question: str) -> None:
    """One question is put once, whatever the number of rules that wait for it."""
    if question in asked:
        asked[question] = replace(asked[question], also=(*asked[question].also, rule.code))
        return
    finding = _finding(case, provision, rule, ())
    asked[question] = replace(finding, gravity=Gravity.ASK, message=question, rewrite="")


def _merged(broken: list[_Broken], case: Case) -> list[Finding]:
    """The instrument named first leads; a rule whose facts all lie in leaders' facts stands in their `also`."""
    leaders: list[_Broken] = []
    for each in sorted(broken, key=lambda one: rank(one.finding, case.kind)):
        near = [leader for leader in leaders if leader.facts & each.facts]
        for leader in near:
            leader.finding = replace(leader.finding, also=(*leader.finding.also, each.finding.code))
        covered = frozenset[str]().union(*(leader.facts for leader in near))
        if not each.facts <= covered:
            leaders.append(each)
    return [leader.finding for leader in leaders]
