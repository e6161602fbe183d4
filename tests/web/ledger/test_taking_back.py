"""A sheet that was put in by mistake goes out again whole; what somebody touched since stays, and is named."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qingzhuang.law.retention import undo_days
from qingzhuang.store import clock
from qingzhuang.store.ledger.keeping import correct
from qingzhuang.store.ledger.queries import history, value_of
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.models import DocumentRow, FactRow, SubjectRow, TrailRow, WithdrawalRow
from qingzhuang.store.rights.looks import notices
from qingzhuang.store.tasks.handing import hand_over
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, person, sent, task_of
from tests.web.ledger.test_ledger import As, page
from tests.web.ledger.test_sheet_whom import _answer, _list
from tests.web.ledger.test_sheets import NEW, bring, phone, sheet, take

OLD, WRONG = "13900000001", "13900000009"


@pytest.fixture
def client(people: People, as_: As) -> Client:
    """The post's browser; its list of telephones came in once, rightly."""
    known(people.post.unit.name, TIAN, QIU)
    browser = as_(people.post)
    take(browser, bring(browser, sheet((TIAN, OLD, "柳湾村"), (QIU, "13900000002", "柳湾村"))))
    return browser


def wrongly(client: Client) -> str:
    """Put in a wrong edition of the list, and return the address at which it can be taken back."""
    done = take(
        client,
        bring(client, sheet((TIAN, WRONG, "柳湾村"), (QIU, "13900000002", "柳湾村"), (NEW, WRONG, "柳湾村"))),
    )
    return at(done)


def at(shown: str) -> str:
    """Where a page leads that offers to take a sheet back."""
    found = re.search(r'href="(/ledger/sheets/\d+)"', shown)
    assert found
    return found[1]


