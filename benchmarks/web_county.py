"""A county for the benchmark of the web: 1,000 villages in 40 townships, 100,000 facts, 2,000 demands with a form each; all
invented, seeded, with ID numbers of no region. One village holds a tenth of the facts, the others share the rest evenly.
"""

import hashlib
import io
import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

import xlsxwriter

from qingzhuang.demo.numbers import id_number
from qingzhuang.model.organisation import Role, UnitKind
from qingzhuang.store.blobs import keep
from qingzhuang.store.models import DemandRow, DocumentRow, FactRow, SeatRow, SubjectRow, TaskRow, UnitRow
from qingzhuang.store.organisation.units import open_account
from qingzhuang.store.sealing.fields import Told
from qingzhuang.store.value import encode

TOWNS, VILLAGES, OFFICES, DEMANDS = 40, 25, 20, 2_000  # villages of each township
PEOPLE, PEOPLE_OF_FIRST, FACTS_EACH = 9, 1_000, 10
EVERYWHERE = 10  # demands that go to all posts; each other one goes to a township
BATCH = 5_000
PEOPLE_WORDS = {
    "person.sex": ("男", "女"),
    "person.nation": ("汉族", "苗族"),
    "person.education": ("小学", "初中", "高中"),
    "person.politics": ("群众", "中共党员"),
    "person.relation_to_head": ("户主", "配偶", "子"),
}
COLUMNS = (
    "姓名",
    "身份证号",
    "性别",
    "民族",
    "学历",
    "政治面貌",
    "联系电话",
    "现住址",
    "所在村",
    "与户主关系",
)
LISTS = ("党员花名册", "农户基本情况表", "常住人口登记表", "持证残疾人花名册", "低保对象花名册", "村民信息表")


def build(day: date, rng: random.Random) -> None:
    """Fill an empty ledger."""
    towns, villages, offices = _units()
    _seats(villages, offices, day)
    _ledger(villages, day, rng)
    _demands(towns, villages, offices, day, rng)


def _units() -> tuple[list[UnitRow], list[UnitRow], list[UnitRow]]:
    (county,) = _below([(None, "云泽县", UnitKind.COUNTY)])
    towns = _below([(county, f"示例{at:02d}镇", UnitKind.TOWNSHIP) for at in range(TOWNS)])
    offices = _below([(county, f"县示例{at:02d}局", UnitKind.OFFICE) for at in range(OFFICES)])
    named = [
        (town, f"{town.name[2:4]}甲{at:02d}村", UnitKind.VILLAGE) for town in towns for at in range(VILLAGES)
    ]
    return towns, _below(named), offices


def _below(wanted: Sequence[tuple[UnitRow | None, str, UnitKind]]) -> list[UnitRow]:
    rows = [
        UnitRow(name=name, kind=kind.value, parent=parent, path="", order=at)
        for at, (parent, name, kind) in enumerate(wanted)
    ]
    made = UnitRow.objects.bulk_create(rows, batch_size=BATCH)
    for row in made:
        row.path = f"{row.parent.path if row.parent else '/'}{row.pk}/"
    UnitRow.objects.bulk_update(made, ["path"], batch_size=500)
    return made


def _seats(villages: list[UnitRow], offices: list[UnitRow], day: date) -> None:
    """One seat a role, and a post in every village: `post-0` sits in the village with most facts."""
    county = UnitRow.objects.get(kind=UnitKind.COUNTY.value)
    wanted = [(f"post-{at}", village, Role.POST) for at, village in enumerate(villages)]
    wanted += [
        ("issuer", offices[0], Role.ISSUER),
        ("overseer", offices[1], Role.OVERSEER),
        ("admin", county, Role.ADMIN),
    ]
    for name, unit, role in wanted:
        account = open_account(name, f"编名{name}", None)
        SeatRow.objects.create(account=account, unit=unit, role=role.value, since=day - timedelta(days=30))


