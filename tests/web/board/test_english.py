"""The board, its registers and tip-offs read in English; names and the law's words stay as they are."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.store.board.months import note_month
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation.units import units
from tests.web.board.register import register
from tests.web.board.work import send, villages
from tests.web.conftest import People
from tests.web.english import left_in_chinese

Browser = Callable[[Seat | None], Client]
PATHS = ("", "months", "cut", "registers", "clues", "monthly")


@pytest.fixture
def busy(people: People, as_: Browser) -> Client:
    """An overseer's browser when forms were weighed, a month noted, a register checked twice."""
    town = next(each for each in units() if each.name == "青禾镇")
    posts = villages(town, 6)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    note_month(realm(people.overseer.unit), datetime(2026, 10, 31, 9, tzinfo=UTC))
    send("老人名册", people.other_issuer.unit, posts, (130.0, 10.0), admitted=False)
    browser = as_(people.overseer)
    for row in (("村村拍", "县城管局", "ZW-1", "是", "是"), ("随手报", "县应急管理局", "ZW-2", "是", "否")):
        browser.post("/board/registers", {"file": SimpleUploadedFile("台账.xlsx", register(row))})
    for number, word in enumerate("甲乙丙丁戊"):
        said = {"words": f"{word}村没打卡的在群里通报", "category": "A"}
        Client().post("/board/tip", said, REMOTE_ADDR=f"10.0.0.{number}")
    return browser


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_the_board_reads_in_english(busy: Client, path: str) -> None:
    assert '<html lang="zh-Hans">' in busy.get(f"/board/{path}").content.decode()
    busy.cookies["qz_language"] = "en"
    page = busy.get(f"/board/{path}").content.decode()
    assert '<html lang="en">' in page
    assert not left_in_chinese(page)


def test_a_check_reads_in_english(busy: Client) -> None:
    busy.cookies["qz_language"] = "en"
    page = busy.get("/board/registers").content.decode()
    number = page.split("/board/registers/")[1].split('"')[0]
    assert not left_in_chinese(busy.get(f"/board/registers/{number}").content.decode())


def test_who_tells_us_something_may_read_in_english(people: People) -> None:
    browser = Client()
    browser.cookies["qz_language"] = "en"
    page = browser.get("/board/tip").content.decode()
    assert "Not sure" in page
    assert not left_in_chinese(page)
    assert not left_in_chinese(browser.post("/board/tip", {"words": ""}).content.decode())
    assert not left_in_chinese(browser.post("/board/tip", {"words": "每天打卡"}).content.decode())


def test_an_empty_board_reads_in_english(people: People, as_: Browser) -> None:
    browser = as_(people.overseer)
    browser.cookies["qz_language"] = "en"
    for path in PATHS:
        assert not left_in_chinese(browser.get(f"/board/{path}").content.decode())
