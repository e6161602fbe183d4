"""The years of many posts together: kinds and forms with too few posts behind them never stand alone."""

import json
from datetime import date

from qingzhuang.answer.year.alike import Alike
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.organisation import UnitKind
from qingzhuang.pipeline.post_year import Month, PostYear, post_year_from
from qingzhuang.pipeline.year_by_form import Cause, Coming
from qingzhuang.pipeline.year_overview import YearOverview, by_month, year_overview

DAY = date(2026, 11, 3)
VILLAGE, OFFICE = UnitKind.VILLAGE, UnitKind.OFFICE


def year(day: date = DAY, forms: dict[int, Cause] | None = None) -> PostYear:
    months = (Month("2026-11", 10, 8, 4, 3), Month("2026-12", 10, 8, 4, 1))
    coming = (Coming("2026-12", "person.phone", SubjectKind.PERSON, True, 2, 3, (7,)),)
    return PostYear(day, months, 4, forms or {7: Cause(20, 4, 10, 1)}, coming, Alike((), {}))


def seen(villages: int, offices: int = 0) -> YearOverview:
    return year_overview([(VILLAGE, year())] * villages + [(OFFICE, year())] * offices, 5)


def test_it_goes_through_a_file() -> None:
    assert post_year_from(json.loads(json.dumps(year().as_tree()))) == year()


def test_months_and_kinds_add_up_to_the_whole() -> None:
    found = seen(6, 5)
    assert {each.name for each in found.kinds.groups} == {"office", "village"}
    assert by_month(found.whole, found.months)["2026-11"] == (110, 88, 44, 33)
    assert found.whole[-1] == 44
    assert tuple(map(sum, zip(*(each.figures for each in found.kinds.groups), strict=True))) == found.whole


def test_a_kind_of_too_few_posts_is_put_together_with_another() -> None:
    found = seen(6, 2)
    assert not found.kinds.groups
    assert found.kinds.rest is not None
    assert set(found.kinds.joined) == {"village", "office"}


def test_too_few_posts_in_all_show_nothing() -> None:
    found = seen(4)
    assert found.hidden
    assert found.whole == ()
    assert found.forms.groups == ()
    assert found.proof.proofs == ()


def test_forms_stand_by_what_they_ask_and_those_of_too_few_posts_together() -> None:
    cause = Cause(5, 1, 0, 0)
    posts = [(VILLAGE, year(forms={7: Cause(20, 4, 10, 1), 8: Cause(30, 2, 0, 0)})) for _post in range(5)]
    posts.append((VILLAGE, year(forms={9: cause, 10: Cause(0, 0, 0, 0)})))
    found = year_overview(posts, 5).forms
    assert [(each.name, each.size, each.figures) for each in found.groups] == [("8", 5, (150, 10, 0, 0))]
    assert found.rest is not None
    assert found.rest.figures == (105, 21, 50, 5)
    assert found.joined == ("7", "9")


def test_it_tells_from_when_to_when_it_was_reckoned() -> None:
    posts = [(VILLAGE, year(date(2026, 11, day))) for day in (3, 5, 4, 3, 3)]
    assert year_overview(posts, 5).days == (date(2026, 11, 3), date(2026, 11, 5))
