"""What a form's notes say that its columns count: of whom, of what age, as of when, where, with and without what."""

from dataclasses import dataclass, fields, replace
from typing import Any

from qingzhuang.model.place import Place


@dataclass(frozen=True, slots=True)
class Ages:
    """From `low` to `high` full years (周岁), both included; None is open. `nominal`: in 虚岁, a year more from new year on."""

    low: int | None = None
    high: int | None = None
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which is counted, of `year`, or of a year relative to the form's (`ago` years back). `named` is a day that only the
    form's period or filling tells: period_end, quarter_end, month_end, filling_day; month and day are then 0."""

    month: int = 0
    day: int = 0
    year: int | None = None
    ago: int = 0
    named: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """One sentence of a form as data. `term` is the word it explains ("" when it speaks of the whole form), `keys` the items and
    `rows` the stubs that bear it, by their keys; `place` where it stands. None and () mean: not said.

    `population` is a value of the lexicon (户籍, 常住, 流动 …); `lived` and `away` the least months somebody lives here or is gone;
    `scope` the level of the area (村, 乡镇, 县, 市, 省, 辖区); `only`, `includes`, `excludes` are words as printed; `basis` another way of counting by the word
    before 口径 (注册登记, 在地); `span` first and last day of what is added up; `decimals` how many are kept. `source` and `sure` are told of standard definitions alone."""

    text: str
    place: Place | None = None
    term: str = ""
    keys: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    population: str | None = None
    lived: int | None = None
    away: int | None = None
    ages: Ages | None = None
    as_of: Moment | None = None
    span: tuple[Moment, Moment] | None = None
    scope: str | None = None
    basis: str | None = None
    only: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    unit: str | None = None
    decimals: int | None = None
    source: str = ""
    sure: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """The names of what is told as data, in order."""
        return tuple(name for name in FACETS if getattr(self, name) not in (None, ()))

    def saying(self, facet: str, value: object) -> "Definition":
        """This one with another value of one facet."""
        told: dict[str, Any] = {facet: value}
        return replace(self, **told)

    def only_of(self, facets: tuple[str, ...]) -> "Definition":
        """Of what it says only these facets, with its words."""
        told: dict[str, Any] = {name: getattr(self, name) for name in facets}
        return Definition(self.text, self.place, self.term, self.keys, self.rows, **told)

    def over(self, wider: "Definition") -> "Definition":
        """This one, with what only the wider one says."""
        missing: dict[str, Any] = {name: getattr(wider, name) for name in wider.said if name not in self.said}
        return replace(self, text="；".join(dict.fromkeys(filter(None, (self.text, wider.text)))), **missing)


FACETS = tuple(
    each.name
    for each in fields(Definition)
    if each.name not in ("text", "place", "term", "keys", "rows", "source", "sure")
)
"""What a definition can tell as data."""
