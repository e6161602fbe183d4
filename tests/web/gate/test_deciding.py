"""An overseer decides in the order in which demands came, for a limited time, or says what to change."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from qingzhuang.law.admission import longest_days
from qingzhuang.model.work import Sent, Stage
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import apply, bring_draft
from qingzhuang.store.models import TrailRow
from qingzhuang.store.tasks.demands import Application, demand, send_back
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.gate.conftest import DRAFT, As


def _apply(people: People, sent: Sent, minutes: int = 0) -> Sent:
    posts = (people.post.unit, people.colleague.unit)
    said = Application("安排入户帮扶", "方案第三条", 12, None, posts, "走访完即删")
    return apply(sent.number, said, clock.now() + timedelta(minutes=minutes))


@pytest.fixture
def asked(people: People, sent: Sent) -> Sent:
    return _apply(people, sent)


def test_what_waits_is_shown_oldest_first_with_what_was_found_and_its_hours(
    people: People, asked: Sent, as_: As
) -> None:
    later = _apply(
        people,
        bring_draft(people.other_issuer.unit, "二.xlsx", sheet("畜禽表", ["户主", "鸡"]), clock.now()),
        5,
    )
    page = as_(people.overseer).get("/gate/waiting").content.decode()
    assert page.index(asked.title) < page.index(later.title)
    assert "2 处要看" in page
    assert "2 个村一年" in page


def test_an_overseer_reads_the_application_beside_the_draft(people: People, asked: Sent, as_: As) -> None:
    page = as_(people.overseer).get(f"/gate/waiting/{asked.number}").content.decode()
    for words in (
        "安排入户帮扶",
        "方案第三条",
        "走访完即删",
        "每月",
        "2 个村",
        "怎么算的",
        "本地设置：最长 365 天",
    ):
        assert words in page


def test_nobody_else_decides(people: People, asked: Sent, as_: As) -> None:
    for seat in (people.issuer, people.other_issuer, people.post, people.admin):
        for path in ("", "/admit", "/back"):
            assert as_(seat).post(f"/gate/waiting/{asked.number}{path}").status_code == 403


def test_an_admitted_demand_has_its_number_and_stands_on_the_desk(
    people: People, asked: Sent, as_: As
) -> None:
    until = clock.today() + timedelta(days=longest_days(clock.today()))
    answer = as_(people.overseer).post(f"/gate/waiting/{asked.number}/admit", {"until": until.isoformat()})
    assert answer.status_code == 302
    found = demand(asked.number)
    assert found is not None
    assert (found.stage, found.expires_on) == (Stage.ADMITTED, until)
    assert found.mark.startswith("减准〔")
    assert "admitted" in TrailRow.objects.values_list("act", flat=True)
    desk = as_(people.post).get("/desk/").content.decode()
    assert found.title in desk
    assert found.mark in desk
    assert found.title not in as_(people.outsider).get("/desk/").content.decode()


@pytest.mark.parametrize("days", [-1, 366, 4000])
def test_no_day_past_or_beyond_the_local_setting(people: People, asked: Sent, as_: As, days: int) -> None:
    until = clock.today() + timedelta(days=days)
    answer = as_(people.overseer).post(f"/gate/waiting/{asked.number}/admit", {"until": until.isoformat()})
    assert answer.status_code == 400
    assert "最长到" in answer.content.decode()


@pytest.mark.parametrize("until", ["", "明天", "<script>", "9" * 1000, "2026-13-45", "零\x00"])
def test_what_is_no_day_is_told_beside_the_field(people: People, asked: Sent, as_: As, until: str) -> None:
    answer = as_(people.overseer).post(f"/gate/waiting/{asked.number}/admit", {"until": until})
    assert answer.status_code == 400
    assert "<script>" not in answer.content.decode()


def test_one_sent_back_says_what_to_change_and_may_come_again(people: People, asked: Sent, as_: As) -> None:
    client = as_(people.overseer)
    assert "请写一句要改哪里" in client.post(f"/gate/waiting/{asked.number}/back").content.decode()
    assert client.post(f"/gate/waiting/{asked.number}/back", {"reason": "请删去排名"}).status_code == 302
    issuer = as_(people.issuer)
    assert "请删去排名" in issuer.get("/gate/").content.decode()
    page = issuer.get(f"/gate/{asked.number}/apply").content.decode()
    assert "安排入户帮扶" in page
    assert page.count("checked><span>", page.index('name="posts"')) == 2, "the posts of last time stay ticked"


def test_what_is_decided_is_not_decided_twice(people: People, asked: Sent, as_: As) -> None:
    client, until = as_(people.overseer), clock.today().isoformat()
    client.post(f"/gate/waiting/{asked.number}/admit", {"until": until})
    assert client.post(f"/gate/waiting/{asked.number}/admit", {"until": until}).status_code == 404
    assert client.post(f"/gate/waiting/{asked.number}/back", {"reason": "晚了"}).status_code == 404


def test_the_list_asks_the_database_the_same_number_of_times(
    people: People, asked: Sent, as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.overseer)
    with django_assert_num_queries(6):
        client.get("/gate/waiting")
    for _ in range(3):
        _apply(people, bring_draft(people.issuer.unit, "走访.xlsx", DRAFT, clock.now()))
    with django_assert_num_queries(6):
        client.get("/gate/waiting")
    with django_assert_num_queries(10):
        client.get(f"/gate/waiting/{asked.number}")


def test_two_who_decide_at_once_are_told_that_one_was_first(
    people: People, asked: Sent, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = demand(asked.number)
    send_back(asked.number, "请删去排名", clock.now())
    monkeypatch.setattr("qingzhuang.web.gate.deciding.demand", lambda _number: waits)
    answer = as_(people.overseer).post(
        f"/gate/waiting/{asked.number}/admit", {"until": clock.today().isoformat()}
    )
    assert answer.status_code == 409
    assert "有人先动过了" in answer.content.decode()
