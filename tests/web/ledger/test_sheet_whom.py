"""A row without an ID number whose name the ledger knows is a question before it is kept."""

import io
import re

import openpyxl
import pytest
from django.test import Client

from qingzhuang.model.fact import Subject
from qingzhuang.store import clock
from qingzhuang.store.ledger.queries import value_of
from qingzhuang.store.models import DecisionRow, FactRow, SubjectRow
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, person
from tests.web.ledger.test_ledger import As, at, page
from tests.web.ledger.test_sheets import bring, sheet, take

NAMELESS = ("序号", "姓名", "所在村", "联系电话")


@pytest.fixture(autouse=True)
def _village(people: People) -> None:
    known(people.post.unit.name, TIAN, QIU)
    known(people.colleague.unit.name, SHI)


def _list(*rows: tuple[str, str, str]) -> bytes:
    """A list of telephones without ID numbers."""
    book = openpyxl.Workbook()
    tab = book.active
    assert tab is not None
    tab.append(["村民通讯录"])
    tab.merge_cells("A1:D1")
    tab.append(list(NAMELESS))
    for number, row in enumerate(rows, 1):
        tab.append([number, *row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _phone(who: Subject) -> object:
    found = value_of(who, "person.phone", as_of=clock.today()).fact
    return found.value if found else None


def _answer(client: Client, shown: str, *picked: int, **more: str) -> str:
    """Answer each question by the choice at a place, and put the sheet in."""
    seen = re.search(r'name="seen" value="(\d+)"', shown)
    assert seen
    fields = list(dict.fromkeys(re.findall(r'name="(who-[0-9a-f]+)"', shown)))
    said = {}
    for field, place in zip(fields, picked, strict=False):
        said[field] = re.findall(rf'name="{field}" value="(\w+)"', shown)[place]
    answer = client.post("/ledger/sheet/take", {"seen": seen[1], **said, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_whom_it_may_be_is_asked_and_nobody_is_new(people: People, as_: As) -> None:
    shown = bring(
        as_(people.post), _list(("田一禾", "柳湾村", "13900000061"), ("新来人", "柳湾村", "13900000062"))
    )
    assert f"就是尾号 {TIAN.key[-4:]} 那位" in shown
    assert "是另一位，账里还没有" in shown
    assert "账里没有的 1 个" in shown
    assert "联系电话：*******0061" in shown


def test_the_same_person_gets_the_value_and_no_second_one_is_made(people: People, as_: As) -> None:
    browser = as_(people.post)
    done = _answer(browser, bring(browser, _list(("田一禾", "柳湾村", "13900000061"))), 0)
    assert "记进台账了" in done
    assert _phone(TIAN) == "13900000061"
    assert (
        page(browser, "/ledger/?q=田一禾").count('class="hit"')
        - page(browser, "/ledger/").count('class="hit"')
        == 1
    )
    assert "认作同一个人" in page(browser, at(TIAN))
    again = bring(browser, _list(("田一禾", "柳湾村", "13900000063")), "新通讯录.xlsx")
    assert "是不是账里的那位" not in again, "what was said once is not asked again"


def test_what_the_one_who_was_said_to_be_known_disagrees_on_is_counted_with_their_name(
    people: People, as_: As
) -> None:
    known(people.post.unit.name, TIAN, file="通讯录旧.xlsx", person__phone="13900000088")
    browser = as_(people.post)
    done = _answer(browser, bring(browser, _list(("田一禾", "柳湾村", "13900000061"))), 0)
    part = done.partition("和别处说法不一致 1 处")[2]
    assert f"田一禾（{TIAN.key[-4:]}）" in part
    assert "0061" in part
    assert "0088" in part


def test_what_was_said_can_be_taken_back(people: People, as_: As) -> None:
    browser = as_(people.post)
    _answer(browser, bring(browser, _list(("田一禾", "柳湾村", "13900000061"))), 0)
    number = DecisionRow.objects.get(kind="same").pk
    assert browser.post(at(TIAN, "undo"), {"decision": number}).status_code == 302
    assert _phone(TIAN) is None


def test_another_person_becomes_a_new_one(people: People, as_: As) -> None:
    browser = as_(people.post)
    _answer(browser, bring(browser, _list(("田一禾", "柳湾村", "13900000061"))), 1)
    assert _phone(TIAN) is None
    assert page(browser, "/ledger/?q=田一禾").count(">田一禾</a>") == 2


def test_of_whom_nothing_was_said_nothing_is_kept_and_it_can_be_said_later(people: People, as_: As) -> None:
    browser = as_(people.post)
    shown = bring(browser, _list(("田一禾", "柳湾村", "13900000061"), ("新来人", "柳湾村", "13900000062")))
    before = SubjectRow.objects.count()
    done = take(browser, shown)
    assert "1 个没说是不是账里的那位，没有记" in done
    assert SubjectRow.objects.count() == before + 1
    assert not any("0061" in str(each.told.value) for each in FactRow.objects.all())
    _answer(browser, page(browser, "/ledger/sheet/look"), 0)
    assert _phone(TIAN) == "13900000061"


def test_a_namesake_of_another_village_is_nobody_s_business_here(people: People, as_: As) -> None:
    shown = bring(as_(people.post), _list((SHI.name, "柳湾村", "13900000061")))
    assert "是不是账里的那位" not in shown


def test_two_numbers_are_two_people(people: People, as_: As) -> None:
    other = person(88, TIAN.name)
    shown = bring(as_(people.post), sheet((other, "13900000061", "柳湾村")))
    assert "是不是账里的那位" not in shown
    assert "账里没有的 1 个" in shown


def test_a_made_up_answer_chooses_nobody(people: People, as_: As) -> None:
    browser = as_(people.post)
    shown = bring(browser, _list(("田一禾", "柳湾村", "13900000061")))
    field = re.findall(r'name="(who-[0-9a-f]+)"', shown)[0]
    number = re.search(r"/ledger/(\d+)/", at(QIU))
    assert number
    seen = re.search(r'name="seen" value="(\d+)"', shown)
    assert seen
    done = browser.post("/ledger/sheet/take", {"seen": seen[1], field: number[1]}).content.decode()
    assert "没有记" in done
    assert _phone(QIU) is None


def test_the_preview_says_which_column_becomes_what(people: People, as_: As) -> None:
    shown = bring(as_(people.post), _list(("新来人", "柳湾村", "13900000062")))
    assert "“联系电话”记作" in shown
    assert "不记的栏：序号" in shown


def test_a_telephone_with_too_few_digits_is_not_kept_and_is_said(people: People, as_: As) -> None:
    browser = as_(people.post)
    shown = bring(browser, _list(("新来人", "柳湾村", "1391234")))
    assert "位数不对，这个号没有记" in shown
    take(browser, shown)
    assert not any("1391234" in str(each.told.value) for each in FactRow.objects.all())


def test_what_was_brought_leads_to_those_it_is_about(people: People, as_: As) -> None:
    browser = as_(people.post)
    done = take(browser, bring(browser, _list(("新来人", "柳湾村", "13900000062"))))
    link = re.search(r'<a class="hit" href="(/ledger/\d+/)">新来人', done)
    assert link
    assert "*******0062" in page(browser, link[1])
