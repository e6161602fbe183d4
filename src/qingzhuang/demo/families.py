"""Outlines of families: who lives together, of what sex and age. Ages fit one another."""

from dataclasses import dataclass
from random import Random

from qingzhuang.demo.names import Sex

_OTHER: dict[Sex, Sex] = {"男": "女", "女": "男"}


@dataclass(frozen=True, slots=True)
class Outline:
    """One member to be: relation to the head, sex, age; `own_name` tells who does not bear the family's name."""

    relation: str
    sex: Sex
    age: int
    own_name: bool = False


def _either(rng: Random) -> Sex:
    return "男" if rng.random() < 0.52 else "女"


def _couple(rng: Random, low: int, high: int) -> list[Outline]:
    sex: Sex = "男" if rng.random() < 0.85 else "女"
    age = rng.randint(low, high)
    spouse = max(22, age + rng.randint(-4, 3))
    return [Outline("户主", sex, age), Outline("配偶", _OTHER[sex], spouse, own_name=True)]


def _children(rng: Random, parents: list[Outline], number: int) -> list[Outline]:
    oldest = min(parent.age for parent in parents) - 22
    spaced = range(rng.randint(0, 1), oldest + 1, 2)
    ages = sorted(rng.sample(spaced, min(number, len(spaced))), reverse=True)
    sexes = [_either(rng) for _ in ages]
    return [
        Outline("儿子" if sex == "男" else "女儿", sex, age) for sex, age in zip(sexes, ages, strict=True)
    ]


def _old_couple(rng: Random) -> list[Outline]:
    return _couple(rng, 62, 88)


def _lone_elder(rng: Random) -> list[Outline]:
    return [Outline("户主", _either(rng), rng.randint(65, 94))]


def _lone_adult(rng: Random) -> list[Outline]:
    return [Outline("户主", "男", rng.randint(35, 58))]


def _nuclear(rng: Random) -> list[Outline]:
    parents = _couple(rng, 27, 46)
    return parents + _children(rng, parents, rng.choice((1, 1, 2, 2, 3)))


def _grown(rng: Random) -> list[Outline]:
    parents = _couple(rng, 48, 60)
    return parents + _children(rng, parents, rng.choice((1, 1, 2)))


def _three_generations(rng: Random) -> list[Outline]:
    parents = _nuclear(rng)
    head = parents[0]
    father = Outline("父亲", "男", head.age + rng.randint(23, 32), own_name=head.sex == "女")
    mother = Outline("母亲", "女", head.age + rng.randint(21, 30), own_name=True)
    elders = [father, mother] if rng.random() < 0.6 else [mother]
    return parents + elders


def _grandparents_at_the_head(rng: Random) -> list[Outline]:
    elders = _couple(rng, 58, 74)
    son = Outline("儿子", "男", min(elder.age for elder in elders) - rng.randint(22, 27))
    wife = Outline("儿媳", "女", max(22, son.age - rng.randint(-2, 4)), own_name=True)
    oldest = min(son.age, wife.age) - 22
    sexes = [_either(rng) for _ in range(rng.choice((1, 2, 2)))]
    grandchildren = [
        Outline("孙子" if sex == "男" else "孙女", sex, rng.randint(0, min(16, max(oldest, 0))))
        for sex in sexes
    ]
    return [*elders, son, wife, *grandchildren]


_KINDS = (
    (_nuclear, 30),
    (_three_generations, 18),
    (_grandparents_at_the_head, 16),
    (_grown, 14),
    (_old_couple, 12),
    (_lone_elder, 7),
    (_lone_adult, 3),
)


def outline(rng: Random) -> list[Outline]:
    """Return the members of one family, the head first."""
    kinds = [kind for kind, _ in _KINDS]
    return rng.choices(kinds, [weight for _, weight in _KINDS])[0](rng)
