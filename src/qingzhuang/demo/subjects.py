"""Whom each form is about: the truth against which a selection by title can be held."""

from collections.abc import Callable, Mapping

from qingzhuang.demo.household import Household
from qingzhuang.demo.person import Person
from qingzhuang.demo.shop import Shop
from qingzhuang.demo.sources.people import left_behind
from qingzhuang.demo.township import Township

_People = Callable[[Household, Person], bool]
_AT_SCHOOL = ("青禾镇中心小学", "青禾镇初级中学")
_SEVERE = ("一级", "二级")
_IDLE = ("在校学生", "学龄前")

_PEOPLE: Mapping[str, _People] = {
    "everyone": lambda _, each: True,
    "eighty": lambda _, each: each.age >= 80,
    "sixty_five": lambda _, each: each.age >= 65,
    "lone_elders": lambda home, each: each.age >= 60 and all(other.age >= 60 for other in home.members),
    "infants": lambda _, each: each.age < 3,
    "minors": lambda _, each: 6 <= each.age < 18 and bool(each.school),
    "pupils": lambda _, each: each.school in _AT_SCHOOL,
    "left_children": left_behind,
    "women_of_age": lambda _, each: each.sex == "女" and 15 <= each.age <= 49,
    "chronic": lambda _, each: each.health == "长期慢性病",
    "disabled": lambda _, each: each.disability is not None,
    "allowed": lambda home, each: (
        each.disability is not None and (home.aid is not None or each.disability.level in _SEVERE)
    ),
    "veterans": lambda _, each: each.service is not None,
    "members": lambda _, each: each.membership is not None,
    "members_away": lambda _, each: each.membership is not None and each.membership.away,
    "workers": lambda _, each: 16 <= each.age < 60 and each.work.state not in (*_IDLE, "无劳动能力"),
    "adults": lambda _, each: each.age >= 16 and each.work.state not in _IDLE,
    "watched_workers": lambda home, each: home.watch is not None and bool(each.work.place),
    "low_income_people": lambda home, each: home.aid is not None,
    "low_income_women": lambda home, each: home.aid is not None and (each.sex == "女" or each.age < 18),
}
_HOMES: Mapping[str, Callable[[Household], bool]] = {
    "homes": lambda _: True,
    "low_income": lambda home: home.aid is not None,
    "watched": lambda home: home.watch is not None,
    "farming_homes": lambda home: home.farm.contracted > 0,
    "stock_homes": lambda home: bool(home.farm.stock),
}
_SHOPS: Mapping[str, Callable[[Shop], bool]] = {
    "shops": lambda _: True,
    "gas_shops": lambda shop: shop.kind == "小餐饮",
}
EVENTS = ("checks", "food_checks", "gatherings", "walks")


def subjects_of(township: Township, about: str) -> tuple[str, ...]:
    """Return ID numbers, book numbers or credit codes of whom a form is about; none for events and whole villages."""
    if about in _PEOPLE:
        tells = _PEOPLE[about]
        return tuple(each.id_no for home in township.households for each in home.members if tells(home, each))
    if about in _HOMES:
        return tuple(home.book_no for home in township.households if _HOMES[about](home))
    if about in _SHOPS:
        return tuple(shop.code for shop in township.shops if _SHOPS[about](shop))
    if about and about not in EVENTS and about != "movers":
        raise ValueError(about)
    return ()


def heads_of(township: Township, about: str) -> tuple[str, ...]:
    """Return the ID numbers of the heads of the households that a form is about: some forms list these, not the homes."""
    tells = _HOMES.get(about)
    return tuple(home.head.id_no for home in township.households if tells and tells(home))
