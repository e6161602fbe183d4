"""The administrator keeps units and accounts; what ends something takes two; nobody plays both."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.store import clock
from qingzhuang.store.health import BROKEN
from qingzhuang.store.home import LEDGER, make_home
from qingzhuang.store.models import Account, SeatRow, TrailRow, UnitRow
from qingzhuang.store.organisation.places import places_on
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account, units
from qingzhuang.store.trail import Act, Step, leave, verify
from tests.web.conftest import SINCE, People
from tests.web.desk.village import sent

Browser = Callable[[Seat | None], Client]


@pytest.fixture
def second(people: People) -> Seat:
    return give_seat(open_account("second", "编名second", None), people.admin.unit, Role.ADMIN, SINCE)


def _bring(browser: Client, text: str, name: str = "单位.csv") -> Any:
    return browser.post("/admin/units", {"file": SimpleUploadedFile(name, text.encode())})


def _word(page: str) -> str:
    found = re.search(r'class="once">([a-z0-9-]{19})<', page)
    assert found
    return found[1]


def test_a_sheet_is_shown_first_and_then_brought(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    page = _bring(browser, "单位,上级\n新桥村,青禾镇\n甲乙丙,青禾镇\n").content.decode()
    assert "会多出 1 个单位" in page
    assert "看不出" in page
    assert not UnitRow.objects.filter(name="新桥村").exists()
    key = re.search('name="key" value="([^"]+)"', page)
    assert key
    assert browser.post("/admin/units/import", {"key": key[1]}).status_code == 302
    town = next(each for each in units() if each.name == "青禾镇")
    assert town.holds(next(each for each in units() if each.name == "新桥村"))
    assert browser.post("/admin/units/import", {"key": "made up"}).status_code == 403


def test_an_account_is_opened_with_a_password_shown_once(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    said = {"username": "liuwan2", "name": "编名新", "unit": people.post.unit.number, "role": "post"}
    answer = browser.post("/admin/accounts/open", said)
    word = _word(answer.content.decode())
    assert answer["Cache-Control"] == "no-store"
    assert word not in browser.get("/admin/accounts").content.decode()
    assert word not in "".join(TrailRow.objects.values_list("thing", flat=True))
    newcomer = Client()
    newcomer.post("/door/in", {"username": "liuwan2", "password": word})
    assert newcomer.get("/desk/")["Location"] == "/door/own"
    same = "清早去河边走一圈"
    assert newcomer.post("/door/own", {"password": same * 2, "again": same}).status_code == 400
    assert newcomer.post("/door/own", {"password": "short", "again": "short"}).status_code == 400
    assert newcomer.post("/door/own", {"password": same * 2, "again": same * 2})["Location"] == "/desk/"
    assert newcomer.get("/desk/").status_code == 200


def test_a_name_that_is_taken_and_a_unit_elsewhere_are_refused(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    far = add_unit("邻川县", UnitKind.COUNTY)
    said = {"username": "post", "name": "x", "unit": people.post.unit.number, "role": "post"}
    assert browser.post("/admin/accounts/open", said).status_code == 409
    for bad in (
        {"unit": far.number},
        {"role": "admin"},
        {"username": "<b>"},
        {"name": "a\0b"},
        {"unit": "x"},
    ):
        assert browser.post("/admin/accounts/open", {**said, "username": "neu", **bad}).status_code == 400
    assert not Account.objects.filter(username="neu").exists()


def test_a_reset_password_ends_what_was_open(people: People, as_: Browser) -> None:
    open_one = as_(people.post)
    assert open_one.get("/desk/").status_code == 200
    page = as_(people.admin).post(f"/admin/seats/{people.post.number}/password").content.decode()
    assert _word(page)
    assert open_one.get("/desk/").status_code == 302


def test_no_administrator_makes_another_one_up(people: People, second: Seat, as_: Browser) -> None:
    """One who could reset the second person's password would be both."""
    assert as_(people.admin).post(f"/admin/seats/{second.number}/password").status_code == 404
    assert Account.objects.get(pk=second.holder).once is False


