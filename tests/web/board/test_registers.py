"""A register is checked by article; the next one says what changed; other offices see nothing of it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.store.models import RunRow, TrailRow
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account, units
from tests.web.board.register import mixed, register
from tests.web.conftest import SINCE, People

Browser = Callable[[Seat | None], Client]
BAD = ("村村拍", "县城管局", "ZW-2026-001", "是", "是")
GOOD = ("便民通", "县政务服务局", "ZW-2026-002", "否", "否")
OTHER = ("随手报", "县应急管理局", "ZW-2026-003", "是", "否")


def _bring(browser: Client, content: bytes, name: str = "10月台账.xlsx") -> Any:
    return browser.post("/board/registers", {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_findings_stand_by_article_and_name_the_thing(people: People, as_: Browser) -> None:
    page = _bring(as_(people.overseer), register(BAD, GOOD)).content.decode()
    assert "村村拍" in page
    assert "便民通" not in page
    assert "政务移动互联网应用程序规范化管理办法" in page
    assert "第一次查" in page
    assert TrailRow.objects.filter(act="checked").count() == 1


def test_the_next_one_says_what_changed_whatever_the_file_is_called(people: People, as_: Browser) -> None:
    browser = as_(people.overseer)
    _bring(browser, register(BAD, GOOD))
    page = _bring(browser, register(GOOD, OTHER), "11月台账.xlsx").content.decode()
    assert "变了什么" in page
    assert "新增 " in page
    assert "没有了 " in page
    assert page.index("没有了") < page.rindex("村村拍"), "what is gone is named"


def test_the_inventory_tells_for_each_kind_what_there_is_and_what_changed(
    people: People, as_: Browser
) -> None:
    browser = as_(people.overseer)
    _bring(browser, register(BAD, GOOD))
    first = browser.get("/board/registers").content.decode()
    assert "第一次" in first
    _bring(browser, register(BAD, GOOD, OTHER), "11月台账.xlsx")
    page = browser.get("/board/registers").content.decode()
    assert "多 1" in page
    rows = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert rows.count("<tr") == 1, "one kind of register, one row"
    assert 'data-l="没有了">0<' in rows
    assert "村村拍" not in page


def test_an_account_in_a_register_of_apps_is_counted_as_one(people: People, as_: Browser) -> None:
    browser = as_(people.overseer)
    _bring(browser, mixed(("便民通", "小程序"), ("云泽发布", "微信公众号"), ("随手报", "APP")))
    page = browser.get("/board/registers").content.decode()
    assert "应用（含小程序、快应用） 2，公众账号 1" in page


def test_the_file_itself_is_not_kept_and_personal_numbers_are_masked(people: People, as_: Browser) -> None:
    _bring(as_(people.overseer), register(("村村拍19900001111", *BAD[1:])))
    assert "19900001111" not in RunRow.objects.get().findings


def test_another_office_and_another_role_do_not_see_a_check(people: People, as_: Browser) -> None:
    _bring(as_(people.overseer), register(BAD))
    path = f"/board/registers/{RunRow.objects.get().pk}"
    office = next(each for each in units(kinds=[UnitKind.TOWNSHIP]) if each.name == "白鹭镇")
    other = give_seat(
        open_account("other", "编名他", None),
        add_unit("镇减负办", UnitKind.OFFICE, office),
        Role.OVERSEER,
        SINCE,
    )
    assert as_(other).get(path).status_code == 404
    assert as_(people.issuer).get(path).status_code == 403
    assert as_(people.overseer).get(path).status_code == 200


@pytest.mark.parametrize("content", [b"", b"not a sheet", b"\0" * 100, b"PK\x03\x04broken"])
def test_what_is_no_register_ends_in_words(people: People, as_: Browser, content: bytes) -> None:
    answer = _bring(as_(people.overseer), content)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not RunRow.objects.exists()


def test_a_name_with_markup_is_only_a_name(people: People, as_: Browser) -> None:
    page = _bring(as_(people.overseer), register(("<script>x</script>", *BAD[1:]))).content.decode()
    assert "<script>" not in page


def test_the_pages_cost_the_same_whatever_was_checked(
    people: People, as_: Browser, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    browser = as_(people.overseer)
    for _time in range(2):
        _bring(browser, register(BAD, OTHER))
    with django_assert_num_queries(4):
        browser.get("/board/registers")
    with django_assert_num_queries(6):
        browser.get(f"/board/registers/{RunRow.objects.latest('pk').pk}")


def test_what_the_register_leaves_open_is_asked_by_name_and_place(people: People, as_: Browser) -> None:
    page = _bring(as_(people.overseer), register(("村村拍", "县城管局", "", "否", "否"))).content.decode()
    assert "另有 1 处缺情况" in page
    asked = page[page.index("请人答一句的") :]
    assert "这个应用备案了吗" in asked
    assert "村村拍" in asked
    assert "D3" in asked
