"""The household registers, one a village, each typed in its clerk's own way."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qingzhuang.demo.household import Household
from qingzhuang.demo.person import Person
from qingzhuang.demo.sources.roll import Columns, Roll, Value, rows_of
from qingzhuang.demo.township import Township

Member = tuple[Household, Person]


@dataclass(frozen=True, slots=True)
class Habit:
    """How a clerk types: the word for ID numbers, dates, whether there is a title, what is put around ID numbers."""

    id_word: str
    dates: str
    titled: bool
    spoilt: str


_HABITS = (
    Habit("公民身份号码", "real", titled=True, spoilt=""),
    Habit("身份证号", "dotted", titled=False, spoilt=" "),
    Habit("身份证号码", "packed", titled=True, spoilt="'"),
)
_COLUMNS: Columns[Member] = (
    ("户号", lambda each: each[0].book_no),
    ("户主姓名", lambda each: each[0].head.name),
    ("姓名", lambda each: each[1].name),
    ("与户主关系", lambda each: each[1].relation),
    ("性别", lambda each: each[1].sex),
    ("民族", lambda each: each[1].nation),
    ("公民身份号码", lambda each: each[1].id_no),
    ("出生日期", lambda each: each[1].birth),
    ("文化程度", lambda each: each[1].education),
    ("政治面貌", lambda each: each[1].politics),
    ("婚姻状况", lambda each: each[1].marital),
    ("健康状况", lambda each: each[1].health),
    ("生活自理能力", lambda each: each[1].selfcare),
    ("村（社区）", lambda each: each[0].village.name),
    ("村民小组", lambda each: f"{each[0].group}组"),
    ("户籍地址", lambda each: each[0].address),
    ("现住址", lambda each: each[1].live_address),
    ("联系电话", lambda each: each[1].phone),
    ("就业状态", lambda each: each[1].work.state),
    ("务工地点", lambda each: each[1].work.place),
    ("务工单位", lambda each: each[1].work.employer),
    ("从事行业", lambda each: each[1].work.trade),
    ("月收入（元）", lambda each: each[1].work.monthly),
    ("开户银行", lambda each: "青禾示例农商银行" if each[1].account else None),
    ("银行账号", lambda each: each[1].account),
)
_ID = 6


def registers(township: Township) -> Iterable[Roll]:
    """Yield one register a village."""
    for index, village in enumerate(township.villages):
        members = [(home, person) for home in township.homes_of(village) for person in home.members]
        habit = _HABITS[index % len(_HABITS)]
        plain = Roll(
            f"{village.name}户籍台账.xlsx", _headers(habit), rows_of(_COLUMNS, members), dates=habit.dates
        )
        if habit.titled:
            plain = replace(plain, title=f"{village.name}户籍人口台账", foot="填表人：          审核人：")
        yield replace(
            plain, rows=tuple(_typed(row, number, habit) for number, row in enumerate(plain.rows, 1))
        )


def _headers(habit: Habit) -> tuple[str, ...]:
    return tuple(habit.id_word if place == _ID else header for place, (header, _) in enumerate(_COLUMNS))


def _typed(row: tuple[Value, ...], number: int, habit: Habit) -> tuple[Value, ...]:
    """Spoil the ID number of every fortieth row as people do."""
    id_no = str(row[_ID])
    if number % 40 or not habit.spoilt:
        return row
    spoilt = f"'{id_no}" if habit.spoilt == "'" else f"{id_no[:6]} {id_no[6:14]} {id_no[14:]}"
    return (*row[:_ID], spoilt, *row[_ID + 1 :])
