"""Months side by side: reckoned again from what was known then, and told apart demand by demand; no small group shows."""

from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.model.month import Month
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.share import Share
from qingzhuang.pipeline.months import Turn, courses, holds, moved, moved_since, reckoned

CIVIL = Unit(1, "县民政局", UnitKind.OFFICE, "/1/")
COUNT = Unit(2, "县统计局", UnitKind.OFFICE, "/2/")
OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 20)


def _share(demand: int, title: str, after: float, posts: int = 9, issuer: Unit = CIVIL) -> Share:
    return Share(
        demand,
        issuer,
        UnitKind.VILLAGE,
        True,
        12.0,
        date(2026, 1, 1),
        None,
        posts,
        posts,
        900.0,
        after,
        title,
    )


def _month(day: date, *shares: Share, posts: int = 9) -> Month:
    offices = {each.issuer.number: each.posts for each in shares}
    return reckoned(Month(day, shares, {UnitKind.VILLAGE: posts}, offices, 0.0, 0.0))


def test_what_came_went_and_grew_lighter_is_told_and_adds_up_to_the_whole() -> None:
    first = _month(
        OCTOBER, _share(1, "低保名册", 300), _share(2, "改厕摸底", 400), _share(3, "老人名册", 300)
    )
    last = _month(
        NOVEMBER, _share(1, "低保名册", 200), _share(3, "老人名册", 300), _share(4, "新来的表", 250)
    )
    told = moved(first, last)
    assert {each.title: each.turn for each in told.shifts} == {
        "低保名册": Turn.LIGHTER,
        "改厕摸底": Turn.WENT,
        "新来的表": Turn.CAME,
    }
    whole = sum(each.now - each.was for each in told.shifts)
    assert whole == pytest.approx(last.after - first.after)
    assert told.rest is None


def test_a_demand_that_few_posts_have_is_never_told_alone() -> None:
    first = _month(OCTOBER, _share(1, "低保名册", 300), _share(2, "三个村的表", 100, posts=3))
    last = _month(NOVEMBER, _share(1, "低保名册", 200))
    told = moved(first, last)
    assert told.shifts == ()
    assert told.rest is not None
    assert told.rest[0] == 2
    alone = moved(_month(OCTOBER, _share(2, "三个村的表", 100, posts=3)), _month(NOVEMBER))
    assert alone.hidden


def test_where_few_posts_stand_behind_the_whole_nothing_is_told() -> None:
    told = moved(_month(OCTOBER, _share(1, "甲", 300), posts=4), _month(NOVEMBER, posts=4))
    assert told.hidden


def test_a_month_reckoned_again_gives_what_was_noted_and_says_so_when_not() -> None:
    month = _month(OCTOBER, _share(1, "低保名册", 300))
    assert holds(month)
    assert not holds(replace(month, after=month.after + 5))


def test_today_is_held_against_the_last_earlier_month_else_an_earlier_day() -> None:
    september, october = _month(date(2026, 9, 30)), _month(OCTOBER)
    early, now = _month(date(2026, 11, 3)), _month(NOVEMBER)
    for noted, first in (((september, october, early), october), ((early,), early)):
        told = moved_since(noted, now)
        assert told is not None
        assert told.first is first
    assert moved_since((now,), now) is None


def test_an_office_that_was_small_in_any_month_is_put_together_in_all() -> None:
    first = _month(OCTOBER, _share(1, "甲", 300), _share(2, "乙", 200, posts=2, issuer=COUNT))
    last = _month(NOVEMBER, _share(1, "甲", 300), _share(2, "乙", 200, issuer=COUNT))
    held = courses((first, last)).offices
    assert held.groups == ()
    assert held.joined == ("县民政局", "县统计局")
    assert held.rest is not None
    assert held.rest.figures == pytest.approx((first.after, last.after))
