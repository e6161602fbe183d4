"""What a year would ask less without a form."""

from qingzhuang.answer.year.part import FOR_GOOD, Need, Part, parts
from qingzhuang.answer.year.without import Without, alone

AGE, BIRTH, SEX = (
    Need("age", 5, ("age", "id")),
    Need("birth", 6, ("birth", "id")),
    Need("sex", 7, ("sex", "id")),
)


def whole(*needs: Need) -> Part:
    (found,) = parts(needs, lambda _key, _day: FOR_GOOD)
    return found


def test_nothing_is_saved_where_another_need_asks_the_same() -> None:
    assert Without().saved(whole(AGE, BIRTH, SEX), 1, frozenset((AGE,))) == 0


def test_a_question_is_saved_where_nothing_else_needs_it() -> None:
    assert Without().saved(whole(AGE), 1, frozenset((AGE,))) == 1
    assert Without().saved(whole(AGE, BIRTH), 1, frozenset()) == 0


def test_only_what_no_other_form_wants_falls_away_with_a_form() -> None:
    owners = {AGE: frozenset((0,)), BIRTH: frozenset((0, 1)), SEX: frozenset((1,))}
    assert alone(whole(AGE, BIRTH, SEX), owners) == {0: frozenset((AGE,)), 1: frozenset((SEX,))}
