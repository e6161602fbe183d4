"""The three years in a real browser on a phone: the board's changes by itself when it is reckoned, a post's leads to its forms, an
office's tells what others ask too; nothing scrolls sideways, nobody stands on them."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import work_one
from qingzhuang.store.gate.acts import bring_draft, posts_of
from qingzhuang.store.organisation.units import units
from qingzhuang.store.tasks import recounting
from qingzhuang.store.tasks.demands import Application, admit, submit
from tests.pipeline.drafts import sheet
from tests.web.board.work import villages
from tests.web.browser import fits, violations
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, person, sent, sent_to

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ComeIn = Callable[[Page, Seat], None]
LABELS = ["序号", "姓名", "身份证号", "冬季取暖方式"]


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.WORKER = True
    monkeypatch.setattr(recounting, "make_ready", lambda _unit, _day: None)


def _work() -> None:
    while work_one(clock.now()):
        pass


def _plain(page: Page, *unnamed: str) -> None:
    """Whatever is opened: nothing wider than the phone, nothing in the way of anybody, none of these named."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert fits(page)
    assert violations(page) == []
    text = page.inner_text("main")
    for each in unnamed:
        assert each not in text


def test_the_boards_year_says_at_once_what_there_is_and_changes_when_it_is_reckoned(
    people: People, phone: BrowserContext, come_in: ComeIn
) -> None:
    posts = villages(next(each for each in units() if each.name == "青禾镇"), 6)
    for number, post in enumerate(posts, 1):
        known(post.name, person(number, f"田{number}禾"))
    sent_to(people, posts, "党员花名册", ("序号", "姓名", "公民身份号码", "联系电话"))
    page = phone.new_page()
    come_in(page, people.overseer)
    page.goto("/board/year")
    expect(page.locator("h1")).to_contain_text("基层一年要交 24 份表")
    expect(page.get_by_text("正在数的是")).to_be_visible()
    _plain(page, *(each.name for each in posts))
    _work()
    page.goto("/board/year")  # the first job has only asked for the posts
    _work()
    expect(page.locator("h1")).to_contain_text("今后十二个月，要问", timeout=20_000)  # by itself
    _plain(page, *(each.name for each in posts), "田1禾")


def test_a_posts_year_leads_to_the_form_that_asks(
    people: People, phone: BrowserContext, come_in: ComeIn
) -> None:
    known("柳湾村", TIAN, QIU)
    sent(people)
    page = phone.new_page()
    come_in(page, people.post)
    page.goto("/desk/year")
    expect(page.locator("main")).to_contain_text("手上有 1 张有效的表")
    _work()
    expect(page.locator("h1")).to_contain_text("今后十二个月，要问您", timeout=20_000)
    _plain(page, TIAN.name, QIU.name)
    page.locator("main table a").first.click()
    expect(page).to_have_url(re.compile(r"/desk/\d+/$"))


def test_an_offices_year_tells_what_others_ask_too_and_only_its_own_forms(
    people: People, phone: BrowserContext, come_in: ComeIn
) -> None:
    for seat, title, more in (
        (people.issuer, "低保对象走访花名册", "血型"),
        (people.other_issuer, "低保对象取暖登记表", "煤球数量"),
    ):
        draft = bring_draft(seat.unit, f"{title}.xlsx", sheet(title, [*LABELS, more], ""), clock.now())
        said = Application("安排入户。", "方案第三条", 12, None, posts_of(seat.unit), "走访完即删。")
        submit(draft.number, said, clock.now())
        admit(draft.number, clock.today() + timedelta(days=180), clock.now())
    page = phone.new_page()
    come_in(page, people.issuer)
    page.click("text=我们一年要什么")
    expect(page.locator("h1")).to_contain_text("基层要给我们交")
    expect(page.locator("main")).to_contain_text("1 栏：冬季取暖方式")
    _plain(page, "煤球数量", *(each.unit.name for each in (people.post, people.colleague, people.outsider)))
