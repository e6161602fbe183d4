"""What took place in the invented township: gatherings, checks of shops, walks along water and fields."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from qingzhuang.demo.person import AS_OF
from qingzhuang.demo.shop import Shop
from qingzhuang.demo.village import Village

_TOPICS = ("防汛知识宣讲", "健康义诊", "三会一课", "反诈宣传", "重阳敬老", "环境整治日", "农技培训")
_FLAWS = ("灭火器过期", "通道堆放杂物", "软管老化", "电线私拉乱接", "未建进货台账")
_WATERS = ("柳湾塘", "石桥河段", "上坪水库", "白沙河段", "竹溪沟")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting or activity. `due` people were expected, `came` is how many there were."""

    number: str
    day: date
    village: Village
    topic: str
    place: str
    due: int
    came: int
    host: str
    recorder: str
    content: str


@dataclass(frozen=True, slots=True)
class Check:
    """A check of a shop. `found` is empty when all was in order."""

    number: str
    day: date
    shop: Shop
    checker: str
    found: str
    order: str
    until: date | None
    again: str


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk along water."""

    number: str
    day: date
    village: Village
    water: str
    weather: str
    walker: str
    found: str
    handled: str


def _day(rng: Random) -> date:
    return AS_OF - timedelta(days=rng.randrange(300))


def gathering(rng: Random, village: Village, number: int) -> Gathering:
    """Return something that took place in the village."""
    topic, due = rng.choice(_TOPICS), rng.randint(12, 80)
    place = f"{village.name}党群服务中心"
    content = f"围绕{topic}开展，现场答疑并发放材料。"
    came = due - rng.randint(0, due // 3)
    label = f"HD2026{number:04d}"
    return Gathering(
        label, _day(rng), village, topic, place, due, came, village.secretary, village.patroller, content
    )


def check(rng: Random, shop: Shop, number: int) -> Check:
    """Return a check of the shop."""
    day, found = _day(rng), rng.choice(_FLAWS) if rng.random() < 0.45 else ""
    until = day + timedelta(days=15) if found else None
    order, again = ("限期整改", rng.choice(("已整改", "整改中"))) if found else ("无", "")
    return Check(f"JC2026{number:04d}", day, shop, shop.village.patroller, found, order, until, again)


def walk(rng: Random, village: Village, number: int) -> Walk:
    """Return a walk along one of the waters."""
    found = rng.choice(("", "", "", "救生圈缺失", "岸坡有垃圾"))
    handled = "已补齐" if found == "救生圈缺失" else "已清理" if found else ""
    weather = rng.choice(("晴", "多云", "小雨"))
    return Walk(
        f"XC2026{number:04d}",
        _day(rng),
        village,
        rng.choice(_WATERS),
        weather,
        village.patroller,
        found,
        handled,
    )


def in_order(found: Iterable[Check]) -> tuple[Check, ...]:
    """Return checks by day."""
    return tuple(sorted(found, key=lambda each: (each.day, each.number)))
