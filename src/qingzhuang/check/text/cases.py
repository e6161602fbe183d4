"""Turns what a text orders into cases that rules can judge."""

from datetime import date

from qingzhuang.check.text.practice import Practice
from qingzhuang.check.text.read import practices
from qingzhuang.model.case import Case, CaseKind, Doubt, Known, Origin


def cases(text: str, *, day: date | None = None, places: tuple[str, ...] = ()) -> list[Case]:
    """One case for each practice that the text orders; `day` is the day of the demand, `places` where it binds."""
    return [case_of(practice, day=day, places=places) for practice in practices(text)]


def case_of(practice: Practice, *, day: date | None = None, places: tuple[str, ...] = ()) -> Case:
    """The practice as a case: every fact points at the words that carry the duty."""
    facts = {
        name: Known(value, Origin.PARSED, start=practice.start, end=practice.end)
        for name, value in practice.facts.items()
    }
    return Case(
        kind=practice.kind,
        name=practice.text,
        facts=facts,
        day=day,
        places=places,
        exemption=practice.exemption,
        label=practice.label.value,
        unclear=_unclear(practice),
    )


_HOW = ("ranking_frequency", "inspection_named_as", "inspection_has_scores_or_grades")


def _unclear(practice: Practice) -> dict[str, Doubt]:
    """A ranking of work that says neither how often nor under what name: worth a question."""
    if practice.kind is not CaseKind.INSPECTION:
        return {}
    return {name: Doubt(practice.text) for name in _HOW if name not in practice.facts}