def test_ending_a_seat_takes_two(people: People, second: Seat, as_: Browser) -> None:
    first, other = as_(people.admin), as_(second)
    assert first.post(f"/admin/seats/{people.post.number}/end").status_code == 302
    assert first.post(f"/admin/seats/{people.post.number}/end").status_code == 409
    found = re.search(r'/admin/wishes/(\d+)"', other.get("/admin/accounts").content.decode())
    assert found
    path = f"/admin/wishes/{found[1]}"
    assert first.post(path, {"agree": "1"}).status_code == 409
    assert SeatRow.objects.get(pk=people.post.number).until is None
    assert "同意收回" not in first.get("/admin/accounts").content.decode()
    open_one = as_(people.post)
    assert other.post(path, {"agree": "1"}).status_code == 302
    assert open_one.get("/desk/").status_code == 302, "at once"
    assert not Account.objects.get(pk=people.post.holder).is_active
    assert other.post(path, {"agree": "1"}).status_code == 409
    acts = list(TrailRow.objects.order_by("pk").values_list("act", "actor"))
    assert acts == [("wished", people.admin.holder), ("agreed", second.holder)]


def test_a_wish_can_be_taken_back(people: People, second: Seat, as_: Browser) -> None:
    browser = as_(people.admin)
    browser.post(f"/admin/seats/{people.post.number}/end")
    found = re.search(r'/admin/wishes/(\d+)"', browser.get("/admin/accounts").content.decode())
    assert found
    assert browser.post(f"/admin/wishes/{found[1]}", {"agree": "0"}).status_code == 302
    assert SeatRow.objects.get(pk=people.post.number).until is None


def test_an_administrator_elsewhere_reaches_nothing_of_ours(people: People, as_: Browser) -> None:
    county = add_unit("邻川县", UnitKind.COUNTY)
    far = as_(give_seat(open_account("far", "编名远", None), county, Role.ADMIN, SINCE))
    assert "柳湾村" not in far.get("/admin/").content.decode()
    assert "何小满" not in far.get("/admin/accounts").content.decode()
    assert far.post(f"/admin/seats/{people.post.number}/password").status_code == 404
    assert far.post(f"/admin/seats/{people.post.number}/end").status_code == 404


