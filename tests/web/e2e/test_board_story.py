"""The overseer's story on a phone: tip-offs come in, a register is checked twice, the month is read; nothing scrolls sideways."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page

from qingzhuang.model.organisation import Seat
from qingzhuang.store.organisation.units import units
from tests.web.board.register import register
from tests.web.board.work import send, villages
from tests.web.conftest import People

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
TOLD = "镇里要求每个村干部每天在小程序里打卡，没打的在群里通报。电话 19900001111"


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url


def test_from_tip_offs_and_registers_to_the_monthly_report(
    people: People, phone: BrowserContext, come_in: Callable[[Page, Seat], None], tmp_path: Path
) -> None:
    cache.clear()
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    page = phone.new_page()
    for number, who in enumerate(("村干部", "网格员", "护林员", "会计", "妇联主席")):
        page.set_extra_http_headers({"X-Forwarded-For": f"10.0.0.{number}"})
        page.goto("/board/tip")
        page.fill("#words", f"{TOLD}，{who}也一样")
        page.click("main form button")
        assert "收到了" in page.inner_text("h1")
    come_in(page, people.overseer)
    assert "每月卸下" in page.inner_text("h1")
    page.click("text=怎么算的")
    assert page.is_visible("text=没变的照抄上一次")
    _fits(page)
    bad = ("村村拍", "县城管局", "ZW-1", "是", "是")
    good = ("便民通", "县政务服务局", "ZW-2", "否", "否")
    for name, rows in (("10月.xlsx", (bad, good)), ("11月.xlsx", (good,))):
        (tmp_path / name).write_bytes(register(*rows))
        page.goto("/board/registers")
        page.set_input_files("#id_file", tmp_path / name)
        page.click("main form button")
        _fits(page)
    assert "没有发现要改的" in page.inner_text("h1")
    assert "没有了" in page.inner_text("main")
    page.goto("/board/clues")
    page.click("text=看原话")
    assert "打卡" in page.inner_text("main")
    assert "19900001111" not in page.content()
    for path in ("/board/cut", "/board/clues", "/board/monthly", "/rules/", "/rules/APP26-P3a", "/rules/own"):
        page.goto(path)
        _fits(page)
