"""A post's coming year as it is kept: figures by month, what each form does, what comes when, and the proof, about nobody by name."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any

from qingzhuang.answer.year.alike import Alike, alike, alike_from
from qingzhuang.model.element import SubjectKind
from qingzhuang.pipeline.year_by_form import ByForm, Cause, Coming


@dataclass(frozen=True, slots=True)
class Month:
    """What a post is asked in a month: `cells` as demanded, `facts` each once, `open` of these not in the ledger, `asks` ours."""

    month: str
    cells: int
    facts: int
    open: int
    asks: int


@dataclass(frozen=True, slots=True)
class PostYear:
    """As of `day`; `least` questions the year needs at least; `causes` by demand, and demands' numbers in `coming`."""

    day: date
    months: tuple[Month, ...]
    least: int
    causes: Mapping[int, Cause]
    coming: tuple[Coming, ...]
    proof: Alike

    def as_tree(self) -> dict[str, Any]:
        """As a JSON document."""
        return {
            "day": self.day.isoformat(),
            "months": [list(astuple(each)) for each in self.months],
            "least": self.least,
            "causes": [[number, *astuple(each)] for number, each in self.causes.items()],
            "coming": [list(astuple(each)) for each in self.coming],
            "proof": self.proof.as_tree(),
        }


def post_year(found: ByForm, demands: Sequence[int], day: date) -> PostYear:
    """Sum up a calendar over all that a post answers for; `demands` are the numbers of its forms in order."""
    rounds = found.asking.rounds
    months = ((month, [each for each in rounds if each.month == month]) for month in found.asking.months)
    causes: dict[int, Cause] = {}
    for number, cause in zip(demands, found.causes, strict=True):
        causes[number] = _added(causes.get(number), cause)
    return PostYear(
        day,
        tuple(
            Month(
                month,
                sum(each.cells for each in those),
                sum(each.facts for each in those),
                sum(each.open for each in those),
                sum(each.asks for each in those),
            )
            for month, those in months
        ),
        found.asking.year.least,
        causes,
        tuple(_named(each, demands) for each in found.coming),
        alike(found.asking.year.proofs),
    )


def _added(one: Cause | None, other: Cause) -> Cause:
    """One demand may stand on a post's desk more than once."""
    return Cause(*map(sum, zip(astuple(one), astuple(other), strict=True))) if one else other


def _named(each: Coming, demands: Sequence[int]) -> Coming:
    forms = tuple(dict.fromkeys(demands[at] for at in each.forms))
    return Coming(each.month, each.key, each.kind, each.now, each.many, each.serves, forms)


def post_year_from(tree: Mapping[str, Any]) -> PostYear:
    """Read a JSON document again. Raises KeyError, TypeError or ValueError when it is none."""
    return PostYear(
        date.fromisoformat(tree["day"]),
        tuple(Month(*each) for each in tree["months"]),
        int(tree["least"]),
        {number: Cause(*rest) for number, *rest in tree["causes"]},
        tuple(
            Coming(month, key, SubjectKind(kind), now, many, serves, tuple(forms))
            for month, key, kind, now, many, serves, forms in tree["coming"]
        ),
        alike_from(tree["proof"]),
    )
