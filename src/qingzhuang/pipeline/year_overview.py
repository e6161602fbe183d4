"""The year's questions over all posts of a place, by kind of post, by month and by form: never one post's, never a person's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.year.alike import Joined, joined
from qingzhuang.model.organisation import UnitKind
from qingzhuang.pipeline.post_year import PostYear
from qingzhuang.privacy.small import Group, Safe, safe

FIGURES = 4  # of each month: cells, facts, open, asks


@dataclass(frozen=True, slots=True)
class YearOverview:
    """`whole` are the figures of each of `months` (`FIGURES`), then how many questions are needed at least; `kinds` divides
    them, named by UnitKind. `forms` are named by the demand's number: cells, questions saved without it, cells and questions saved one
    step less often. `days`: reckoned from, to. Where fewer than `least` posts stand behind the whole, nothing is in it."""

    days: tuple[date, date]
    least: int
    posts: int
    months: tuple[str, ...]
    whole: tuple[float, ...]
    kinds: Safe
    forms: Safe
    proof: Joined
    hidden: bool


def year_overview(posts: Sequence[tuple[UnitKind, PostYear]], least: int) -> YearOverview:
    """Lay out the years of posts that begin in the same month. Raises ValueError where there is none."""
    years = [each for _kind, each in posts]
    days = min(each.day for each in years), max(each.day for each in years)
    months = tuple(each.month for each in years[0].months)
    if len(years) < least:
        nothing = Safe((), hidden=True)
        return YearOverview(days, least, len(years), months, (), nothing, nothing, Joined((), 0), True)
    return YearOverview(
        days,
        least,
        len(years),
        months,
        _summed(map(_figures, years)),
        safe(_by_kind(posts), least),
        safe(_by_form(years), least),
        joined((each.proof for each in years), least),
        False,
    )


def _by_kind(posts: Iterable[tuple[UnitKind, PostYear]]) -> Sequence[Group]:
    found: dict[UnitKind, list[PostYear]] = {}
    for kind, each in posts:
        found.setdefault(kind, []).append(each)
    return [
        Group(kind.value, len(found[kind]), _summed(map(_figures, found[kind])))
        for kind in UnitKind
        if kind in found
    ]


def _figures(each: PostYear) -> tuple[int, ...]:
    months = (figure for one in each.months for figure in (one.cells, one.facts, one.open, one.asks))
    return (*months, each.least)


def _by_form(years: Iterable[PostYear]) -> Sequence[Group]:
    """Those that ask most first."""
    found: dict[int, list[tuple[int, ...]]] = {}
    for each in years:
        for number, cause in each.causes.items():
            if cause.cells:
                row = (cause.cells, cause.cut, cause.slower_cells, cause.slower)
                found.setdefault(number, []).append(row)
    groups = (Group(str(number), len(rows), _summed(rows)) for number, rows in found.items())
    return sorted(groups, key=lambda each: (-each.figures[0], int(each.name)))


def _summed(rows: Iterable[Sequence[int]]) -> tuple[float, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))


def by_month(figures: Sequence[float], months: Sequence[str]) -> Mapping[str, tuple[int, ...]]:
    """The figures of a group of `kinds` month by month."""
    return {
        month: tuple(int(each) for each in figures[at * FIGURES : (at + 1) * FIGURES])
        for at, month in enumerate(months)
    }
