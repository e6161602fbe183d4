"""The people's queue in the web: one's own forms only, one press each, blind second looks, words that can be taken back."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.match.grouping.rulings import State
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store import clock
from qingzhuang.store.models import SaidRow, TaskRow
from qingzhuang.store.organisation.units import give_seat, open_account
from qingzhuang.store.pairs.reviewing import rulings_now, said_until
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.store.tasks.planning import plan_of
from qingzhuang.store.trail import steps, verify
from tests.web.conftest import SINCE, People
from tests.web.desk.village import sent

Browser = Callable[[Seat | None], Client]
ONE, OTHER = "夜间看护安排", "夜间看护工作安排"


@pytest.fixture
def pair(people: People) -> str:
    """Two forms that ask nearly the same; the id of the pair."""
    sent(people, "困难群众花名册", ("姓名", "公民身份号码", ONE))
    sent(people, "高龄老人花名册", ("姓名", "公民身份号码", OTHER))
    return ""


def _page(browser: Client) -> str:
    return browser.get("/review/").content.decode()


def _pair(page: str) -> str:
    found = re.search(r'name="pair" value="([0-9a-f]{16})"', page)
    assert found
    return found[1]


def _say(browser: Client, pair: str, reply: str) -> int:
    return int(browser.post("/review/say", {"pair": pair, "reply": reply}).status_code)


def _settle(people: People, as_: Browser, reply: str = "same") -> str:
    pair = _pair(_page(as_(people.post)))
    for seat in (people.post, people.colleague):
        _say(as_(seat), pair, reply)
    return pair


def test_both_items_stand_side_by_side_with_what_is_around_them(
    people: People, as_: Browser, pair: str
) -> None:
    page = _page(as_(people.post))
    for word in (ONE, OTHER, "困难群众花名册", "高龄老人花名册", "县民政局", "公民身份号码"):
        assert word in page
    assert page.count("data-key=") == 5
    assert "一年少问 4 次" in page, "a form of four times a year at one post"
    assert "一年少问 8 次" in _page(as_(people.admin)), "at two posts"


def test_one_press_keeps_the_word_with_author_and_step(people: People, as_: Browser, pair: str) -> None:
    browser = as_(people.post)
    assert _say(browser, _pair(_page(browser)), "different") == 302
    (said,) = said_until()
    assert (said.who, said.by) == ("何小满（柳湾村）", f"#{people.post.holder}")
    assert steps()[0].act.value == "paired"
    assert verify().broken is None
    page = _page(browser)
    assert "没有要对的了" in page
    assert "撤回" in page


def test_whoever_has_no_such_form_cannot_say_anything_of_it(people: People, as_: Browser, pair: str) -> None:
    page = _page(as_(people.post))
    assert "没有要对的了" in _page(as_(people.outsider))
    assert _say(as_(people.outsider), _pair(page), "same") == 409
    for seat in (people.issuer, people.overseer):
        assert _say(as_(seat), _pair(page), "same") == 403
    assert not SaidRow.objects.exists()


def test_nobody_takes_back_what_somebody_else_said_but_the_administrator(
    people: People, as_: Browser, pair: str
) -> None:
    _say(as_(people.post), _pair(_page(as_(people.post))), "same")
    (said,) = said_until()
    assert as_(people.colleague).post("/review/undo", {"number": said.number}).status_code == 409
    assert len(said_until()) == 1
    assert as_(people.admin).post("/review/undo", {"number": said.number}).status_code == 302
    assert said_until() == ()
    assert as_(people.post).post("/review/undo", {"number": said.number}).status_code == 409


def test_a_colleague_sees_no_word_of_the_first_and_disagreement_is_open_again(
    people: People, as_: Browser, pair: str
) -> None:
    found = _pair(_page(as_(people.post)))
    assert _say(as_(people.post), found, "same") == 302
    assert "何小满" not in _page(as_(people.colleague))
    (ruling,) = rulings_now().pairs.values()
    if ruling.state is State.HALF:
        assert _say(as_(people.colleague), found, "different") == 302
        assert "两个人说得不一样" in _page(as_(people.post))
        assert "两个人都看过 1 对，0 对说得一样" in _page(as_(people.admin))


def test_the_desk_fills_with_it_at_once(people: People, as_: Browser, pair: str) -> None:
    """The open forms are planned anew when a pair is settled; a receipt of before stays as it was."""
    day = clock.today()
    task = tasks(people.post.unit)[0]
    TaskRow.objects.update(planned_at=clock.now())
    before = plan_of(task, day)
    _say(as_(people.post), _pair(_page(as_(people.post))), "unknown")
    assert all(each.planned_at is not None for each in tasks(people.post.unit)), "nothing became one"
    _settle(people, as_)
    assert plan_of(task, day) is not before
    assert all(each.planned_at is None for each in tasks(people.post.unit))


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"pair": "x" * 1_000_000, "reply": "same"},
        {"pair": "<script>", "reply": "same"},
        {"pair": "0" * 16, "reply": "equal\0"},
        {"pair": "\u202e" * 16, "reply": "same"},
    ],
)
def test_hostile_input_ends_in_words(people: People, as_: Browser, said: dict[str, str]) -> None:
    answer = as_(people.post).post("/review/say", said)
    assert answer.status_code in (400, 409)
    assert "<script>" not in answer.content.decode().replace('<script src="', "")
    assert as_(people.post).post("/review/undo", {"number": "9" * 400}).status_code == 400


def test_offices_share_by_a_file_that_is_looked_at_first(people: People, as_: Browser, pair: str) -> None:
    browser = as_(people.admin)
    _settle(people, as_, "different")
    file = browser.get("/review/file").content
    assert ONE in file.decode()
    for each in said_until():
        browser.post("/review/undo", {"number": each.number})
    page = browser.post("/review/file/look", {"file": SimpleUploadedFile("said.yaml", file)}).content.decode()
    assert "会带进" in page
    assert said_until() == ()
    key = re.search('name="key" value="([^"]+)"', page)
    assert key
    assert browser.post("/review/file/bring", {"key": key[1]}).status_code == 302
    assert {each.source for each in said_until()} == {"云泽县"}
    assert browser.post("/review/file/bring", {"key": "made up"}).status_code == 403
    wrong = browser.post("/review/file/look", {"file": SimpleUploadedFile("a.yaml", b"a: 1")})
    assert (wrong.status_code, "没有带进来" in wrong.content.decode()) == (400, True)
    assert browser.post("/review/file/look").status_code == 400


def test_the_page_asks_the_database_little_however_many_forms_there_are(
    people: People, as_: Browser, pair: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    second = give_seat(open_account("second", "编名second", None), people.admin.unit, Role.ADMIN, SINCE)
    post = as_(people.post)
    for browser in (post, as_(second)):
        with django_assert_max_num_queries(6):
            browser.get("/review/")
    for number in range(3):
        sent(people, f"第{number}批名册", ("姓名", f"送餐{number}打算"))
    with django_assert_max_num_queries(6):
        post.get("/review/")


def test_the_word_just_given_is_told_at_the_top_and_taken_back_there(
    people: People, as_: Browser, pair: str
) -> None:
    browser = as_(people.post)
    answer = browser.post("/review/say", {"pair": _pair(_page(browser)), "reply": "different"}, follow=True)
    page = answer.content.decode()
    top = page[page.index("<h1") : page.index("最近定的")]
    assert "记下了" in top
    assert OTHER in top
    number = re.search(r'name="number" value="(\d+)"', top)
    assert number
    assert browser.post("/review/undo", {"number": number[1]}).status_code == 302
    assert said_until() == ()
    for odd in ("9" * 400, "x", str(number[1])):
        assert "记下了" not in browser.get(f"/review/?said={odd}").content.decode()


def test_an_administrator_who_is_the_second_person_sees_no_word_of_the_first(
    people: People, as_: Browser, pair: str
) -> None:
    _say(as_(people.post), _pair(_page(as_(people.post))), "same")
    (ruling,) = rulings_now().pairs.values()
    page = _page(as_(people.admin))
    assert ("何小满" in page) is (ruling.state is not State.HALF)


def test_who_has_just_said_otherwise_is_not_asked_again_at_once(
    people: People, as_: Browser, pair: str
) -> None:
    """Both persons may change their minds; whoever spoke first is shown the pair first, the other one last."""
    sent(people, "独居老人花名册", ("姓名", "公民身份号码", "送餐安排"))
    sent(people, "残疾老人花名册", ("姓名", "公民身份号码", "送餐工作安排"))
    pair = _pair(_page(as_(people.admin)))
    for seat, reply in ((people.post, "same"), (people.colleague, "different")):
        said = rulings_now().pairs.get(pair)
        if said is None or said.state is State.HALF:
            _say(as_(seat), pair, reply)
    ruling = rulings_now().pairs[pair]
    if ruling.state is State.DISPUTED:
        assert _pair(_page(as_(people.post))) == pair
        assert _pair(_page(as_(people.colleague))) != pair
