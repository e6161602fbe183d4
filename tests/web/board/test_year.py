"""The year's questions on the board: reckoned beside the page, by kind of post and by form, never one post's or a person's."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.cli.ask import command
from qingzhuang.model.organisation import Seat, Unit
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.models import JobRow
from qingzhuang.store.organisation.units import units
from qingzhuang.store.tasks.year_ahead import KIND
from tests.web.board.work import villages
from tests.web.conftest import People
from tests.web.desk.village import known, person, sent_to
from tests.web.english import left_in_chinese

As = Callable[[Seat | None], Client]
POSTS = 6
PATH = "/board/year"


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings) -> None:
    settings.WORKER = True


@pytest.fixture
def town() -> Callable[[int], tuple[Unit, ...]]:
    def make(count: int) -> tuple[Unit, ...]:
        posts = villages(next(each for each in units() if each.name == "青禾镇"), count)
        for number, post in enumerate(posts, 1):
            known(post.name, person(number, f"田{number}禾"), person(100 + number, f"邱{number}水"))
        return posts

    return make


@pytest.fixture
def posts(people: People, town: Callable[[int], tuple[Unit, ...]]) -> tuple[Unit, ...]:
    """Villages of two party members each whose telephones nobody wrote down, with two forms that ask for them."""
    made = town(POSTS)
    sent_to(people, made, "党员花名册", ("序号", "姓名", "公民身份号码", "联系电话"))
    sent_to(people, made, "党员登记表", ("序号", "姓名", "联系电话", "家庭住址"))
    return made


def _work() -> None:
    while work_one(clock.now()):
        pass


def _page(client: Client) -> str:
    answer = client.get(PATH)
    assert answer.status_code == 200
    return answer.content.decode()


def _done(client: Client) -> str:
    """Look until all is reckoned: once for the posts to be asked, once to put them together."""
    for _look in range(2):
        _page(client)
        _work()
    return _page(client)


def test_nothing_is_reckoned_while_somebody_waits_for_the_page(
    people: People, posts: tuple[Unit, ...], as_: As
) -> None:
    first = _page(as_(people.overseer))
    assert "正在旁边算" in first
    assert f'hx-get="{PATH}"' in first
    assert "刷新看看" in first  # without script
    assert not JobRow.objects.filter(kind=KIND).exists()


def test_the_first_look_tells_at_once_what_there_is_and_what_is_being_counted(
    people: People, posts: tuple[Unit, ...], as_: As
) -> None:
    first = _page(as_(people.overseer))
    assert "基层一年要交 <b>48</b> 份表" in first
    assert "6 个岗位，2 张有效的表" in first
    assert "正在数的是" in first
    assert "第一次要把" not in first


def test_of_too_few_posts_nothing_is_told_at_the_first_look_either(
    people: People, town: Callable[[int], tuple[Unit, ...]], as_: As
) -> None:
    sent_to(people, town(POSTS - 2), "党员花名册", ("序号", "姓名", "公民身份号码", "联系电话"))
    first = _page(as_(people.overseer))
    assert "份表" not in first.partition("正在数的是")[0]
    assert "正在数的是" in first


def test_it_comes_by_month_by_kind_and_by_form_with_its_proof(
    people: People, posts: tuple[Unit, ...], as_: As
) -> None:
    page = _done(as_(people.overseer))
    assert "hx-get" not in page
    assert "已经证明：不能更少" in page
    assert 'data-chart="bars"' in page
    assert "村、社区" in page
    assert "《党员登记表》" in page
    assert "问的不变" in page  # a roll that asks nothing which the other does not
    assert "的台账和有效的表算的" in page
    assert "qz ask --verify" in page


def test_no_village_stands_on_it_and_too_few_are_not_shown(
    people: People, town: Callable[[int], tuple[Unit, ...]], as_: As
) -> None:
    few = town(POSTS - 2)
    sent_to(people, few, "党员花名册", ("序号", "姓名", "公民身份号码", "联系电话"))
    client = as_(people.overseer)
    page = _done(client)
    assert "岗位不到 5 个，不显示" in page
    assert "data-chart" not in page
    assert client.get(reverse("board_year_certificate")).status_code == 404


def test_a_form_of_too_few_posts_is_not_named(people: People, posts: tuple[Unit, ...], as_: As) -> None:
    sent_to(people, posts[:2], "党员情况表", ("序号", "姓名", "籍贯"))
    page = _done(as_(people.overseer))
    assert "党员情况表" not in page
    assert "其余 2 张" in page  # with the least of the others, so that no difference tells it


def test_nobody_and_no_village_is_named_anywhere(people: People, posts: tuple[Unit, ...], as_: As) -> None:
    client = as_(people.overseer)
    told = _done(client)
    told += client.get(reverse("board_year_list", args=["csv"])).getvalue().decode()
    proof = client.get(reverse("board_year_certificate")).getvalue().decode()
    for each in posts:
        assert each.name not in told + proof
    assert not re.search(r"田\d禾|邱\d水|\d{17}", told + proof)


def test_the_certificate_holds_and_says_what_the_page_says(
    people: People, posts: tuple[Unit, ...], as_: As, tmp_path: Path
) -> None:
    client = as_(people.overseer)
    page = _done(client)
    answer = client.get(reverse("board_year_certificate"))
    assert "no-store" in answer["Cache-Control"]
    kept = tmp_path / "证明.json"
    kept.write_bytes(answer.getvalue())
    assert "成立" in CliRunner().invoke(command, ["--verify", str(kept)]).stdout
    tree = json.loads(kept.read_text("utf-8"))
    assert f'<b class="is-light">{tree["asked"]}</b>' in page
    least = [many for each in tree["parts"] for those in each["who"].values() for many in those.values()]
    assert min(least) >= 5


def test_a_post_that_failed_does_not_hold_up_the_others(
    people: People, posts: tuple[Unit, ...], as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qingzhuang.store.tasks import year_ahead

    real = year_ahead.year_of

    def broken(post: Unit, day: object) -> object:
        if post.name == posts[0].name:
            raise ZeroDivisionError
        return real(post, day)  # type: ignore[arg-type]

    monkeypatch.setattr(year_ahead, "year_of", broken)
    page = _done(as_(people.overseer))
    assert "有 1 个岗位没有算成" in page
    assert "hx-get" not in page


def test_what_is_of_another_month_is_reckoned_anew_and_shown_meanwhile(
    people: People, posts: tuple[Unit, ...], as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(people.overseer)
    _done(client)
    later = clock.now().replace(day=1, month=clock.now().month % 12 + 1)
    later = later.replace(year=later.year + (later.month == 1))
    monkeypatch.setattr(clock, "now", lambda: later)
    monkeypatch.setattr(clock, "today", later.date)
    client = as_(people.overseer)
    page = _page(client)
    assert "下面是上次算好的" in page
    assert "今后十二个月" in page


def test_where_nobody_works_beside_the_pages_it_says_so(
    people: People, posts: tuple[Unit, ...], as_: As, settings: DjangoSettings
) -> None:
    settings.WORKER = False
    assert "不在旁边算" in _page(as_(people.overseer))
    assert not JobRow.objects.exists()


def test_without_any_form_it_says_so_and_asks_no_job_again_and_again(people: People, as_: As) -> None:
    client = as_(people.overseer)
    assert "没有要基层填的表" in _done(client)
    _page(client)
    assert JobRow.objects.count() == 1


@pytest.mark.parametrize("name", ["board_year", "board_year_certificate"])
def test_only_an_overseer_sees_it(people: People, as_: As, name: str) -> None:
    for who in (people.post, people.issuer, people.admin):
        assert as_(who).get(reverse(name)).status_code == 403
    assert as_(people.post).post(reverse("board_year_again")).status_code == 403


def test_a_page_asks_the_database_no_more_for_more_posts_and_forms(
    people: People, posts: tuple[Unit, ...], as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.overseer)
    _done(client)
    with django_assert_num_queries(QUERIES):
        _page(client)
    sent_to(people, posts, "党员名单", ("序号", "姓名", "联系电话", "民族"))
    JobRow.objects.all().delete()
    _done(client)
    with django_assert_num_queries(QUERIES):
        _page(client)


QUERIES = 5


def test_it_reads_in_english(people: People, posts: tuple[Unit, ...], as_: As) -> None:
    client = as_(people.overseer)
    _done(client)
    client.cookies["qz_language"] = "en"
    page = _page(client)
    assert "Proven: no fewer are enough." in page
    forms = ("党员花名册", "党员登记表")
    assert {each for each in left_in_chinese(page) if not any(form in each for form in forms)} <= {"县民政局"}
