"""What offices of the township keep about some of the people."""

from collections.abc import Callable, Iterable
from datetime import date

from qingzhuang.demo.household import Household
from qingzhuang.demo.person import Person
from qingzhuang.demo.sources.roll import Columns, Roll, Value, plain
from qingzhuang.demo.township import Township

Member = tuple[Household, Person]


def _who(word: str = "身份证号码") -> Columns[Person]:
    return (("姓名", lambda each: each.name), (word, lambda each: each.id_no))


_DISABLED: Columns[Person] = (
    *_who("公民身份号码"),
    ("残疾人证号", lambda each: each.disability.certificate if each.disability else None),
    ("残疾类别", lambda each: each.disability.kind if each.disability else None),
    ("残疾等级", lambda each: each.disability.level if each.disability else None),
)
_VETERANS: Columns[Person] = (
    *_who("身份证号"),
    ("入伍时间", lambda each: each.service.joined if each.service else None),
    ("退役时间", lambda each: each.service.left if each.service else None),
    ("服役部队", lambda each: each.service.unit if each.service else None),
    ("优抚对象类别", lambda each: each.service.category if each.service else None),
)


def _member(value: Callable[[Person], str | date]) -> Callable[[Person], Value]:
    return lambda each: value(each) if each.membership else None


_MEMBERS: Columns[Person] = (
    *_who(),
    ("入党时间", lambda each: each.membership.joined if each.membership else None),
    ("转正时间", lambda each: each.membership.confirmed if each.membership else None),
    ("所在党支部", lambda each: each.membership.branch if each.membership else None),
    ("是否流动党员", _member(lambda each: "是" if each.membership and each.membership.away else "否")),
)
_INSURED: Columns[Person] = (
    *_who(),
    ("医保参保状态", lambda each: each.medical),
    ("养老保险参保状态", lambda each: each.pension),
    ("签约医生", lambda each: each.doctor),
)
_PUPILS: Columns[Member] = (
    ("姓名", lambda each: each[1].name),
    ("公民身份号码", lambda each: each[1].id_no),
    ("就读学校", lambda each: each[1].school),
    ("年级", lambda each: each[1].grade),
    ("是否留守儿童", lambda each: "是" if left_behind(each[0], each[1]) else "否"),
    ("监护人姓名", lambda each: guardian(each[0]).name),
    ("监护人身份证号", lambda each: guardian(each[0]).id_no),
    ("监护人联系电话", lambda each: guardian(each[0]).phone),
)
_PARENTS = ("户主", "配偶", "儿子", "儿媳")


def guardian(home: Household) -> Person:
    """Return who looks after the children: the first grown-up who lives at home, else the head."""
    grown = [person for person in home.members if person.age >= 22]
    return next((person for person in grown if person.work.state != "外出务工"), home.head)


def left_behind(home: Household, child: Person) -> bool:
    """Tell whether a grown-up of the parents' age works away while the child is under 16."""
    of_age = [
        person
        for person in home.members
        if person.relation in _PARENTS and 20 <= person.age - child.age <= 45
    ]
    return child.age < 16 and any(person.work.state == "外出务工" for person in of_age)


def people_rolls(township: Township) -> Iterable[Roll]:
    """Yield the rolls that are kept by person."""
    everyone = township.people
    yield plain(
        "残疾人台账.xlsx", "青禾镇持证残疾人台账", _DISABLED, (each for each in everyone if each.disability)
    )
    yield plain("退役军人台账.xlsx", None, _VETERANS, (each for each in everyone if each.service))
    yield plain("党员台账.xlsx", "青禾镇党员台账", _MEMBERS, (each for each in everyone if each.membership))
    yield plain("社保参保台账.xlsx", "青禾镇社会保险参保台账", _INSURED, everyone)
    yield plain("在校学生台账.xlsx", "青禾镇在校学生台账", _PUPILS, _pupils(township))


def _pupils(township: Township) -> Iterable[Member]:
    return ((home, each) for home in township.households for each in home.members if each.school)
