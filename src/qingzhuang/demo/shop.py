"""The shops and small places of the invented township."""

from dataclasses import dataclass
from datetime import date
from random import Random

from qingzhuang.demo import numbers
from qingzhuang.demo.household import Household
from qingzhuang.demo.person import Person
from qingzhuang.demo.village import Village

_KINDS = ("小餐饮", "小超市", "小旅馆", "农资店", "理发店", "小作坊", "药店", "五金店")
_WORDS = ("青禾", "柳岸", "东来", "顺意", "和美", "丰谷", "晨光", "惠民", "百信", "小桥", "清溪", "四季")
_SUFFIX = {"小餐饮": "餐馆", "小超市": "超市", "小作坊": "豆制品作坊", "药店": "大药房"}


@dataclass(frozen=True, slots=True)
class Shop:
    """One shop. `area` is square metres; `license_until` ends the food licence, None where none is needed."""

    name: str
    code: str
    kind: str
    owner: Person
    village: Village
    address: str
    opened: date
    area: int
    floors: int
    staff: int
    extinguishers: int
    gas: str
    alarm: str
    lived_in: str
    exits: str
    license_until: date | None


def shop(rng: Random, home: Household, number: int, taken: set[str]) -> Shop:
    """Return a shop kept by the head of this household; its name is added to `taken`."""
    kind = _KINDS[number % len(_KINDS)] if number % 3 else "小餐饮"
    name = _name(rng, kind, taken)
    gas = rng.choice(("瓶装液化气", "瓶装液化气", "电")) if kind in ("小餐饮", "小作坊") else "无"
    return Shop(
        name=name,
        code=numbers.credit_code(number),
        kind=kind,
        owner=home.head,
        village=home.village,
        address=f"{home.village.address(home.group, 0)[:-3]}{rng.choice(('街上', '桥头', '路口'))}{number}号",
        opened=date(rng.randint(2008, 2025), rng.randint(1, 12), rng.randint(1, 28)),
        area=rng.randrange(18, 180, 2),
        floors=rng.choice((1, 1, 2)),
        staff=rng.randint(1, 6),
        extinguishers=rng.randint(0, 4),
        gas=gas,
        alarm="是" if gas == "瓶装液化气" and rng.random() < 0.6 else "否",
        lived_in=rng.choice(("是", "否", "否")),
        exits=rng.choice(("畅通", "畅通", "畅通", "堆放杂物")),
        license_until=date(rng.randint(2026, 2030), rng.randint(1, 12), 28)
        if gas != "无" or kind == "小超市"
        else None,
    )


def _name(rng: Random, kind: str, taken: set[str]) -> str:
    base = f"青禾镇{{}}{_SUFFIX.get(kind, kind.removeprefix('小'))}"
    free = [name for name in (base.format(word) for word in _WORDS) if name not in taken]
    name = rng.choice(free) if free else base.format(f"{rng.choice(_WORDS)}{len(taken)}")
    taken.add(name)
    return name
