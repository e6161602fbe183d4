"""Turns the outline of a member into a person with all that offices ask about people."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from qingzhuang.demo import numbers, schooling
from qingzhuang.demo.families import Outline
from qingzhuang.demo.names import full_name
from qingzhuang.demo.person import AS_OF, Disability, Membership, Person, Service, Work
from qingzhuang.demo.work import work

_KINDS = ("视力", "听力", "言语", "肢体", "智力", "精神", "多重")
_LEVELS = ("一级", "二级", "三级", "四级")
_NATIONS = ("汉族",) * 12 + ("苗族", "土家族")
_DOCTORS = ("乡村医生甲", "乡村医生乙", "乡村医生丙")


@dataclass(slots=True)
class Lives:
    """Makes people one after another; keeps the counters that make numbers unique."""

    rng: Random
    serials: "count[int]"

    def person(self, outline: Outline, family: str, book_no: str, village: str, address: str) -> Person:
        """Return one person of a household."""
        rng, serial = self.rng, next(self.serials)
        birth = self._birth(outline.age)
        id_no = self._id_number(outline, birth, serial)
        disability = self._disability(id_no, outline.age)
        able = disability is None or disability.level in ("三级", "四级")
        job = work(rng, outline.age, able)
        school, grade = schooling.school(outline.age)
        service = self._service(outline, birth)
        membership = self._membership(outline.age, birth, village, job)
        return Person(
            serial=serial,
            household=book_no,
            name=full_name(rng, outline.sex, None if outline.own_name else family),
            sex=outline.sex,
            id_no=id_no,
            birth=birth,
            relation=outline.relation,
            nation=rng.choice(_NATIONS) if outline.own_name else _NATIONS[ord(family) % len(_NATIONS)],
            education=schooling.education(rng, outline.age, birth.year),
            politics="中共党员"
            if membership
            else "共青团员"
            if 14 <= outline.age <= 27 and rng.random() < 0.4
            else "群众",
            marital=_marital(rng, outline),
            health=self._health(outline.age, disability),
            selfcare=_selfcare(disability, outline.age, rng),
            phone=numbers.phone(serial) if outline.age >= 14 and rng.random() < 0.97 else None,
            account=numbers.account(serial) if outline.age >= 16 or rng.random() < 0.3 else None,
            live_address=job.place or address,
            medical=rng.choices(("已参保", "未参保", "异地参保"), (92, 5, 3))[0],
            pension=_pension(rng, outline.age),
            work=job,
            school=school,
            grade=grade,
            doctor=rng.choice(_DOCTORS),
            disability=disability,
            service=service,
            membership=membership,
        )

    def _birth(self, age: int) -> date:
        latest = AS_OF.replace(year=AS_OF.year - age)
        return latest - timedelta(days=self.rng.randrange(365))

    def _id_number(self, outline: Outline, birth: date, serial: int) -> str:
        region = f"9901{self.rng.randint(2, 99):02d}" if outline.own_name else numbers.COUNTY_REGION
        odd = outline.sex == "男"
        place = serial % 499 * 2 + (1 if odd else 2)
        return numbers.id_number(region, birth, place)

    def _disability(self, id_no: str, age: int) -> Disability | None:
        if self.rng.random() >= (0.09 if age >= 60 else 0.035 if age >= 6 else 0.0):
            return None
        kind, level = self.rng.randint(1, 7), self.rng.randint(1, 4)
        number = numbers.disability_certificate(id_no, kind, level)
        return Disability(_KINDS[kind - 1], _LEVELS[level - 1], number)

    def _health(self, age: int, disability: Disability | None) -> str:
        if disability:
            return "残疾"
        ill = 0.4 if age >= 65 else 0.08
        return (
            self.rng.choice(("长期慢性病", "长期慢性病", "患有大病")) if self.rng.random() < ill else "健康"
        )

    def _service(self, outline: Outline, birth: date) -> Service | None:
        if outline.sex == "女" or not 22 <= outline.age <= 80 or self.rng.random() > 0.07:
            return None
        joined = date(birth.year + self.rng.randint(18, 20), 12, 1)
        left = date(min(joined.year + self.rng.choice((2, 2, 3, 5, 8)), AS_OF.year - 1), 11, 30)
        category = self.rng.choice(
            ("60周岁以上农村籍退役士兵",) if outline.age >= 60 else ("退役士兵", "带病回乡退役军人")
        )
        return Service(joined, left, f"某部{self.rng.randint(1, 40)}分队", category)

    def _membership(self, age: int, birth: date, village: str, job: Work) -> Membership | None:
        if age < 22 or self.rng.random() > 0.07:
            return None
        year = min(birth.year + self.rng.randint(20, 35), AS_OF.year - 2)
        day = date(year, self.rng.choice((6, 7, 12)), self.rng.randint(1, 28))
        return Membership(f"{village}党支部", day, day.replace(year=year + 1), job.state == "外出务工")


def _marital(rng: Random, outline: Outline) -> str:
    if outline.relation in ("配偶", "儿媳"):
        return "已婚"
    if outline.age < 22:
        return "未婚"
    if outline.age > 60:
        return rng.choices(("已婚", "丧偶"), (7, 3))[0]
    return (
        rng.choices(("已婚", "未婚", "离婚"), (80, 15, 5))[0]
        if outline.age > 27
        else rng.choice(("未婚", "已婚"))
    )


def _selfcare(disability: Disability | None, age: int, rng: Random) -> str:
    if disability and disability.level == "一级":
        return "不能自理"
    if (disability and disability.level == "二级") or (age >= 85 and rng.random() < 0.5):
        return "部分自理"
    return "能自理"


def _pension(rng: Random, age: int) -> str:
    if age < 16:
        return "不参保"
    if age >= 60:
        return "领取待遇"
    return rng.choices(("正常缴费", "暂停缴费", "未参保"), (80, 12, 8))[0]
