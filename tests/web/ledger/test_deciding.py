"""What a post decides about its ledger, and that nothing is written over unseen."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.queries import value_of
from qingzhuang.store.models import DecisionRow, FactRow, LaterRow, TrailRow
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known
from tests.web.ledger.test_ledger import As, at, page

OLD, NEW = "13900000001", "13900000002"


def told(subject: Subject, element: str, value: str, *, days: int = 0, lasts: int | None = None) -> None:
    """Let a person say something so many days ago."""
    on = clock.today() - timedelta(days=days)
    until = None if lasts is None else on + timedelta(days=lasts)
    record([Fact(subject, element, value, on, Source(""), f"编名走访{value}", clock.now(), until)])


def now_known(subject: Subject, element: str) -> object:
    """What holds today."""
    found = value_of(subject, element, as_of=clock.today()).fact
    return found.value if found else None


@pytest.fixture
def client(people: People, as_: As) -> Client:
    """The post's browser; two sources give two telephones of one person."""
    known(people.post.unit.name, TIAN, QIU, person__phone=OLD)
    known(people.post.unit.name, TIAN, file="医保名册.xlsx", person__phone=NEW)
    return as_(people.post)


def duel(shown: str) -> tuple[dict[str, str], dict[str, str]]:
    """The hidden fields of the first duel, and the marks of its values by their last four figures."""
    part = shown[shown.index('class="duel"') :]
    hidden = dict(re.findall(r'type="hidden" name="(item|state)" value="([^"]*)"', part))
    marks = re.findall(r'name="pick" value="(\w{16})">“\**(\d{4})”对', part)
    return hidden, {tail: mark for mark, tail in marks}


def test_two_values_stand_side_by_side_and_one_is_chosen(client: Client, people: People) -> None:
    shown = page(client, at(TIAN))
    assert "2 处说法不同" in shown
    assert OLD not in shown, "masked in the duel too"
    hidden, marks = duel(shown)
    assert client.post(at(TIAN, "settle"), hidden | {"pick": marks["0002"]}).status_code == 302
    assert now_known(TIAN, "person.phone") == NEW
    assert "处说法不同，" not in page(client, at(TIAN)).replace("几处说法不同，", "")
    assert DecisionRow.objects.get().recorder == people.post.unit.name
    assert TrailRow.objects.get(act="settled").detail == "person.phone"


def test_a_choice_is_taken_back_by_one_tap(client: Client) -> None:
    hidden, marks = duel(page(client, at(TIAN)))
    client.post(at(TIAN, "settle"), hidden | {"pick": marks["0001"]})
    shown = page(client, at(TIAN))
    number = re.search(r'name="decision" value="(\d+)"', shown)
    assert number
    assert client.post(at(TIAN, "undo"), {"decision": number[1]}).status_code == 302
    assert "2 处说法不同" in page(client, at(TIAN))
    again = client.post(at(TIAN, "undo"), {"decision": number[1]})
    assert again.status_code == 409
    assert "已经撤回" in again.content.decode()


def test_what_came_since_the_page_was_made_is_shown_before_anything_is_written(client: Client) -> None:
    hidden, marks = duel(page(client, at(TIAN)))
    told(TIAN, "person.phone", "13900000003")
    answer = client.post(at(TIAN, "settle"), hidden | {"pick": marks["0001"]})
    assert answer.status_code == 409
    assert "又来了别的说法" in answer.content.decode()
    assert "3 处说法不同" in answer.content.decode()
    assert not DecisionRow.objects.exists()


def test_two_who_choose_at_once_see_each_other(client: Client) -> None:
    hidden, marks = duel(page(client, at(TIAN)))
    client.post(at(TIAN, "settle"), hidden | {"pick": marks["0001"]})
    late = client.post(at(TIAN, "settle"), hidden | {"pick": marks["0002"]})
    assert late.status_code == 409
    assert now_known(TIAN, "person.phone") == OLD


def test_what_one_does_not_know_waits_for_the_next_meeting(client: Client) -> None:
    hidden, marks = duel(page(client, "/ledger/odd"))
    answer = client.post(at(TIAN, "settle"), hidden | {"pick": "later", "from": "odd"})
    assert answer["Location"] == "/ledger/odd"
    shown = page(client, "/ledger/odd")
    assert "已记着下次见面问" in shown
    client.post(at(TIAN, "settle"), hidden | {"pick": marks["0001"]})
    assert not LaterRow.objects.exists()
    assert "没有不一致的" in page(client, "/ledger/odd")


@pytest.mark.parametrize(
    "sent", [{}, {"item": "x"}, {"item": "person.phone", "pick": "<script>", "state": "a\0b"}]
)
def test_what_no_page_sent_writes_nothing(sent: dict[str, str], client: Client) -> None:
    for more in ("settle", "undo"):
        assert client.post(at(TIAN, more), {**sent, "decision": "9" * 400}).status_code == 409
    assert not DecisionRow.objects.exists()


