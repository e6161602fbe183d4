"""The answer page asks only what nobody knows, keeps what is typed, and never writes over somebody else."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import Client

from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.queries import history, value_of
from qingzhuang.store.models import TrailRow
from qingzhuang.store.tasks.demands import end
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, person, sent, task_of

PHONE = "person.phone"
As = Callable[[Seat | None], Client]
BESIDE = {"HX-Request": "true"}


def fields(page: str) -> list[dict[str, str]]:
    """The rows of a page: their id, whose they are, and their hidden values."""
    found = []
    for part in page.split('role="group"')[1:]:
        name = re.search(r'aria-label="([^"：]+)', part)
        token = re.search(r'name="t-(\w+)" value="([^"]+)"', part)
        seen = re.search(r'name="s-\w+" value="([^"]+)"', part)
        assert name
        assert token
        assert seen
        found.append({"who": name[1], "id": token[1], "token": token[2], "seen": seen[1]})
    return found


def row(page: str, who: str) -> dict[str, str]:
    """The row of somebody."""
    return next(each for each in fields(page) if each["who"] == who)


def send(row: dict[str, str], answer: str = "", choice: str | None = None, **more: str) -> dict[str, str]:
    """What a browser sends of one row."""
    key = row["id"]
    sent = {f"t-{key}": row["token"], f"s-{key}": row["seen"], f"a-{key}": answer, **more}
    return sent if choice is None else {**sent, f"c-{key}": choice}


def page_of(client: Client, task: Task, query: str = "") -> str:
    answer = client.get(f"/desk/{task.number}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def phone(who: object) -> object:
    found = value_of(who, PHONE, as_of=clock.today())  # type: ignore[arg-type]
    return found.fact.value if found.fact else None


def test_one_question_is_asked_for_all_its_people_at_once(people: People, task: Task, as_: As) -> None:
    page = page_of(as_(people.post), task)
    assert [each["who"] for each in fields(page)] == ["田一禾", "邱二水"]
    assert page.count('<section class="q"') == 1, "one block for the telephone, a row for each person"
    assert "石三川" not in page, "the next village's people are asked there"


def test_no_id_number_stands_in_the_fields(people: People, task: Task, as_: As) -> None:
    page = page_of(as_(people.post), task)
    assert TIAN.key not in page
    assert TIAN.key not in row(page, "田一禾")["token"]


def test_an_answer_is_kept_as_typed_by_the_post_not_by_the_person(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    answer = client.post(
        f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), "139 0000 0001"), headers=BESIDE
    )
    assert re.search(r"已存 \d\d:\d\d", answer.content.decode())
    assert phone(TIAN) == "13900000001"
    (entry,) = history(TIAN, PHONE)
    assert entry.fact.recorder == "柳湾村"
    assert entry.fact.valid_until is not None, "a telephone number does not hold for ever"
    assert TrailRow.objects.filter(act="answered", actor=people.post.holder).exists()
    assert "13900000001" not in "".join(TrailRow.objects.values_list("detail", flat=True))


@pytest.mark.parametrize(
    "typed", ["139000", "不知道呀", "12345678901234", "<script>alert(1)</script>", "\u202e13900000001"]
)
def test_what_cannot_be_a_telephone_is_said_beside_the_field_and_not_lost(
    people: People, task: Task, as_: As, typed: str
) -> None:
    client = as_(people.post)
    sent_ = send(row(page_of(client, task), "田一禾"), typed)
    beside = client.post(f"/desk/{task.number}/", sent_, headers=BESIDE).content.decode()
    assert "q__s--no" in beside
    assert "<script>" not in beside
    whole = client.post(f"/desk/{task.number}/", sent_)
    assert whole.status_code == 422
    assert "<script>alert" not in whole.content.decode()
    if typed.isdigit():
        assert f'value="{typed}"' in whole.content.decode()
    assert phone(TIAN) is None


def test_without_script_one_button_saves_all_and_what_is_wrong_stays_typed(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    page = page_of(client, task)
    sent_ = send(row(page, "田一禾"), "13900000001") | send(row(page, "邱二水"), "123")
    answer = client.post(f"/desk/{task.number}/", sent_)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert phone(TIAN) == "13900000001"
    assert phone(QIU) is None
    assert 'value="123"' in shown
    assert shown.count('<section class="q"') == 1, "what was just answered stays in its block"
    assert 'value="13900000001"' in shown
    sent_ = send(row(shown, "邱二水"), "13900000002")
    assert client.post(f"/desk/{task.number}/", sent_).status_code == 302
    assert "都齐了" in page_of(client, task)


def test_an_answer_can_be_changed_and_taken_back_on_the_same_day(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), "13900000001"))
    client.post(f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), "13900000009"))
    assert phone(TIAN) == "13900000009"
    client.post(f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), ""))
    assert phone(TIAN) is None
    assert len(history(TIAN, PHONE)) == 2, "nothing is deleted: history shows both"


def test_not_knowing_is_an_answer_that_stays_and_is_written_nowhere(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    client.post(f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), "", "?"))
    page = page_of(client, task)
    assert "记下了：不知道" in page
    assert 'value="?" checked' in page
    assert phone(TIAN) is None
    client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001"))
    assert "不知道。" not in page_of(client, task)


def test_words_and_not_knowing_at_once_are_asked_about(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    answer = client.post(
        f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), "13900000001", "?")
    )
    assert answer.status_code == 422
    assert "请留一样" in answer.content.decode()
    assert phone(TIAN) is None


def test_two_people_who_answer_one_thing_see_both_and_choose(people: People, task: Task, as_: As) -> None:
    mine, other = as_(people.post), as_(people.post)
    first, second = page_of(mine, task), page_of(other, task)
    other.post(f"/desk/{task.number}/", send(row(second, "田一禾"), "13900000002"))
    answer = mine.post(f"/desk/{task.number}/", send(row(first, "田一禾"), "13900000001"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "13900000002" in page
    assert "您写的是“13900000001”" in page
    assert "请选一个" in page
    assert phone(TIAN) == "13900000002", "nothing was written over"
    chosen = row(page, "田一禾")
    key = chosen["id"]
    mine.post(f"/desk/{task.number}/", send(chosen, "13900000001", **{f"k-{key}": "mine"}))
    assert phone(TIAN) == "13900000001"


def test_after_seeing_both_the_others_answer_may_stay(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    page = page_of(client, task)
    client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000002"))
    beside = client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001"), headers=BESIDE)
    assert "留着那一个" in beside.content.decode()
    key = row(page, "田一禾")["id"]
    client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001", **{f"k-{key}": "theirs"}))
    assert phone(TIAN) == "13900000002"


def test_a_file_that_came_in_meanwhile_is_shown_too(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    page = page_of(client, task)
    fact = Fact(TIAN, PHONE, "13900000005", clock.today(), Source(""), "镇卫生院", clock.now())
    record([fact])
    answer = client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001"))
    assert answer.status_code == 422
    assert "镇卫生院已经答了“13900000005”" in answer.content.decode()


def test_the_same_answer_twice_is_one_fact(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    sent_ = send(row(page_of(client, task), "田一禾"), "13900000001")
    assert client.post(f"/desk/{task.number}/", sent_).status_code == 302
    assert client.post(f"/desk/{task.number}/", sent_).status_code == 302
    assert len(history(TIAN, PHONE)) == 1


def test_sources_that_disagree_are_a_choice_with_their_sources(people: People, as_: As) -> None:
    known("柳湾村", TIAN, person__phone="13900000001")
    known("柳湾村", TIAN, file="医保名册.xlsx", person__phone="13900000002")
    task = task_of(people, sent(people))
    client = as_(people.post)
    page = page_of(client, task)
    assert "几处说法不一样" in page
    assert "13900000001（柳湾村党员名册" in page
    assert "（柳湾村医保名册" in page
    client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "", "=13900000002"))
    assert phone(TIAN) == "13900000002"
    assert "都齐了" in page_of(client, task)


def test_what_was_said_long_ago_is_confirmed_by_one_tap(people: People, as_: As) -> None:
    known("柳湾村", TIAN)
    known("柳湾村", TIAN, file="旧电话.xlsx", ago=400, lasts=365, person__phone="13900000001")
    task = task_of(people, sent(people))
    client = as_(people.post)
    page = page_of(client, task)
    assert "上次：13900000001" in page
    assert "旧电话），过了 13 个月" in page
    assert "还是 13900000001" in page
    client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "", "=13900000001"))
    assert "都齐了" in page_of(client, task)


def test_an_address_that_names_no_task_leads_nowhere(people: People, as_: As) -> None:
    for number in (0, 4711, 10**30):
        assert as_(people.post).get(f"/desk/{number}/").status_code == 404


def test_what_another_form_waits_for_is_said(people: People, task: Task, as_: As) -> None:
    sent(people, "党员联系册", ("序号", "姓名", "联系电话", "是否党员"))
    client = as_(people.post)
    client.get("/desk/")
    assert "答了还能填：《党员联系册》" in page_of(client, task)


def test_a_row_of_another_task_is_not_heard(people: People, task: Task, as_: As) -> None:
    other = task_of(people, sent(people, "党员联系册", ("序号", "姓名", "联系电话", "是否党员")))
    client = as_(people.post)
    stolen = row(page_of(client, task), "田一禾")
    broken = stolen | {"token": stolen["token"][:-1]}
    for number, taken in ((other.number, stolen), (task.number, broken)):
        for headers in ({}, BESIDE):
            answer = client.post(f"/desk/{number}/", send(taken, "13900000001"), headers=headers)
            assert answer.status_code == 409
            assert "没有存下" in answer.content.decode()
    assert phone(TIAN) is None


def test_an_outsider_a_colleague_and_an_issuer_answer_nothing_here(
    people: People, task: Task, as_: As
) -> None:
    sent_ = send(row(page_of(as_(people.post), task), "田一禾"), "13900000001")
    for seat in (
        people.colleague,
        people.outsider,
        people.issuer,
        people.other_issuer,
        people.overseer,
        people.admin,
    ):
        client = as_(seat)
        for address in ("", "sheet", "file", "original", "receipt", "letter", "letter.docx", "no/not_ours"):
            assert client.get(f"/desk/{task.number}/{address}").status_code == 403
        for address in ("", "hand", "again", "no/not_ours"):
            assert client.post(f"/desk/{task.number}/{address}", sent_).status_code == 403
    assert phone(TIAN) is None
    found = task_numbered(task.number)
    assert found is not None
    assert found.said is Answer.OPEN


def test_a_demand_that_is_over_takes_no_more_answers(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    sent_ = send(row(page_of(client, task), "田一禾"), "13900000001")
    end(task.demand.number, clock.now())
    answer = client.post(f"/desk/{task.number}/", sent_)
    assert answer.status_code == 409
    assert "已经结束" in answer.content.decode()
    assert phone(TIAN) is None


def test_a_large_form_comes_thirty_people_at_a_time_and_can_be_searched(people: People, as_: As) -> None:
    crowd = [person(100 + each, f"编名{each:02}") for each in range(70)]
    known("柳湾村", *crowd, SHI)
    task = task_of(people, sent(people))
    client = as_(people.post)
    assert len(fields(page_of(client, task))) == 30
    assert "第 3 页，共 3 页" in page_of(client, task, "?p=3")
    assert [each["who"] for each in fields(page_of(client, task, "?q=石三"))] == ["石三川"]
    assert [each["who"] for each in fields(page_of(client, task, f"?q={SHI.key[-4:]}"))] == ["石三川"]
    for hostile in ("?p=999999999999", "?p=-1", "?p=٣", "?q=%00%ff", "?q=" + "长" * 3000):
        assert client.get(f"/desk/{task.number}/{hostile}").status_code == 200


def test_a_megabyte_in_a_field_ends_in_words(people: People, task: Task, as_: As) -> None:
    client = as_(people.post)
    answer = client.post(f"/desk/{task.number}/", send(row(page_of(client, task), "田一禾"), "9" * 1_000_000))
    assert (
        answer.status_code == 422 and "电话" in answer.content.decode()
    ) or "字以内" in answer.content.decode()
    assert phone(TIAN) is None


@pytest.mark.parametrize("crowd", [3, 60])
def test_the_page_asks_the_database_the_same_few_things_for_any_number_of_people(
    people: People,
    as_: As,
    crowd: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    known("柳湾村", *(person(100 + each, f"编名{each:02}") for each in range(crowd)))
    task = task_of(people, sent(people))
    client = as_(people.post)
    page_of(client, task)
    # one more there: the lock that lets one process write at a time; one is whether anybody taught how forms are read
    with django_assert_num_queries(13 + (connection.vendor == "postgresql")):
        page_of(client, task)


def test_the_number_of_blanks_goes_when_a_field_is_saved_until_they_are_counted_again(
    people: People, task: Task, as_: As
) -> None:
    client = as_(people.post)
    page = client.get(f"/desk/{task.number}/").content.decode()
    assert "缺 2 格也能交" in page
    saved = client.post(f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001"), headers=BESIDE)
    assert "存好了。还空着的也能交" in saved.content.decode()
    wrong = client.post(f"/desk/{task.number}/", send(row(page, "邱二水"), "139"), headers=BESIDE)
    assert 'id="bar"' not in wrong.content.decode()
    counted = client.get(f"/desk/{task.number}/sheet", headers=BESIDE).content.decode()
    assert "缺 1 格也能交" in counted
