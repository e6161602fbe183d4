"""The invented township as a whole: the same seed gives the same people."""

from dataclasses import dataclass
from itertools import count
from random import Random

from qingzhuang.demo import happening, names
from qingzhuang.demo.happening import Check, Gathering, Walk
from qingzhuang.demo.homes import household
from qingzhuang.demo.household import Household
from qingzhuang.demo.lives import Lives
from qingzhuang.demo.person import Person
from qingzhuang.demo.shop import Shop, shop
from qingzhuang.demo.village import Village, village_code, village_names

SEED = 20261031
_SHOPS = 72


@dataclass(frozen=True, slots=True)
class Township:
    """Everything there is in the township."""

    villages: tuple[Village, ...]
    households: tuple[Household, ...]
    shops: tuple[Shop, ...]
    gatherings: tuple[Gathering, ...]
    checks: tuple[Check, ...]
    walks: tuple[Walk, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """All people, household by household."""
        return tuple(person for home in self.households for person in home.members)

    def homes_of(self, village: Village) -> tuple[Household, ...]:
        """The households of a village."""
        return tuple(home for home in self.households if home.village == village)


def _village(rng: Random, index: int, name: str) -> Village:
    secretary, patroller = names.full_name(rng, "男"), names.full_name(rng, "女")
    income = rng.randrange(80_000, 600_000, 500)
    return Village(
        name, village_code(index), rng.randint(4, 9), secretary, patroller, income, rng.randint(4, 12)
    )


def _homes(rng: Random, lives: Lives, village: Village) -> tuple[Household, ...]:
    return tuple(household(rng, lives, village, index) for index in range(1, rng.randint(82, 100)))


def _shops(rng: Random, homes: tuple[Household, ...]) -> tuple[Shop, ...]:
    own = [home for home in homes if home.head.work.state == "个体经营" and home.head.phone]
    farm = [
        home for home in homes if home.head.work.state == "务农" and home.head.phone and home.head.age < 60
    ]
    keepers = own + rng.sample(farm, _SHOPS - len(own))
    taken: set[str] = set()
    return tuple(shop(rng, home, number, taken) for number, home in enumerate(rng.sample(keepers, _SHOPS), 1))


def imagine(seed: int = SEED) -> Township:
    """Return the township of a seed: nine villages, about 800 households, 2,700 people, 72 shops."""
    rng = Random(seed)  # noqa: S311  invented data, not secrets
    villages = tuple(_village(rng, index, name) for index, name in enumerate(village_names()))
    lives = Lives(rng, count(1))
    homes = tuple(home for village in villages for home in _homes(rng, lives, village))
    shops = _shops(rng, homes)
    checks = happening.in_order(happening.check(rng, rng.choice(shops), number) for number in range(1, 181))
    gatherings = tuple(happening.gathering(rng, rng.choice(villages), number) for number in range(1, 97))
    walks = tuple(happening.walk(rng, rng.choice(villages), number) for number in range(1, 121))
    return Township(villages, homes, shops, gatherings, checks, walks)
