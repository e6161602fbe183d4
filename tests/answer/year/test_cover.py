"""The fewest questions of a year, held against trying out every choice."""

import random
from dataclasses import replace
from itertools import combinations

import pytest

from qingzhuang.answer.year.bound import Bound, bound, enough
from qingzhuang.answer.year.cover import solve
from qingzhuang.answer.year.part import FOR_GOOD, Need, Part, Until, parts

KEYS = "abcd"


def lasting(days: dict[str, int | None]) -> Until:
    def until(key: str, day: int) -> int:
        lasts = days.get(key)
        return FOR_GOOD if lasts is None else day + lasts

    return until


def drawn(seed: int) -> tuple[list[Need], Until, dict[str, int]]:
    """A few needs over twelve days, each with a few routes, answers that last differently long, and costs."""
    chance = random.Random(seed)  # noqa: S311 - the same draws every time
    needs = []
    for _number in range(chance.randint(1, 7)):
        key = chance.choice(KEYS)
        routes = (key, *sorted({*chance.sample(KEYS, chance.randint(0, 2))} - {key}))
        needs.append(Need(key, chance.randint(1, 12), routes))
    days = {key: chance.choice((0, 1, 2, 4, 7, None)) for key in KEYS}
    return needs, lasting(days), {key: chance.randint(1, 5) for key in KEYS}


def tried(part: Part, costs: dict[str, int]) -> tuple[int, int]:
    """The fewest questions and their least cost by trying out everything."""
    for size in range(len(part.asks) + 1):
        found = [
            sum(costs[each.key] for each in some)
            for some in combinations(part.asks, size)
            if all(any(each.serves(need) for each in some) for need in part.needs)
        ]
        if found:
            return size, min(found)
    raise AssertionError


@pytest.mark.parametrize("seed", range(150))
def test_no_choice_has_fewer_questions_nor_as_many_at_less_cost(seed: int) -> None:
    needs, until, costs = drawn(seed)
    for part in parts(needs, until):
        if len(part.asks) <= 14:
            found = solve(part, costs.__getitem__)
            asked = [part.asks[number] for number in found.chosen]
            assert found.exact
            assert all(any(each.serves(need) for each in asked) for need in part.needs)
            assert (len(asked), sum(costs[each.key] for each in asked)) == tried(part, costs)


@pytest.mark.parametrize("seed", range(150))
def test_the_bound_never_says_too_many_and_reaches_the_fewest_of_small_parts(seed: int) -> None:
    needs, until, costs = drawn(seed)
    for part in parts(needs, until):
        if len(part.asks) <= 14:
            least = tried(part, costs)[0]
            assert bound(part, least).least == least


@pytest.mark.parametrize("seed", range(30))
def test_asking_earlier_than_the_first_day_on_which_it_is_wanted_saves_nothing(seed: int) -> None:
    """All days tried out, not only those on which something is due."""
    needs, until, costs = drawn(seed)
    needs = needs[:4]
    fewest = sum(len(solve(part, costs.__getitem__).chosen) for part in parts(needs, until))
    routes = sorted({key for need in needs for key in need.routes})
    anywhere = [(key, day, until(key, day)) for key in routes for day in range(1, 13)]
    for some in combinations(anywhere, fewest - 1):
        assert not all(
            any(key in need.routes and day <= need.day <= last for key, day, last in some) for need in needs
        )


def test_what_holds_half_a_year_is_asked_twice_a_year() -> None:
    (part,) = parts([Need("a", day, ("a",)) for day in range(30, 361, 30)], lasting({"a": 180}))
    assert [part.asks[each].day for each in solve(part, lambda _key: 1).chosen] == [30, 240]


def test_one_source_serves_what_follows_from_it_all_year() -> None:
    needs = [Need("age", day, ("age", "birth")) for day in (30, 60, 90)] + [Need("birth", 90, ("birth",))]
    (part,) = parts(needs, lasting({"age": 0}))
    (only,) = (part.asks[each] for each in solve(part, lambda _key: 1).chosen)
    assert (only.key, only.day) == ("birth", 30)


def test_a_large_part_ends_in_time_with_a_bound() -> None:
    chance = random.Random(7)  # noqa: S311 - the same draws every time
    names = [f"k{number}" for number in range(40)]
    needs = [Need(name, day, (name, *chance.sample(names, 2))) for name in names for day in (10, 40, 70)]
    for part in parts(needs, lasting(dict.fromkeys(names, 25))):
        found = solve(part, lambda _key: 1)
        asked = [part.asks[number] for number in found.chosen]
        assert all(any(each.serves(need) for each in asked) for need in part.needs)
        assert 0 < bound(part, len(asked)).least <= len(asked)


def test_an_odd_circle_is_bound_by_halves() -> None:
    """Each question serves two of three needs: one and a half, so two."""
    circle = [Need("x", 1, ("a", "b")), Need("y", 1, ("b", "c")), Need("z", 1, ("c", "a"))]
    (part,) = parts(circle, lasting({}))
    assert bound(part, 2) == Bound(2, (1, 1, 1))
    assert not enough(part, 1)
    assert enough(replace(part, needs=part.needs[:2]), 1)
