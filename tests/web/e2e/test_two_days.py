"""A form of another day on a phone: the last figure with its day, the day that is wanted, nothing given as answered; the year names the days."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from tests.web.browser import fits, violations
from tests.web.conftest import People
from tests.web.desk.village import TIAN, known, sent, task_of

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ComeIn = Callable[[Page, Seat], None]


def title(day: date) -> str:
    return f"各村人口统计表（截至{day.year}年{day.month}月{day.day}日）"


def test_the_question_of_another_day_fits_a_phone_and_names_both_days(
    people: People, phone: BrowserContext, come_in: ComeIn
) -> None:
    today = clock.today()
    before = today - timedelta(days=60)
    known("柳湾村", TIAN)
    first, second = (
        task_of(people, sent(people, title(day), ("序号", "村名", "户籍人口数"))) for day in (before, today)
    )
    page = phone.new_page()
    come_in(page, people.post)
    page.goto(f"/desk/{first.number}/")
    box = page.locator("input[name^='a-']").first
    box.fill("812")
    box.press("Tab")
    page.wait_for_selector("text=已存 ")
    page.goto(f"/desk/{second.number}/")
    text = page.inner_text("main")
    assert f"截至 {before} 是 812" in text
    assert f"这张表要 {today} 的数" in text
    assert "答了还能填" not in text, "what is told of today does not fill the form of that day"
    assert page.locator("input[name^='a-']").first.input_value() == ""
    assert fits(page)
    assert violations(page) == []
