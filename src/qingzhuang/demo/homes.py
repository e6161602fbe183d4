"""Makes households: a family at an address with house, land and income."""

from datetime import date
from random import Random

from qingzhuang.demo import families, names, numbers
from qingzhuang.demo.household import Aid, Farm, House, Household, Income, Watch
from qingzhuang.demo.lives import Lives
from qingzhuang.demo.person import Person
from qingzhuang.demo.village import Village

_CROPS = ("水稻", "玉米", "油菜", "蔬菜", "薯类")
_STOCK = ("猪", "牛", "羊", "鸡鸭")
_CAUSES = ("因病", "因残", "缺劳动力", "因学", "因灾")


def _house(rng: Random, code: str) -> House:
    built = rng.randint(1978, 2022)
    structure = "土木结构" if built < 1990 else rng.choice(("砖木结构", "砖混结构", "砖混结构"))
    safety = rng.choice("BBCD") if built < 1990 else rng.choice("AAAAB")
    floors = 1 if structure == "土木结构" else rng.choice((1, 2, 2, 3))
    toilet = rng.choice(("卫生厕所", "卫生厕所", "卫生厕所", "旱厕", "无厕所"))
    return House(code, structure, built, floors, floors * rng.randint(70, 130), safety, toilet)


def _farm(rng: Random, size: int) -> Farm:
    contracted = round(size * rng.uniform(0.6, 1.6), 1)
    kinds = rng.sample(_CROPS, rng.randint(1, 3))
    crops = {kind: round(contracted / len(kinds) * rng.uniform(0.5, 1.0), 1) for kind in kinds}
    chosen = rng.sample(_STOCK, rng.choices((0, 1, 2), (55, 33, 12))[0])
    return Farm(contracted, crops, {kind: _heads(rng, kind) for kind in chosen})


def _heads(rng: Random, kind: str) -> tuple[int, int]:
    most = {"猪": 40, "牛": 8, "羊": 30, "鸡鸭": 200}[kind]
    kept = rng.randint(1, most)
    return kept, rng.randint(0, kept * 2)


def _income(rng: Random, members: tuple[Person, ...], farm: Farm) -> Income:
    wages = sum(person.work.monthly * 10 for person in members if person.work.place)
    business = int(sum(farm.crops.values()) * 900) + sum(kept * 60 for kept, _ in farm.stock.values())
    pensions = sum(1680 for person in members if person.pension == "领取待遇")
    transfers = pensions + int(farm.contracted * 95)
    return Income(wages, business, rng.choice((0, 0, 0, 600, 1500)), transfers, int(business * 0.35))


def _aid(rng: Random, members: tuple[Person, ...], per_head: int) -> Aid | None:
    weak = any(person.disability or person.health == "患有大病" for person in members)
    if per_head >= (7000 if weak else 3000) or rng.random() < 0.3:
        return None
    category = rng.choice("ABC")
    monthly = {"A": 610, "B": 480, "C": 350}[category] * len(members)
    return Aid(
        f"{category}类", monthly, date(rng.randint(2016, 2025), rng.randint(1, 12), 1), rng.choice(_CAUSES)
    )


def _watch(rng: Random, per_head: int, serial: int) -> Watch | None:
    if per_head >= 10500 or rng.random() < 0.6:
        return None
    category = rng.choice(("脱贫不稳定户", "边缘易致贫户", "突发严重困难户"))
    day = date(rng.randint(2021, 2026), rng.randint(1, 9), rng.randint(1, 28))
    helper = names.full_name(rng, "男")
    measure = rng.choice(("公益性岗位", "产业奖补", "医疗救助", "小额信贷"))
    return Watch(category, day, rng.choice(_CAUSES), helper, numbers.phone(9000 + serial % 900), measure)


def household(rng: Random, lives: Lives, village: Village, index: int) -> Household:
    """Return the village's household with this index, from 1."""
    book_no = f"{village.code}{index:04d}"
    group = rng.randint(1, village.groups)
    address = village.address(group, index)
    family = names.surname(rng)
    members = tuple(
        lives.person(outline, family, book_no, village.name, address) for outline in families.outline(rng)
    )
    farm = _farm(rng, len(members))
    income = _income(rng, members, farm)
    per_head = income.net // len(members)
    aid, watch = _aid(rng, members, per_head), _watch(rng, per_head, members[0].serial)
    return Household(
        book_no, village, group, address, members, _house(rng, f"F{book_no}"), farm, income, aid, watch
    )
