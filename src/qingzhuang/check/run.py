"""Holds one case against the rules in force."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from qingzhuang.check.cite import rank
from qingzhuang.check.judgement import Judgement, Outcome
from qingzhuang.check.rule import Rule, Setting
from qingzhuang.language import gettext as _
from qingzhuang.language import tongue
from qingzhuang.law.facts import facts
from qingzhuang.law.parameter import Line
from qingzhuang.law.provision import Display, Provision
from qingzhuang.model.case import Case, Doubt, Known
from qingzhuang.model.finding import Finding, Gravity


def check(
    case: Case, rules: Iterable[tuple[Provision, Rule]], setting: Setting, *, asking: bool = False
) -> list[Finding]:
    """Return the findings on a case; rules that break on the same facts are one finding with the others in `also`.
    With `asking`, rules whose facts are missing come back as questions; without it only those that a source left unclear."""
    return hold(case, binding(case, rules, setting), setting, asking=asking)


def binding(
    case: Case, rules: Iterable[tuple[Provision, Rule]], setting: Setting
) -> tuple[tuple[Provision, Rule], ...]:
    """The rules that bind a case: the same for all cases of its kind, its day and its places."""
    return tuple(
        (provision, rule)
        for provision, rule in rules
        if case.kind in rule.kinds and _binds(provision, case, setting)
    )


def hold(
    case: Case, binding: Iterable[tuple[Provision, Rule]], setting: Setting, *, asking: bool = False
) -> list[Finding]:
    """The findings on a case by the rules that bind it."""
    broken: list[_Broken] = []
    asked: dict[str, _Asked] = {}
    for provision, rule in binding:
        judgement = rule.judge(case, setting)
        if judgement.outcome is Outcome.BREAKS:
            left = _not_exempt(case, rule, judgement, setting)
            if left:
                found = _finding(case, provision, rule, left)
                told = (*found.notes, *map(_line, judgement.lines))
                broken.append(_Broken(replace(found, notes=told), frozenset(left)))
            elif asking and case.exemption and case.exemption.until is None:
                _ask(asked, case, provision, rule, _("这项例外到哪一天为止？写明了才算。"))
        elif judgement.outcome is Outcome.UNKNOWN and (
            asking or (case.unclear and case.unclear.keys() >= set(judgement.facts))
        ):
            missing = sorted(judgement.facts, key=lambda name: name not in case.unclear)
            _ask(asked, case, provision, rule, rule.question or facts()[missing[0]].question, missing)
    return _merged(broken, case) + [each.put for each in asked.values()]


@dataclass(slots=True)
class _Broken:
    """A finding with the facts it rests on."""

    finding: Finding
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, still with the gravity of its rule, and the place that left it open."""

    finding: Finding
    doubt: Doubt | None

    @property
    def put(self) -> Finding:
        """The question as it is put."""
        asked = replace(self.finding, gravity=Gravity.ASK, rewrite="")
        if self.doubt is None:
            return asked
        return replace(asked, where=self.doubt.where, notes=(self.doubt.note,) if self.doubt.note else ())


def _binds(provision: Provision, case: Case, setting: Setting) -> bool:
    """In force on the day of the demand, and in this place; a local rule is off unless its place is switched on."""
    return provision.instrument.binds_in(case.places) and provision.in_force(case.day or setting.today)


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
        notes=(*known.notes, *_words(known, decided)),
    )


def _line(line: Line) -> str:
    """A line that the law leaves open is told as such, with its figure."""
    return _told(line.parameter.name, float(line), line.parameter.unit, line.parameter.local, tongue())


@cache
def _told(name: str, figure: float, unit: str, local: bool, _language: str) -> str:
    tag = _("（本地设置）") if local else ""
    return _("按{name} {figure:g} {unit}算{tag}").format(name=name, figure=figure, unit=unit, tag=tag)


def _words(known: Known, decided: Sequence[str]) -> Iterator[str]:
    """The words of a set that decided, each with its cell, where several cells tell them."""
    for fact, _sign, word in (name.partition("=") for name in decided):
        if word in known.at and isinstance(known.value, frozenset) and word in known.value:
            yield f"{facts()[fact].words[word]}：{known.at[word]}"


def _ask(
    asked: dict[str, _Asked],
    case: Case,
    provision: Provision,
    rule: Rule,
    question: str,
    missing: Sequence[str] = (),
) -> None:
    """One question is put once, whatever the number of rules that wait for it; the gravest rule leads."""
    doubt = next((case.unclear[name] for name in missing if name in case.unclear), None)
    finding = _finding(case, provision, rule, ())
    before = asked.get(question)
    codes = [] if before is None else [before.finding.code, *before.finding.also]
    if before and rank(before.finding, case.kind) <= rank(finding, case.kind):
        asked[question] = _Asked(
            replace(before.finding, also=(*before.finding.also, rule.code)), before.doubt
        )
    else:
        asked[question] = _Asked(replace(finding, message=question, also=tuple(codes)), doubt)


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
