"""The pages around the rooms are readable in English, and as they were in Chinese."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from qingzhuang.model.organisation import Seat
from qingzhuang.web.shelf import REPORTS, read_shelf
from tests.web.conftest import People
from tests.web.english import left_in_chinese
from tests.web.test_pages import PAPER, folder

As = Callable[[Seat | None], Client]
DATA = {
    PAPER.title,
    "B4 没有填。",
    "县民政局",
    "联系电话",
    "姓名",
    "请发件人给原表。",
    "其实是图片。",
    "本人",
}
__all__ = ["folder"]


def shown(address: str, status: int = 200) -> str:
    browser = Client()
    browser.cookies["qz_language"] = "en"
    answer = browser.get(address)
    assert answer.status_code == status
    page = answer.content.decode()
    assert not left_in_chinese(page) - DATA, address
    return page


@pytest.mark.django_db
def test_the_shelf_and_a_filled_form_are_in_english(folder: Path) -> None:
    assert "Filled forms" in shown("/")
    number = read_shelf(folder).papers[0].id
    assert "Take this form away" in shown(f"/paper/{number}")


@pytest.mark.django_db
def test_what_this_is_and_what_is_not_here_are_in_english(folder: Path, settings: Settings) -> None:
    assert "asked once" in shown("/about")
    assert "no such page" in shown("/nowhere", 404)
    settings.ROOMS = False
    assert "no ledger here" in shown("/desk/", 404)


@pytest.mark.django_db
def test_the_example_offers_its_seats_in_english(folder: Path, settings: Settings) -> None:
    settings.EXAMPLE = True
    assert "Take a seat" in shown("/")


def test_the_frame_speaks_the_language_of_the_page(people: People, as_: As) -> None:
    browser = as_(people.post)
    assert "离开" in browser.get("/desk/").content.decode()
    browser.cookies["qz_language"] = "en"
    page = browser.get("/desk/").content.decode()
    assert "Sign out" in page
    assert not left_in_chinese(page) - DATA


@pytest.mark.django_db
def test_the_report_is_shown_in_english_where_it_was_written_so(folder: Path) -> None:
    browser = Client()
    browser.cookies["qz_language"] = "en"
    assert "称一称" in browser.get("/report").content.decode(), "else as it was written"
    (folder / REPORTS["en"]).write_text("<style>p{color:red}</style><p>Weighed</p>", encoding="utf-8")
    assert "Weighed" in browser.get("/report").content.decode()
    assert "称一称" in Client().get("/report").content.decode()
