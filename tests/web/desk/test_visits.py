"""What one visit saw for one office is there on the list of the next, told from where and when; a person may see it otherwise."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.blobs import fetch
from qingzhuang.store.ledger.standing import standing
from qingzhuang.store.models import FactRow
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.lists import FIRE, FOOD, GAS, SHOP, check_list, shop_known
from tests.web.desk.test_answer import BESIDE, page_of, send
from tests.web.desk.test_whom import name_them
from tests.web.desk.village import opened, sent, task_of

As = Callable[[Seat | None], Client]
FIRE_LIST, GAS_LIST, FOOD_LIST = "商铺消防安全检查表", "餐饮场所燃气安全检查表", "小餐饮食品安全检查表"


def fields(page: str) -> dict[str, dict[str, str]]:
    """The rows of a page by what they ask."""
    found = {}
    for part in page.split('role="group"')[1:]:
        label = re.search(r'aria-label="[^"：]+：([^"]+)"', part)
        token = re.search(r'name="t-(\w+)" value="([^"]+)"', part)
        seen = re.search(r'name="s-\w+" value="([^"]+)"', part)
        assert label
        assert token
        assert seen
        told = re.search(r'<p class="q__w">(.*?)</p>', part, re.DOTALL)
        what = label[1].rpartition("：")[2]
        found[what] = {
            "id": token[1], "token": token[2], "seen": seen[1], "told": re.sub("<[^>]+>", "", told[1]) if told else "",
            "chosen": next(iter(re.findall(r'value="=([^"]+)" checked', part)), ""),
        }  # fmt: skip
    return found


def listed(
    people: People, client: Client, title: str, points: tuple[str, ...], choices: str = "□是 □否"
) -> Task:
    """A list on the desk, the shop named."""
    task = task_of(people, sent(people, title, content=check_list(title, points, choices)))
    name_them(client, task, SHOP)
    return task


def say(client: Client, task: Task, **answers: str) -> None:
    for what, word in answers.items():
        field = fields(page_of(client, task))[what]
        free = what.startswith("检查")
        sent_ = send(field, word if free else "", None if free else f"={word}")
        assert client.post(f"/desk/{task.number}/", sent_, headers=BESIDE).status_code == 200


@pytest.fixture
def client(people: People, as_: As) -> Client:
    shop_known()
    return as_(people.post)


def ago(days: int) -> str:
    return (clock.today() - timedelta(days=days)).isoformat()


def checked(client: Client, task: Task, days: int = 6) -> None:
    say(
        client, task, 检查日期=ago(days), 灭火器是否在有效期内="是", 疏散通道是否畅通="否", 安全出口是否上锁="否",
        检查人="编名甲",
    )  # fmt: skip


def test_what_the_fire_check_saw_is_there_on_the_gas_check_the_other_way_round(
    people: People, client: Client
) -> None:
    fire = listed(people, client, FIRE_LIST, FIRE)
    checked(client, fire)
    gas = listed(people, client, GAS_LIST, GAS)
    asked = fields(page_of(client, gas))
    day = clock.today() - timedelta(days=6)
    where = f"来自 {day.month} 月 {day.day} 日 《{FIRE_LIST}》，"
    assert asked["有无过期灭火器"]["told"].startswith(f"否（{where}")
    assert asked["疏散通道畅通"]["told"].startswith(f"否（{where}")
    assert asked["燃气软管是否老化"]["told"] == "", "nobody looked at the hose"
    assert asked["检查日期"]["told"] == "", "the gas check has its own day"
    assert "编名甲" not in page_of(client, gas), "and its own people"


def test_the_gas_list_is_filled_with_it_and_handed_over(people: People, client: Client) -> None:
    checked(client, listed(people, client, FIRE_LIST, FIRE))
    gas = listed(people, client, GAS_LIST, GAS)
    say(client, gas, 检查日期=ago(0), 燃气软管是否老化="否")
    client.post(f"/desk/{gas.number}/hand")
    done = task_numbered(gas.number)
    assert done is not None
    page = opened(fetch(done.blob)).worksheets[0]
    assert [str(page.cell(row, 3).value).replace(" ", "") for row in (4, 5, 6)] == [
        "□是☑否",
        "□是☑否",
        "□是☑否",
    ]
    assert page["B2"].value == SHOP.name
    assert "一字不差" in client.get(f"/desk/{gas.number}/receipt?again=1").content.decode()


def test_saving_the_page_as_it_stands_says_nothing_anew(people: People, client: Client) -> None:
    checked(client, listed(people, client, FIRE_LIST, FIRE))
    gas = listed(people, client, GAS_LIST, GAS)
    before = FactRow.objects.count()
    asked = fields(page_of(client, gas)).values()
    client.post(f"/desk/{gas.number}/", {name: value for each in asked for name, value in send(each).items()})
    assert FactRow.objects.count() == before
    assert not any(each["chosen"] for each in asked)


def test_who_sees_it_otherwise_today_says_so_and_both_lists_follow(people: People, client: Client) -> None:
    fire = listed(people, client, FIRE_LIST, FIRE)
    checked(client, fire)
    gas = listed(people, client, GAS_LIST, GAS)
    say(client, gas, 有无过期灭火器="是")
    assert fields(page_of(client, gas))["有无过期灭火器"]["chosen"] == "是"
    assert fields(page_of(client, fire))["灭火器是否在有效期内"]["told"].startswith("否（来自")
    food = listed(people, client, FOOD_LIST, FOOD, "□合格 □不合格")
    assert fields(page_of(client, food))["灭火器在有效期内"]["told"].startswith("不合格（来自")


def test_what_the_rules_cannot_tell_apart_is_asked_and_said_to_be_like_what_was_seen(
    people: People, client: Client
) -> None:
    checked(client, listed(people, client, FIRE_LIST, FIRE))
    food = listed(people, client, FOOD_LIST, FOOD, "□合格 □不合格")
    asked = fields(page_of(client, food))["灭火器是否符合要求"]
    assert "说不准" in asked["told"]
    assert asked["chosen"] == ""


def test_the_day_of_the_visit_counts_whichever_is_typed_first(people: People, client: Client) -> None:
    fire = listed(people, client, FIRE_LIST, FIRE)
    say(client, fire, 灭火器是否在有效期内="是", 检查日期=ago(10), 疏散通道是否畅通="是")
    rows = standing(FactRow.objects.filter(element__startswith="check.point~"))
    day = clock.today() - timedelta(days=10)
    assert {each.as_of for each in rows} == {day}
    assert {each.valid_until for each in rows} == {day + timedelta(days=30), clock.today()}, (
        "a way is clear for a week"
    )
    say(client, fire, 检查日期=ago(3))
    rows = standing(FactRow.objects.filter(element__startswith="check.point~"))
    assert {each.as_of for each in rows} == {clock.today() - timedelta(days=3)}


def test_a_point_that_nobody_answered_yet_is_boxed_in_the_picture(people: People, client: Client) -> None:
    gas = listed(people, client, GAS_LIST, GAS)
    page = client.get(f"/desk/{gas.number}/sheet").content.decode()
    boxed = re.findall(r'<td class="[^"]*is-open[^"]*"[^>]*>(.*?)</td>', page)
    assert sum("是" in each and "否" in each for each in boxed) == 3


def test_what_was_seen_too_long_ago_is_asked_again(people: People, client: Client) -> None:
    checked(client, listed(people, client, FIRE_LIST, FIRE), days=40)
    gas = listed(people, client, GAS_LIST, GAS)
    asked = fields(page_of(client, gas))
    assert "来自" not in asked["有无过期灭火器"]["told"]


def test_another_shop_gets_nothing(people: People, client: Client, as_: As) -> None:
    checked(client, listed(people, client, FIRE_LIST, FIRE))
    gas = task_of(people, sent(people, GAS_LIST, content=check_list(GAS_LIST, GAS)))
    page = page_of(client, gas)
    assert "来自" not in page
    colleague = as_(people.colleague)
    assert colleague.get(f"/desk/{gas.number}/").status_code == 403


def test_a_shop_that_no_list_names_is_put_down_by_its_name_and_only_in_the_own_village(
    people: People, client: Client, as_: As
) -> None:
    fire = task_of(people, sent(people, FIRE_LIST, content=check_list(FIRE_LIST, FIRE)))
    page = page_of(client, fire, "?who=编名新店")
    assert "台账里还没有，就填“编名新店”" in page
    assert "台账里还没有" not in page_of(client, fire, f"?who={SHOP.name}")
    client.post(f"/desk/{fire.number}/about", {"named": "编名新店"})
    say(client, fire, 灭火器是否在有效期内="是")
    gas = task_of(people, sent(people, GAS_LIST, content=check_list(GAS_LIST, GAS)))
    assert 'class="grow">编名新店</span>' in page_of(client, gas, "?who=新店")
    for hostile in ("\x00坏", "1", "", "123456"):
        client.post(f"/desk/{gas.number}/about", {"named": hostile})
    assert "先选填谁" in page_of(client, gas)
    assert as_(people.outsider).post(f"/desk/{gas.number}/about", {"named": "编名别店"}).status_code in (
        403,
        404,
    )
