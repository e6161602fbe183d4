"""The people's queue in a real browser: pairs by keyboard and by thumb, one taken back, a contradiction untied, a repeat settled."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from qingzhuang.match.grouping.rulings import sampled
from qingzhuang.model.review import Reply
from qingzhuang.model.verdict import ItemContext
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft
from qingzhuang.store.pairs.reviewing import rulings_now, said_until
from tests.web.album import picture, whole
from tests.web.browser import NARROW, WIDE, browser, cookie_of, fits, page_of, violations
from tests.web.conftest import People
from tests.web.desk.village import form, sent
from tests.web.review.test_alarms import A, B, C, settled
from tests.web.review.test_review import Browser as As

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
THINGS = ("送餐", "助浴", "陪诊", "洗衣")


def _good(page: Page) -> None:
    assert fits(page)
    assert violations(page) == []


def _forms(people: People) -> None:
    whom = ("姓名", "公民身份号码")
    sent(people, "困难群众花名册", (*whom, *(f"{each}安排" for each in THINGS)))
    sent(people, "高龄老人花名册", (*whom, *(f"{each}工作安排" for each in THINGS)))


def test_pairs_are_answered_by_keyboard_and_by_thumb(
    people: People, as_: As, live_server: LiveServer
) -> None:
    served = live_server.url
    _forms(people)
    with browser() as opened:
        page = page_of(opened, served, cookie_of(as_(people.post)), NARROW)
        page.goto(f"{served}/review/")
        picture(page, "review-pair")
        _good(page)
        button = page.locator("#pick button", has_text="不同的两项")
        box, window = button.bounding_box(), page.viewport_size
        assert box
        assert window
        assert box["y"] + box["height"] <= window["height"], "in reach without scrolling"
        button.click()
        expect(page.get_by_role("status")).to_contain_text("不同")
        page.keyboard.press("1")
        expect(page.get_by_role("status")).to_contain_text("同一项")
        assert [each.reply for each in said_until()] == [Reply.DIFFERENT, Reply.SAME]
        page.get_by_role("status").get_by_role("button").click()
        expect(page.get_by_text("您最近定的")).to_be_visible()
        assert [each.reply for each in said_until()] == [Reply.DIFFERENT]
        _good(page)


def test_a_contradiction_is_read_and_untied(people: People, as_: As, live_server: LiveServer) -> None:
    served = live_server.url
    for a, b in ((A, B), (B, C)):
        settled(people, a, b, Reply.SAME)
    settled(people, A, C, Reply.DIFFERENT)
    with browser() as opened:
        page = page_of(opened, served, cookie_of(as_(people.admin)), NARROW)
        page.goto(f"{served}/review/")
        expect(page.get_by_text("有 1 处对不上")).to_be_visible()
        page.locator("#odds").scroll_into_view_if_needed()
        picture(page, "review-odds")
        whole(page, "admin-odds")
        _good(page)
        assert rulings_now().alike == ()
        for _person in range(2):
            page.locator("#odds li").first.get_by_role("button").first.click()
            page.wait_for_load_state("load")
        expect(page.get_by_text("处对不上")).to_have_count(0)
        assert len(rulings_now().alike) == 1


def test_an_issuer_settles_a_repeat_with_one_key(people: People, as_: As, live_server: LiveServer) -> None:
    served = live_server.url
    columns = ("姓名", "公民身份号码", "手机号码", "移动电话", "是否党员")
    draft = bring_draft(people.issuer.unit, "党员花名册.xlsx", form(columns=columns), clock.now())
    with browser() as opened:
        page = page_of(opened, served, cookie_of(as_(people.issuer)), NARROW)
        page.goto(f"{served}/gate/{draft.number}")
        picture(page, "issuer-twice")
        _good(page)
        page.keyboard.press("1")
        expect(page.get_by_text("村里答一次，两栏都有")).to_be_visible()
        assert [each.reply for each in said_until()] == [Reply.REPEATED]
        _good(page)


def test_an_old_answer_is_found_and_taken_back(people: People, as_: As, live_server: LiveServer) -> None:
    served = live_server.url
    for number in range(24):
        one = ItemContext(f"第{number:02}次送餐打算", "2026年独居老人冬季探访花名册", "人")
        other = ItemContext(f"第{number:02}次送餐安排", "高龄老人花名册", "人", parent="入户情况")
        settled(people, one, other, Reply.DIFFERENT)
    with browser() as opened:
        for width in (WIDE, NARROW):
            page = page_of(opened, served, cookie_of(as_(people.admin)), width)
            page.goto(f"{served}/review/")
            whole(page, "admin-many")
            page.get_by_role("link", name="全部 48 条").click()
            expect(page.get_by_text("第 1 页，共 3 页")).to_be_visible()
            whole(page, "admin-list")
            _good(page)
        found = next(each for each in rulings_now().pairs.values() if not sampled(each.pair))
        page.get_by_label("栏名、表名、谁定的").fill(found.said[0].a.label)
        page.get_by_role("button", name="找", exact=True).click()
        expect(page.get_by_text("48 条里找到 2 条")).to_be_visible()
        page.locator(".paper").first.get_by_role("button").click()
        expect(page.get_by_text("47 条里找到 1 条")).to_be_visible()
        assert len(said_until()) == 47
        _good(page)
