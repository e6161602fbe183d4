"""The administrator's room is readable in English."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.web.admin.test_admin import Browser, second
from tests.web.conftest import People
from tests.web.english import in_english, left_in_chinese

__all__ = ["second"]
PAGES = (
    "",
    "accounts",
    "accounts?q=没有",
    "identities",
    "programs",
    "switches",
    "health",
    "trail",
    "trail?verify=1",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_room_is_in_english(people: People, as_: Browser, page: str) -> None:
    answer = in_english(as_(people.admin)).get(f"/admin/{page}")
    assert answer.status_code == 200
    assert not left_in_chinese(answer.content.decode())
    assert left_in_chinese(as_(people.admin).get(f"/admin/{page}").content.decode())


def test_a_unit_and_what_a_sheet_would_bring_are_in_english(people: People, as_: Browser) -> None:
    browser = in_english(as_(people.admin))
    assert not left_in_chinese(browser.get(f"/admin/units/{people.post.unit.number}").content.decode())
    brought = SimpleUploadedFile("units.csv", "单位,上级\n新桥村,青禾镇\n甲乙丙,青禾镇\n".encode())
    page = browser.post("/admin/units", {"file": brought}).content.decode()
    assert "New units: 1" in page
    assert not left_in_chinese(page)


def test_a_list_to_take_away_stays_in_chinese(people: People, as_: Browser) -> None:
    """What is taken away is data: a sheet of units can be brought again, whoever took it."""
    taken = in_english(as_(people.admin)).get("/admin/units/list.csv").getvalue().decode("utf-8-sig")
    assert taken.startswith("单位,上级,种类")
    assert "村、社区" in taken