@pytest.fixture
def days_pass(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let days pass."""
    start = clock.now()

    def passed(days: int) -> None:
        monkeypatch.setattr(clock, "now", lambda: start + timedelta(days=days))

    return passed


def test_what_taking_back_would_do_is_seen_first_and_nothing_is_written(client: Client) -> None:
    address = wrongly(client)
    before = [table.objects.count() for table in (FactRow, WithdrawalRow, SubjectRow)]
    shown = page(client, address)
    assert "回到原来的说法 1 处" in shown
    assert "田一禾" in shown
    assert f"*******{OLD[-4:]}" in shown
    assert "这张表才带进来的 1 个，台账里不再有" in shown
    assert TIAN.key not in shown
    assert [table.objects.count() for table in (FactRow, WithdrawalRow, SubjectRow)] == before


def test_the_ledger_is_as_it_was_and_the_history_keeps_all(client: Client) -> None:
    address = wrongly(client)
    assert (phone(TIAN), phone(NEW)) == (WRONG, WRONG)
    facts = FactRow.objects.count()
    done = client.post(address).content.decode()
    assert "撤回了" in done
    assert (phone(TIAN), phone(NEW), phone(QIU)) == (OLD, None, "13900000002")
    assert FactRow.objects.count() == facts
    assert [(each.fact.value, each.ended) for each in history(TIAN, "person.phone")] == [
        (OLD, None),
        (WRONG, "retracted"),
    ]
    assert "新来人" not in page(client, "/ledger/?q=新来人").partition("找到的")[2].partition("没有找到")[0]
    step = TrailRow.objects.get(act="took_back")
    assert step.thing.startswith("import ")


def test_what_was_known_meanwhile_is_still_known(client: Client) -> None:
    """As of a time between the import and its end, the wrong value is what the ledger said."""
    address = wrongly(client)
    between = clock.now()
    client.post(address)
    then = value_of(TIAN, "person.phone", as_of=clock.today(), known_at=between).fact
    assert then is not None
    assert then.value == WRONG


def test_what_somebody_said_since_stays_and_is_named(client: Client, people: People) -> None:
    address = wrongly(client)
    correct(TIAN, "person.phone", "13900000077", Signed(people.post.unit.name, clock.now(), "打通了"))
    shown = page(client, address)
    assert "留着不动的 1 处" in shown
    client.post(address)
    assert phone(TIAN) == "13900000077"
    assert phone(NEW) is None


def test_the_same_sheet_can_come_again_as_if_for_the_first_time(client: Client) -> None:
    client.post(wrongly(client))
    editions = DocumentRow.objects.count()
    wrongly(client)
    assert DocumentRow.objects.count() == editions + 1
    assert (phone(TIAN), phone(NEW)) == (WRONG, WRONG)


def test_a_sheet_that_was_taken_back_is_no_newer_edition(client: Client) -> None:
    """A mistake in the day must not make all that comes after it history."""
    far = (clock.today() + timedelta(days=300)).isoformat()
    wrong = take(
        client, bring(client, sheet((TIAN, WRONG, "柳湾村"), (QIU, "13900000002", "柳湾村")), day=far)
    )
    client.post(at(wrong))
    day = (clock.today() + timedelta(days=1)).isoformat()
    right = bring(client, sheet((TIAN, "13900000055", "柳湾村"), (QIU, "13900000002", "柳湾村")), day=day)
    assert "只作历史" not in right
    assert "改了 1 处" in right


def test_who_was_taken_for_whom_is_taken_back_too(client: Client) -> None:
    done = _answer(client, bring(client, _list(("田一禾", "柳湾村", WRONG)), "通知.xlsx"), 0)
    assert "认作账里那位的 1 个" in done
    assert "账里没有的" not in done
    assert "2 处说法不同" in page(client, "/ledger/odd")
    client.post(at(done))
    assert phone(TIAN) == OLD
    assert "是不是账里的那位" in bring(client, _list(("田一禾", "柳湾村", WRONG)), "通知.xlsx")


def test_it_is_taken_back_once_and_not_after_its_time(
    client: Client, days_pass: Callable[[int], None]
) -> None:
    address = wrongly(client)
    days_pass(undo_days(clock.today()) + 1)
    assert "不能整份撤回了" in page(client, address)
    assert client.post(address).status_code == 409
    assert phone(TIAN) == WRONG
    days_pass(1)
    assert client.post(address).status_code == 200
    assert client.post(address).status_code == 409


def test_the_list_names_each_sheet_and_what_became_of_it(client: Client) -> None:
    address = wrongly(client)
    shown = page(client, "/ledger/sheets")
    assert shown.count("通讯录.xlsx</b>") == 2
    assert shown.count("以前能整份撤回") == 2
    client.post(address)
    assert "日撤回了" in page(client, "/ledger/sheets")
    assert 'href="/ledger/sheets"' in page(client, "/ledger/")


def test_nobody_takes_back_what_another_post_put_in(client: Client, people: People, as_: As) -> None:
    address = wrongly(client)
    other = as_(people.colleague)
    assert other.get(address).status_code == 404
    assert other.post(address).status_code == 404
    assert "通讯录" not in page(other, "/ledger/sheets")
    assert phone(TIAN) == WRONG


def test_a_sheet_that_changed_nothing_cannot_be_taken_back(client: Client) -> None:
    again = bring(client, sheet((TIAN, OLD, "柳湾村"), (QIU, "13900000002", "柳湾村")))
    assert "这张表不改什么" in again
    assert page(client, "/ledger/sheets").count("通讯录.xlsx</b>") == 1


def test_an_office_that_was_handed_the_wrong_value_is_told(client: Client, people: People) -> None:
    address = wrongly(client)
    handed = hand_over(task_of(people, sent(people)), clock.now())
    client.post(address)
    told = notices([handed.number])
    assert {(each.name, each.element) for each in told} == {("田一禾", "person.phone")}


def test_the_page_asks_no_more_of_the_database_for_many_people(client: Client) -> None:
    few, many = (
        [(person(each, f"新来{each}"), WRONG, "柳湾村") for each in range(40, 40 + n)] for n in (2, 60)
    )
    counts = []
    for rows in (few, many):
        address = at(take(client, bring(client, sheet(*rows), f"{len(rows)}.xlsx")))
        page(client, address)
        with CaptureQueriesContext(connection) as asked:
            page(client, address)
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 2 <= 45  # rows are written in parts that fit one statement


def test_the_trail_tells_in_words_that_a_sheet_was_taken_back(
    client: Client, people: People, as_: As
) -> None:
    client.post(wrongly(client))
    shown = page(as_(people.admin), "/admin/trail")
    assert "次放进来的表" in shown
    assert "import " not in shown
