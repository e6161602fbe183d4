"""An invented village with a demand on its desk: two party members whose telephones nobody wrote down."""

import io
from datetime import datetime, timedelta

import openpyxl
from openpyxl.styles import Border, Side

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.id_number import check_character
from qingzhuang.model.organisation import Unit
from qingzhuang.model.sheet import Scalar
from qingzhuang.model.work import Sent, Task
from qingzhuang.store import clock
from qingzhuang.store.blobs import keep
from qingzhuang.store.ledger.commands import save_harvest
from qingzhuang.store.tasks.demands import Application, admit, bring, reach, submit, tasks
from qingzhuang.store.tasks.demands import Draft as Brought
from tests.web.conftest import People

COLUMNS = ("序号", "姓名", "公民身份号码", "联系电话", "是否党员", "备注")


def person(number: int, name: str, born: str = "19700305") -> Subject:
    """An invented person with a number of no real region."""
    first = f"990101{born}{number:03}"
    return Subject(SubjectKind.PERSON, first + check_character(first), name)


TIAN, QIU, SHI = person(1, "田一禾"), person(2, "邱二水"), person(3, "石三川")


def known(
    village: str,
    *people: Subject,
    file: str = "党员名册.xlsx",
    ago: int = 30,
    lasts: int | None = None,
    **more: Scalar,
) -> None:
    """Let a file say who lives in a village and is a party member; `more` holds further elements of all of them, dots
    written as two underscores."""
    said: dict[str, Scalar] = {"place.village": village, "party.is_member": "是"}
    drafts = tuple(
        Draft(who, element, value, f"Sheet1!B{row}", lasts_days=lasts)
        for row, who in enumerate(people, 2)
        for element, value in (
            ("person.name", who.name),
            ("person.id_no", who.key),
            *said.items(),
            *((name.replace("__", "."), value) for name, value in more.items()),
        )
    )
    found = Harvest(f"{village}{file}", None, clock.today() - timedelta(days=ago), drafts, rows=len(people))
    save_harvest(found, f"{village}{file}", recorder="村里录入", at=clock.now())


def form(title: str = "党员花名册", columns: tuple[str, ...] = COLUMNS) -> bytes:
    """A list to be filled."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(columns))
    sheet.append(list(columns))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def card(title: str = "困难党员情况登记表") -> bytes:
    """A sheet for one person: labels with fields beside them."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.merge_cells("A1:D1")
    for line in (
        ("姓名", "", "性别", ""),
        ("公民身份号码", "", "联系电话", ""),
        ("家庭住址", "", "民族", ""),
    ):
        sheet.append(line)
    thin = Side(style="thin")
    for cells in sheet["A2:D4"]:
        for cell in cells:
            cell.border = Border(thin, thin, thin, thin)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def sent(
    people: People,
    title: str = "党员花名册",
    columns: tuple[str, ...] = COLUMNS,
    *,
    odd: bool = False,
    content: bytes = b"",
) -> Sent:
    """Send a form to the post's and the colleague's village, admitted unless it is odd."""
    units = (people.post.unit, people.colleague.unit)
    return sent_to(people, units, title, columns, odd=odd, content=content)


def sent_to(
    people: People,
    units: tuple[Unit, ...],
    title: str,
    columns: tuple[str, ...],
    *,
    odd: bool = False,
    content: bytes = b"",
) -> Sent:
    """Send a form to some villages."""
    now = clock.now()
    brought = bring(
        people.issuer.unit, Brought(title, f"{title}.xlsx", keep(content or form(title, columns))), now
    )
    if odd:
        return reach(brought.number, units, now)
    submit(brought.number, Application("核对名册", "党员管理", 4, now + timedelta(days=3), units), now)
    return admit(brought.number, now.date() + timedelta(days=90), now)


def task_of(people: People, demand: Sent) -> Task:
    """The post's task of a demand."""
    return next(each for each in tasks(people.post.unit) if each.demand.number == demand.number)


def opened(content: bytes) -> openpyxl.Workbook:
    """The workbook of downloaded bytes."""
    return openpyxl.load_workbook(io.BytesIO(content))


def later(minutes: int) -> datetime:
    """A moment to come."""
    return clock.now() + timedelta(minutes=minutes)