def test_only_what_runs_out_is_asked_and_one_tap_keeps_it(client: Client, people: People) -> None:
    """The same value, as of today; what was tapped twice or changed meanwhile is not recorded again."""
    told(QIU, "person.health", "健康", days=200, lasts=180)
    told(TIAN, "person.job_status", "务农", days=200, lasts=2_000)
    shown = page(client, "/ledger/recheck")
    assert "只核这 <b>1</b> 条" in shown
    assert "务农" not in shown
    fields = dict(re.findall(r'type="hidden" name="(number|item|mark)" value="([^"]*)"', shown))
    before = FactRow.objects.count()
    assert client.post("/ledger/recheck", fields).status_code == 302
    fact = value_of(QIU, "person.health", as_of=clock.today()).fact
    assert fact is not None
    assert (fact.value, fact.as_of, fact.recorder) == ("健康", clock.today(), people.post.unit.name)
    assert fact.valid_until is not None, "what runs out once runs out again"
    assert "没有要核的" in page(client, "/ledger/recheck")
    assert client.post("/ledger/recheck", fields).status_code == 409
    assert FactRow.objects.count() == before + 1


def test_what_is_wrong_no_longer_speaks_and_what_is_right_takes_its_place(client: Client) -> None:
    address = at(QIU, "wrong") + "?item=person.phone"
    assert "不对" in page(client, address)
    assert client.post(address, {"why": "wrong"}).status_code == 302
    assert now_known(QIU, "person.phone") is None
    address = at(TIAN, "wrong") + "?item=person.name"
    assert client.post(address, {"why": "wrong", "right": "田一和", "words": "对着证件"}).status_code == 302
    assert now_known(TIAN, "person.name") == "田一和"
    shown = page(client, at(TIAN))
    assert "记错了：对着证件" in shown


def test_a_right_value_that_cannot_be_ends_in_words(client: Client) -> None:
    address = at(QIU, "wrong") + "?item=person.phone"
    for typed in ("123", "\u202e12", "长" * 5_000, "a\0b"):
        answer = client.post(address, {"why": "wrong", "right": typed})
        assert answer.status_code == 422
        assert "door__no" in answer.content.decode()
    assert client.post(address, {}).status_code == 422
    assert now_known(QIU, "person.phone") == OLD
    assert client.get(at(QIU, "wrong") + "?item=nothing.known").status_code == 404


def test_who_is_not_here_any_more_can_come_back(client: Client) -> None:
    answer = client.post(at(QIU, "wrong"), {"why": "gone", "words": "随女儿住县城"})
    assert answer["Location"] == "/ledger/out"
    assert "邱二水" not in page(client, "/ledger/?k=person")
    assert client.get(at(QIU)).status_code == 403
    shown = page(client, "/ledger/out")
    assert "随女儿住县城" in shown
    number = re.search(r'name="decision" value="(\d+)"', shown)
    assert number
    assert client.post("/ledger/out", {"decision": number[1]})["Location"] == at(QIU)
    assert "邱二水" in page(client, "/ledger/?k=person")


def test_nobody_else_decides(client: Client, people: People, as_: As) -> None:
    hidden, marks = duel(page(client, at(TIAN)))
    client.post(at(QIU, "wrong"), {"why": "gone"})
    gone = DecisionRow.objects.get().pk
    for seat in (people.colleague, people.outsider):
        other = as_(seat)
        assert other.post(at(TIAN, "settle"), hidden | {"pick": marks["0001"]}).status_code == 403
        assert other.post(at(TIAN, "undo"), {"decision": gone}).status_code == 403
        assert other.post(at(TIAN, "wrong"), {"why": "gone"}).status_code == 403
        assert other.post("/ledger/out", {"decision": gone}).status_code == 409
        assert "田一禾" not in page(other, "/ledger/odd")
        assert "邱二水" not in page(other, "/ledger/out")
    assert DecisionRow.objects.count() == 1


def test_values_that_differ_only_where_they_are_masked_are_chosen_unmasked(
    client: Client, people: People
) -> None:
    known(people.post.unit.name, QIU, file="医保名册.xlsx", person__phone="13911110001")
    masked = page(client, at(QIU))
    assert "不同的几位遮住了" in masked
    assert "”对</button>" not in masked
    whole = client.post(at(QIU, "whole"), {"why": "check"}).content.decode()
    assert "“13911110001”对" in whole


def test_what_a_roll_of_households_says_of_its_head_stands_against_what_is_said_of_the_person(
    client: Client, people: People
) -> None:
    book = Subject(SubjectKind.HOUSEHOLD, "9901010001", "邱二水")
    for who, key, value in (
        (QIU, "person.hukou_booklet_no", "9901010001"),
        (QIU, "person.relation_to_head", "户主"),
        (book, "household.code", "9901010001"),
        (book, "户主@person.id_no", QIU.key),
        (book, "户主@person.phone", "13900000005"),
    ):
        told(who, key, value)
    shown = page(client, at(QIU))
    hidden, marks = duel(shown)
    assert set(marks) == {"0001", "0005"}
    assert client.post(at(QIU, "settle"), hidden | {"pick": marks["0005"]}).status_code == 302
    assert 'class="duel"' not in page(client, at(QIU))
