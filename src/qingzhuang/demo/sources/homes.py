"""What is kept by household: house, land, stock, income, aid."""

from collections.abc import Callable, Iterable

from qingzhuang.demo.household import BANK, Household
from qingzhuang.demo.numbers import phone
from qingzhuang.demo.sources.roll import Columns, Roll, Value, plain
from qingzhuang.demo.township import Township

_WHO: Columns[Household] = (
    ("户号", lambda home: home.book_no),
    ("村（社区）", lambda home: home.village.name),
    ("村民小组", lambda home: f"{home.group}组"),
    ("户主姓名", lambda home: home.head.name),
    ("户主身份证号", lambda home: home.head.id_no),
    ("户主电话", lambda home: home.head.phone),
    ("家庭人口（人）", lambda home: len(home.members)),
    ("家庭住址", lambda home: home.address),
)
_HOUSE: Columns[Household] = (
    ("房屋编号", lambda home: home.house.code),
    ("房屋结构", lambda home: home.house.structure),
    ("建成年代", lambda home: home.house.built),
    ("房屋层数", lambda home: home.house.floors),
    ("建筑面积（㎡）", lambda home: home.house.area),
    ("房屋危险等级", lambda home: home.house.safety),
    ("户厕类型", lambda home: home.house.toilet),
)
_INCOME: Columns[Household] = (
    ("工资性收入（元）", lambda home: home.income.wages),
    ("生产经营性收入（元）", lambda home: home.income.business),
    ("财产性收入（元）", lambda home: home.income.rents),
    ("转移性收入（元）", lambda home: home.income.transfers),
    ("生产经营性支出（元）", lambda home: home.income.costs),
    ("家庭年收入（元）", lambda home: home.income.net + home.income.costs),
    ("人均纯收入（元）", lambda home: home.per_head),
    ("劳动力人数（人）", lambda home: sum(person.work.monthly > 0 for person in home.members)),
    ("开户银行", lambda home: BANK if home.head.account else None),
    ("银行账号", lambda home: home.head.account),
)


def _crop(kind: str) -> tuple[str, Callable[[Household], Value]]:
    return f"{kind}种植面积（亩）", lambda home: home.farm.crops.get(kind)


def _stock(kind: str, place: int, word: str) -> tuple[str, Callable[[Household], Value]]:
    return f"{kind}{word}", lambda home: home.farm.stock.get(kind, (None, None))[place]


def _land() -> Columns[Household]:
    crops = [_crop(kind) for kind in ("水稻", "玉米", "薯类", "油菜", "蔬菜")]
    return [("承包地面积（亩）", lambda home: home.farm.contracted), *crops]


def _herds() -> Columns[Household]:
    words = ((0, "存栏（头、只）"), (1, "出栏（头、只）"))
    return [_stock(kind, place, word) for kind in ("猪", "牛", "羊", "鸡鸭") for place, word in words]


def _aid(number: int) -> Columns[Household]:
    """The columns of the allowance roll; every so often its telephone is another than the register's."""
    return (
        ("户主姓名", lambda home: home.head.name),
        ("户主身份证号", lambda home: home.head.id_no),
        ("是否低保", lambda _: "是"),
        ("保障人数", lambda home: len(home.members)),
        ("保障类别", lambda home: home.aid.category if home.aid else None),
        ("月保障金额（元）", lambda home: home.aid.monthly if home.aid else None),
        ("起保时间", lambda home: home.aid.since if home.aid else None),
        ("致贫原因", lambda home: home.aid.cause if home.aid else None),
        ("户主电话", lambda home: home.head.phone if home.head.serial % number else phone(8000 + home.group)),
    )


_WATCH: Columns[Household] = (
    ("户主姓名", lambda home: home.head.name),
    ("户主身份证号", lambda home: home.head.id_no),
    ("监测对象类别", lambda home: home.watch.category if home.watch else None),
    ("识别时间", lambda home: home.watch.since if home.watch else None),
    ("致贫返贫风险", lambda home: home.watch.risk if home.watch else None),
    ("帮扶责任人", lambda home: home.watch.helper if home.watch else None),
    ("帮扶责任人电话", lambda home: home.watch.helper_phone if home.watch else None),
    ("帮扶措施", lambda home: home.watch.measure if home.watch else None),
)


def home_rolls(township: Township) -> Iterable[Roll]:
    """Yield the rolls that are kept by household."""
    homes = township.homes_of
    everyone = [home for village in township.villages for home in homes(village)]
    columns = [*_WHO, *_HOUSE, *_land(), *_herds(), *_INCOME]
    yield plain("农户基本情况台账.xlsx", "青禾镇农户基本情况台账", columns, everyone)
    yield plain("低保户台账.xlsx", "青禾镇低保户台账", _aid(9), (home for home in everyone if home.aid))
    yield plain("监测户台账.xlsx", None, _WATCH, (home for home in everyone if home.watch))