def test_local_rules_are_switched_by_place(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    browser.post("/admin/switches/set", {"place": "江苏省", "on": "1"})
    browser.post("/admin/switches/set", {"place": "没有的省", "on": "1"})
    assert places_on(people.admin.unit) == ("江苏省",)
    assert "在用" in browser.get("/admin/switches").content.decode()
    browser.post("/admin/switches/set", {"place": "江苏省", "on": "0"})
    assert places_on(people.admin.unit) == ()
    assert TrailRow.objects.filter(act="switched").count() == 2


def test_a_county_goes_by_its_own_province_and_all_below_it_too(people: People, as_: Browser) -> None:
    far = add_unit("邻川县", UnitKind.COUNTY)
    switch = as_(people.admin).post("/admin/switches/set", {"place": "江苏省", "on": "1", "unit": far.number})
    assert switch.status_code == 302
    assert places_on(far) == (), "another county is not this administrator's"
    assert places_on(people.admin.unit) == places_on(people.post.unit) == ("江苏省",)
    assert places_on(people.overseer.unit) == ("江苏省",), "offices go by their county's"


def test_a_township_sees_what_the_county_switched_on_and_leaves_it(people: People, as_: Browser) -> None:
    browser = as_(people.admin)
    town = next(each for each in units() if each.name == "青禾镇")
    browser.post("/admin/switches/set", {"place": "江苏省", "on": "1"})
    browser.post("/admin/switches/set", {"place": "山西省", "on": "1", "unit": town.number})
    page = browser.get(f"/admin/switches?unit={town.number}").content.decode()
    assert "上级开的" in page
    browser.post("/admin/switches/set", {"place": "江苏省", "on": "0", "unit": town.number})
    assert places_on(town) == ("山西省", "江苏省")
    assert places_on(people.outsider.unit) == ("江苏省",), "the next township is not bound by this one's"


def test_the_trail_names_no_subject_and_says_when_it_was_changed(people: People, as_: Browser) -> None:
    from datetime import UTC, datetime

    at = datetime(2026, 11, 20, tzinfo=UTC)
    leave(Step(people.post.holder, Act.UNMASKED, "person:990101199001011234 王桂香", purpose="核对"), at)
    leave(Step(people.issuer.holder, Act.SUBMITTED, "低保名册"), at)
    browser = as_(people.admin)
    page = browser.get("/admin/trail").content.decode()
    assert "王桂香" not in page
    assert "1234" not in page
    assert "低保名册" in page
    assert "低保名册" not in browser.get("/admin/trail?act=unmasked").content.decode()
    assert "低保名册" not in browser.get("/admin/trail?who=何小满").content.decode()
    assert f"{verify().rows} 条都对得上" in browser.get("/admin/trail?verify=1").content.decode()


@pytest.mark.parametrize(
    "query", ["act=nope", "before=x", "before=9999999999999999999999", "who=%00", "who=" + "a" * 5000]
)
def test_an_odd_question_to_the_trail_is_no_fault(people: People, as_: Browser, query: str) -> None:
    assert as_(people.admin).get(f"/admin/trail?{query}").status_code == 200


def test_the_ledger_can_be_carried_off_whole(
    people: People, as_: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("a database server keeps the ledger: the page says how it is copied there")
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    browser = as_(people.admin)
    with sqlite3.connect(make_home() / LEDGER) as ledger:
        ledger.execute("CREATE TABLE kept (n)")
        ledger.execute("INSERT INTO kept VALUES (7)")
    assert "还没有拷过" in browser.get("/admin/health").content.decode()
    answer: Any = browser.post("/admin/health/copy")
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(b"".join(answer.streaming_content))
    with sqlite3.connect(copy) as kept:
        assert kept.execute("SELECT n FROM kept").fetchone() == (7,)
    assert "上次拷走是" in browser.get("/admin/health").content.decode()
    assert not list(make_home().glob(".copy-*"))


def test_the_health_page_says_when_the_trail_was_verified_and_what_is_not_reckoned(
    people: People, as_: Browser
) -> None:
    browser = as_(people.admin)
    page = browser.get("/admin/health").content.decode()
    assert "还没有验过" in page
    assert "没有，都算好了" in page
    sent(people)
    browser.get("/admin/trail?verify=1")
    page = browser.get("/admin/health").content.decode()
    assert "条条对得上" in page
    assert "2 张，有人打开就算" in page
    leave(Step(people.admin.holder, Act.VERIFIED, "7", detail=BROKEN), clock.now())
    assert "上次验账有一条对不上" in browser.get("/admin/health").content.decode()


def test_the_pages_cost_the_same_however_many_there_are(
    people: People, as_: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_(people.admin)
    costs = {"/admin/": 4, "/admin/accounts": 7, "/admin/trail": 4, "/admin/switches": 5, "/admin/health": 6}
    for turn in range(2):
        for path, cost in costs.items():
            with django_assert_num_queries(cost):
                assert browser.get(path).status_code == 200
        town = next(each for each in units() if each.name == "青禾镇")
        for number in range(20):
            village = add_unit(f"第{turn}{number}桥村", UnitKind.VILLAGE, town)
            give_seat(open_account(f"v{turn}-{number}", f"编名{number}", None), village, Role.POST, SINCE)


@pytest.mark.parametrize("act", Act)
def test_every_act_on_the_trail_has_words(people: People, as_: Browser, act: Act) -> None:
    leave(Step(people.post.holder, act, "x"), clock.now())
    assert as_(people.admin).get("/admin/trail").status_code == 200
