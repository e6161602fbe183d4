"""What is kept about shops, about what took place, and about the villages themselves."""

from collections.abc import Iterable
from typing import NamedTuple

from qingzhuang.demo.happening import Check, Gathering, Walk
from qingzhuang.demo.household import Household
from qingzhuang.demo.person import Person
from qingzhuang.demo.shop import Shop
from qingzhuang.demo.sources.roll import Columns, Roll, plain
from qingzhuang.demo.township import Township
from qingzhuang.demo.village import Village

_SHOPS: Columns[Shop] = (
    ("统一社会信用代码", lambda shop: shop.code),
    ("店铺名称", lambda shop: shop.name),
    ("场所类别", lambda shop: shop.kind),
    ("村（社区）", lambda shop: shop.village.name),
    ("经营地址", lambda shop: shop.address),
    ("经营者姓名", lambda shop: shop.owner.name),
    ("经营者身份证号", lambda shop: shop.owner.id_no),
    ("经营者联系电话", lambda shop: shop.owner.phone),
    ("开业时间", lambda shop: shop.opened),
    ("经营面积（㎡）", lambda shop: shop.area),
    ("层数", lambda shop: shop.floors),
    ("从业人员数", lambda shop: shop.staff),
    ("灭火器数量（具）", lambda shop: shop.extinguishers),
    ("燃气种类", lambda shop: shop.gas),
    ("是否装报警器", lambda shop: shop.alarm),
    ("是否住人", lambda shop: shop.lived_in),
    ("疏散通道", lambda shop: shop.exits),
    ("许可证有效期", lambda shop: shop.license_until),
)
_CHECKS: Columns[Check] = (
    ("检查编号", lambda check: check.number),
    ("检查日期", lambda check: check.day),
    ("场所名称", lambda check: check.shop.name),
    ("统一社会信用代码", lambda check: check.shop.code),
    ("检查人", lambda check: check.checker),
    ("存在隐患", lambda check: check.found or "无"),
    ("整改要求", lambda check: check.order),
    ("整改期限", lambda check: check.until),
    ("复查情况", lambda check: check.again),
)
_GATHERINGS: Columns[Gathering] = (
    ("活动编号", lambda each: each.number),
    ("活动日期", lambda each: each.day),
    ("活动地点", lambda each: each.place),
    ("活动主题", lambda each: each.topic),
    ("应到人数", lambda each: each.due),
    ("实到人数", lambda each: each.came),
    ("主持人", lambda each: each.host),
    ("记录人", lambda each: each.recorder),
    ("活动内容", lambda each: each.content),
)
_WALKS: Columns[Walk] = (
    ("巡查编号", lambda walk: walk.number),
    ("巡查日期", lambda walk: walk.day),
    ("村（社区）", lambda walk: walk.village.name),
    ("水域名称", lambda walk: walk.water),
    ("天气", lambda walk: walk.weather),
    ("发现问题", lambda walk: walk.found or "无"),
    ("处理情况", lambda walk: walk.handled),
    ("巡查人", lambda walk: walk.walker),
)


class Counted(NamedTuple):
    """A village with its households and people."""

    village: Village
    homes: tuple[Household, ...]
    people: tuple[Person, ...]


_VILLAGES: Columns[Counted] = (
    ("村（社区）", lambda each: each.village.name),
    ("区划代码", lambda each: each.village.code),
    ("村民小组数（个）", lambda each: each.village.groups),
    ("村党支部书记", lambda each: each.village.secretary),
    ("村集体经济收入（元）", lambda each: each.village.collective_income),
    ("总户数（户）", lambda each: len(each.homes)),
    ("户籍人口（人）", lambda each: len(each.people)),
    ("常住人口（人）", lambda each: sum(person.work.state != "外出务工" for person in each.people)),
    ("外出人口（人）", lambda each: sum(person.work.state == "外出务工" for person in each.people)),
    ("耕地面积（亩）", lambda each: round(sum(home.farm.contracted for home in each.homes), 1)),
)


def place_rolls(township: Township) -> Iterable[Roll]:
    """Yield the rolls about shops, checks, gatherings, walks and villages."""
    yield plain("商户台账.xlsx", "青禾镇商户台账", _SHOPS, township.shops)
    yield plain("检查记录.xlsx", None, _CHECKS, township.checks)
    yield plain("活动记录.xlsx", "青禾镇活动记录", _GATHERINGS, township.gatherings)
    yield plain("巡查记录.xlsx", None, _WALKS, township.walks)
    yield plain("村情台账.xlsx", "青禾镇各村基本情况", _VILLAGES, _counted(township))


def _counted(township: Township) -> Iterable[Counted]:
    for village in township.villages:
        homes = township.homes_of(village)
        yield Counted(village, homes, tuple(person for home in homes for person in home.members))
