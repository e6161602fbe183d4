"""A sheet that names households by their heads only: whom it may mean is asked, never guessed."""

import io
import re

import openpyxl
import pytest
from django.test import Client

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.store import clock
from qingzhuang.store.ledger.queries import value_of
from qingzhuang.store.models import DecisionRow, SubjectRow
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, person
from tests.web.ledger.test_ledger import As
from tests.web.ledger.test_sheet_whom import _answer
from tests.web.ledger.test_sheets import bring, take

OTHER = person(61, TIAN.name)  # another 田一禾 of the same village
HEADS = ("序号", "户主姓名", "所在村", "耕地面积（亩）")


def home(number: str, head: Subject) -> Subject:
    """A household by its book number."""
    return Subject(SubjectKind.HOUSEHOLD, number, head.name)


FIRST, SECOND = home("990000101", TIAN), home("990000202", OTHER)


@pytest.fixture
def client(people: People, as_: As) -> Client:
    """The post's browser, in a village in which two heads of households have one name."""
    village = people.post.unit.name
    known(village, TIAN, OTHER, QIU)
    for who, where, file in ((TIAN, FIRST, "老"), (OTHER, SECOND, "迁入登记")):
        known(village, where, file=f"{file}户册.xlsx")
        known(
            village,
            who,
            file=f"{file}户口簿.xlsx",
            person__hukou_booklet_no=where.key,
            person__relation_to_head="户主",
        )
    known(people.colleague.unit.name, SHI)
    return as_(people.post)


def land(*rows: tuple[str, str, int]) -> bytes:
    """A filled list of households and their land."""
    book = openpyxl.Workbook()
    tab = book.active
    assert tab is not None
    tab.append(["各户耕地面积统计表"])
    tab.merge_cells("A1:D1")
    tab.append(list(HEADS))
    for number, row in enumerate(rows, 1):
        tab.append([number, *row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def area(where: Subject) -> object:
    """What is known of the land of a household."""
    found = value_of(where, "land.arable", as_of=clock.today()).fact
    return found.value if found else None


def choices(shown: str) -> list[str]:
    """What may be said of the households that are asked about."""
    return [re.sub(r"<[^>]+>", "", each) for each in re.findall(r'name="who-[^>]+>(.*?)</label>', shown)]


def test_of_two_households_whose_heads_have_one_name_neither_is_guessed(client: Client) -> None:
    shown = bring(client, land((TIAN.name, "柳湾村", 7), (QIU.name, "柳湾村", 5)), "耕地.xlsx")
    told = choices(shown)
    assert [each.partition("（")[0] for each in told[:3]] == [
        "就是尾号 0101 那户",
        "就是尾号 0202 那户",
        "是另一户，账里还没有",
    ]
    assert "1 口人" in told[0]
    before = SubjectRow.objects.filter(kind="household").count()
    done = take(client, shown)
    assert "没说是不是账里的那位，没有记" in done
    assert (area(FIRST), area(SECOND)) == (None, None)
    assert SubjectRow.objects.filter(kind="household").count() <= before + 1


def test_the_one_that_is_meant_gets_the_value(client: Client) -> None:
    _answer(client, bring(client, land((TIAN.name, "柳湾村", 7)), "耕地.xlsx"), 1)
    assert area(SECOND) == 7
    assert area(FIRST) is None
    again = bring(client, land((TIAN.name, "柳湾村", 9)), "新耕地.xlsx")
    assert not choices(again), "what was said once is not asked again"


def test_another_household_is_kept_by_itself_and_not_asked_again(client: Client) -> None:
    _answer(client, bring(client, land((TIAN.name, "柳湾村", 7)), "耕地.xlsx"), 2)
    assert (area(FIRST), area(SECOND)) == (None, None)
    assert DecisionRow.objects.filter(kind="apart").count() == 2
    assert not choices(bring(client, land((TIAN.name, "柳湾村", 9)), "新耕地.xlsx"))


def test_a_household_known_by_name_before_the_others_came_is_asked_about_too(people: People, as_: As) -> None:
    """The first list knew one name only; since then the ledger has a household of that name with a number."""
    village, browser = people.post.unit.name, as_(people.post)
    known(village, QIU)
    take(browser, bring(browser, land((TIAN.name, "柳湾村", 7)), "耕地.xlsx"))
    known(village, FIRST, file="户册.xlsx")
    told = choices(bring(browser, land((TIAN.name, "柳湾村", 9)), "新耕地.xlsx"))
    assert told == ["就是尾号 0101 那户", "都不是，还记在账里只有名字的那户"]


def test_a_head_of_whom_no_roll_of_households_tells_is_a_household_too(people: People, as_: As) -> None:
    """The ledger knows the head and the book number from a roll of people."""
    known(people.post.unit.name, TIAN, person__hukou_booklet_no=FIRST.key, person__relation_to_head="户主")
    browser = as_(people.post)
    shown = bring(browser, land((TIAN.name, "柳湾村", 7)), "耕地.xlsx")
    assert choices(shown)[0].startswith("就是尾号 0101 那户")
    _answer(browser, shown, 0)
    assert area(FIRST) == 7


def test_a_household_of_another_village_is_nobody_s_business_here(client: Client, people: People) -> None:
    known(people.colleague.unit.name, home("990000303", QIU), file="户册.xlsx")
    assert not choices(bring(client, land((QIU.name, "柳湾村", 5)), "耕地.xlsx"))
