"""The ledger's pages are readable in English, and as they were in Chinese."""

import pytest

from qingzhuang.web.ledger.forms import Purpose
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known
from tests.web.english import in_english, left_in_chinese
from tests.web.ledger.test_ledger import As, at, told
from tests.web.ledger.test_sheets import NEW, bring, sheet

DATA = {"联系电话", "公民身份号码", "姓名", "所在村"}


@pytest.fixture(autouse=True)
def _village(people: People) -> None:
    known(people.post.unit.name, TIAN, QIU, person__phone="13900000042")
    known(people.colleague.unit.name, SHI)
    told(TIAN, "person.phone", "13900000043", days=3)
    told(QIU, "person.live_addr", "柳湾村 7 组", days=400, lasts=365)


def _pages(people: People) -> list[str]:
    return [
        "/ledger/",
        "/ledger/?q=田",
        "/ledger/?q=无此人",
        "/ledger/?k=person",
        "/ledger/list?k=person",
        "/ledger/odd",
        "/ledger/recheck",
        "/ledger/out",
        "/ledger/unplaced",
        "/ledger/sheet",
        at(TIAN),
        at(QIU),
        at(QIU, "wrong"),
        at(QIU, "wrong?item=person.live_addr"),
        at(TIAN, "rights"),
    ]


def test_every_page_of_the_room_is_in_english(people: People, as_: As) -> None:
    browser = in_english(as_(people.post))
    for address in _pages(people):
        answer = browser.get(address)
        assert answer.status_code == 200, address
        assert not left_in_chinese(answer.content.decode()) - DATA, address


def test_the_same_pages_stay_in_chinese_for_who_did_not_choose(people: People, as_: As) -> None:
    assert "找一个人、一户、一处" in as_(people.post).get("/ledger/").content.decode()
    assert "没有变" in as_(people.post).get("/ledger/recheck").content.decode()


def test_what_a_sheet_changes_is_told_in_english(people: People, as_: As) -> None:
    content = sheet((NEW, "13900000099", "柳湾村"), (TIAN, "13900000098", "柳湾村"))
    shown = bring(in_english(as_(people.post)), content)
    assert "Not in the ledger yet: 1" in shown
    assert not left_in_chinese(shown) - DATA


def test_what_is_kept_stays_in_the_language_of_the_ledger(people: People, as_: As) -> None:
    """Whoever looks later in Chinese reads Chinese: what the ledger and the trail keep is not translated."""
    browser = in_english(as_(people.post))
    browser.post(at(QIU, "wrong?item=person.live_addr"), {"why": "wrong", "words": ""})
    assert "记错了" in as_(people.post).get(at(QIU)).content.decode()
    assert "entered wrongly" in browser.get(at(QIU)).content.decode().lower()


def test_what_is_handed_over_stays_in_chinese(people: People, as_: As) -> None:
    browser = in_english(as_(people.post))
    page = browser.post(at(TIAN, "export"), {"kind": "page"}).content.decode()
    assert "的个人信息记录" in page
    assert "Back" in page
    told_of_json = browser.post(at(TIAN, "export"), {"kind": "json"})
    assert b"filename" in told_of_json["Content-Disposition"].encode()


def test_a_refusal_is_in_english(people: People, as_: As) -> None:
    browser = in_english(as_(people.post))
    page = browser.post(at(TIAN, "whole"), {"why": "other"}).content.decode()
    assert "Please write what it is for." in page
    assert not left_in_chinese(page) - DATA
    assert str(Purpose.base_fields["why"].error_messages["required"]) == "请选一个用途。"