def _ledger(villages: list[UnitRow], day: date, rng: random.Random) -> None:
    at, told = _moment(day), day - timedelta(days=20)
    for order, village in enumerate(villages):
        people = PEOPLE_OF_FIRST if order == 0 else PEOPLE
        document = DocumentRow.objects.create(
            file=f"{village.name}户籍台账.xlsx",
            sha256=hashlib.sha256(village.name.encode()).hexdigest(),
            lineage=f"{village.name}户籍台账|{village.name}户籍人口台账",
            as_of=told,
            recorder=village.name,
            recorded_at=at,
        )
        rows = [_person(order, each, rng) for each in range(people)]
        subjects = SubjectRow.objects.bulk_create(
            [SubjectRow(kind="person", key=key, name=name) for key, name, _said in rows]
        )
        facts = [
            FactRow(
                subject=subject, element=element, kind=encode(value)[0], as_of=told,
                valid_until=told + timedelta(days=365) if element in ("person.phone", "person.live_addr") else None,
                lineage=document.lineage, document=document, told=Told(encode(value)[1], f"Sheet1!{chr(65 + column)}{row + 3}"),
                recorder=village.name, recorded_at=at,
            )
            for row, (subject, (_key, _name, said)) in enumerate(zip(subjects, rows, strict=True))
            for column, (element, value) in enumerate([*said.items(), ("place.village", village.name)])
        ]  # fmt: skip
        FactRow.objects.bulk_create(facts, batch_size=BATCH)


def _person(village: int, number: int, rng: random.Random) -> tuple[str, str, dict[str, str]]:
    born = date(1940, 1, 1) + timedelta(days=rng.randrange(25_000))
    key = id_number(f"99{village + 1000:04d}", born, number % 1000)
    name = rng.choice("赵钱孙李周吴郑王") + rng.choice("安宁平和康乐") + rng.choice("一二三四五六七八")
    household = f"99{village:04d}{number // 3:06d}"
    words = {element: rng.choice(given) for element, given in PEOPLE_WORDS.items()}
    words["person.relation_to_head"] = ("户主", "配偶", "子")[number % 3]
    return key, name, {
        "person.name": name, "person.id_no": key, "household.code": household,
        "person.phone": f"1990{village:04d}{number % 1000:03d}", **words,
    }  # fmt: skip


def _demands(
    towns: list[UnitRow], villages: list[UnitRow], offices: list[UnitRow], day: date, rng: random.Random
) -> None:
    at = _moment(day)
    demands = []
    for number in range(DEMANDS):
        office, word = offices[number % OFFICES], LISTS[number % len(LISTS)]
        file = f"{word}（{number:04d}号）.xlsx"
        live = number % 2 == 0
        demands.append(
            DemandRow(
                title=f"{word}（{number:04d}号）", file=file, blob=keep(form(word, number)), issuer=office,
                stage="admitted" if live else "ended", number=f"减准〔2026〕{number + 1}号", purpose="核对名单",
                basis="示例依据", times_per_year=rng.choice((1, 4, 12)), deadline=at + timedelta(days=number % 30 + 1),
                expires_on=day + timedelta(days=200), made_at=at, submitted_at=at, decided_at=at, columns=10, known=8,
                before=60.0, after=12.0,
            )
        )  # fmt: skip
    made = DemandRow.objects.bulk_create(demands, batch_size=500)
    tasks = (
        TaskRow(demand=demand, unit=village, said="open" if demand.stage == "admitted" else "handed")
        for at_, demand in enumerate(made)
        for village in (
            villages if at_ < EVERYWHERE else villages[at_ % TOWNS * VILLAGES : (at_ % TOWNS + 1) * VILLAGES]
        )
    )
    for part in _parts(tasks):
        TaskRow.objects.bulk_create(part)


def _parts(tasks: Iterator[TaskRow]) -> Iterator[list[TaskRow]]:
    while part := [each for each, _ in zip(tasks, range(BATCH), strict=False)]:
        yield part


def form(title: str, number: int) -> bytes:
    """An issuer's empty list of ten columns."""
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    border = book.add_format({"border": 1})
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, f"{title}（第{number}号）", border)
    chosen = [*COLUMNS[:2], *COLUMNS[2 + number % 3 :]]
    for column, label in enumerate(chosen):
        sheet.write(1, column, label, border)
    for row in range(2, 12):
        for column in range(len(chosen)):
            sheet.write_blank(row, column, None, border)
    book.close()
    return kept.getvalue()


def _moment(day: date) -> datetime:
    from qingzhuang.store.clock import CHINA

    return datetime.combine(day, datetime.min.time(), CHINA) + timedelta(hours=8)
