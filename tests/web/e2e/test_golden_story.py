"""The whole road in a browser: a draft with two breaches becomes a lawful form, a post answers what nobody knew, the
issuer's own file comes out complete, the board shows the minutes, and the trail verifies."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from qingzhuang.cli.audit import verify_trail
from qingzhuang.model.organisation import Seat
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.organisation.units import units
from qingzhuang.store.trail import verify
from tests.pipeline.drafts import sheet
from tests.web.album import picture
from tests.web.board.work import villages
from tests.web.browser import NARROW, browser, cookie_of, fits, follow, page_of, violations
from tests.web.conftest import People
from tests.web.desk.village import TIAN, known, person

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]
TITLE = "党员花名册"
NOTE = "填表说明：1. 每户须上传走访照片，没有照片的不予认可。2. 请各村干部每天在“青禾通”APP上打卡，不得遗漏。"
LABELS = [
    "姓名", "公民身份号码", "性别", "出生日期", "年龄", "民族", "文化程度", "所在村", "家庭住址",
    "政治面貌", "入党时间", "是否党员", "婚姻状况", "户籍性质", "户籍地址", "职业", "健康状况", "与户主关系",
    "联系电话", "微信号", "特长", "是否低保对象",
]  # fmt: skip
TOLD: dict[str, Scalar] = {
    "person__nation": "汉族", "person__education": "高中", "person__live_addr": "柳湾村三组", "person__politics": "中共党员",
    "party__join_date": date(1995, 7, 1), "person__marital": "已婚", "person__hukou_type": "农业户口",
    "person__hukou_addr": "柳湾村三组", "person__health": "健康", "relief__is_low_income": "否",
    "person__relation_to_head": "户主",
}  # fmt: skip


NEIGHBOURS = ("田春生", "邱望山", "石青禾", "韩秋水", "卢一帆", "薛文清")
SAID = {"联系电话": "13900000001", "微信号": "tianyihe", "特长": "木工", "职业": "务农"}


def _good(page: Page) -> None:
    assert fits(page), page.url
    assert violations(page) == [], page.url


def _drafted(page: Page, base: str, draft: Path) -> None:
    """The issuer drops a draft: two sentences break rules, and 18 of its 22 columns are known already."""
    page.goto(f"{base}/gate/")
    picture(page, "issuer-drop")
    page.set_input_files("input[type=file]", draft)
    page.get_by_role("button", name="看一眼").click()
    expect(page.locator("h1")).to_have_text("改好这 2 处，再发")
    expect(page.locator("article.find--breach")).to_have_count(2)
    expect(page.get_by_role("img", name="22 栏已有 18 栏")).to_be_visible()
    picture(page, "issuer-findings")
    picture(page, "issuer-columns", page.get_by_role("img", name="22 栏已有 18 栏"))
    _good(page)


def _applied(page: Page) -> None:
    follow(page, page.get_by_role("link", name="申请准入"))
    for name, words in {
        "purpose": "核对党员底数。",
        "basis": "党员管理，每月核对一次。",
        "personal_purpose": "只用于核对，核完即删。",
    }.items():
        page.fill(f"#id_{name}", words)
    page.locator("input[name=times][value='12']").check()
    picture(page, "issuer-apply", page.locator("h1"))
    _good(page)
    page.get_by_role("button", name="送给减负办").click()
    expect(page.locator("h1")).to_have_text("送去了，在等准入")


def _admitted(page: Page, base: str) -> None:
    page.goto(f"{base}/gate/waiting")
    follow(page, page.get_by_role("link", name=TITLE))
    picture(page, "overseer-decide")
    _good(page)
    page.get_by_role("button", name="准入，给编号").click()
    expect(page.locator("h1")).to_have_text("没有表在等")


def _answered(page: Page, base: str, folder: Path) -> Path:
    """The post is asked what nobody knows: four questions, on a phone. Then the issuer's own form is complete."""
    page.goto(f"{base}/desk/")
    picture(page, "post-today")
    _good(page)
    follow(page, page.get_by_role("link", name="答这 4 问"))
    picture(page, "post-questions")
    for column, words in SAID.items():
        field = page.get_by_label(f"田一禾：{column}").last
        field.fill(words)
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            field.blur()
    expect(page.get_by_text("已存")).to_have_count(len(SAID))
    picture(page, "post-saved", page.get_by_label("田一禾：联系电话").last)
    _good(page)
    page.get_by_role("button", name="交给县民政局").click()
    page.get_by_role("heading", name=f"县民政局已收到《{TITLE}》").wait_for()
    picture(page, "post-receipt")
    _good(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="下载").first.click()
    kept = folder / "交出.xlsx"
    taken.value.save_as(kept)
    return kept


def _seen(page: Page, base: str) -> None:
    """The board shows the minutes of the form before and after: fewer are left than it would cost by hand."""
    page.goto(f"{base}/board/")
    expect(page.locator("h1")).to_contain_text("每月卸下")
    expect(page.locator(".say__day")).to_contain_text("1 张表")
    freed, left = (float(each) for each in page.locator("h1 b").all_inner_texts())
    assert freed > 0
    assert left > 0
    picture(page, "overseer-board")
    _good(page)


def _followed(page: Page, base: str) -> None:
    page.goto(f"{base}/gate/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("h1")).to_contain_text("1 个")
    picture(page, "issuer-follow")
    _good(page)


def test_from_a_draft_with_breaches_to_a_complete_form_and_a_trail_that_verifies(
    people: People, as_: As, live_server: LiveServer, tmp_path: Path
) -> None:
    others = villages(next(each for each in units() if each.name == "青禾镇"), 6)
    for number, village in enumerate((people.post.unit, *others)):  # the board shows no small group
        known(village.name, TIAN if not number else person(number + 10, NEIGHBOURS[number - 1]), **TOLD)  # type: ignore[arg-type]
    draft = tmp_path / "党员花名册.xlsx"
    draft.write_bytes(sheet(TITLE, LABELS, NOTE))
    cookies = {name: cookie_of(as_(getattr(people, name))) for name in ("issuer", "overseer", "post")}
    with browser() as opened:
        issuer = page_of(opened, live_server.url, cookies["issuer"])
        overseer = page_of(opened, live_server.url, cookies["overseer"])
        post = page_of(opened, live_server.url, cookies["post"], NARROW)
        _drafted(issuer, live_server.url, draft)
        _applied(issuer)
        _admitted(overseer, live_server.url)
        filled = _answered(post, live_server.url, tmp_path)
        _seen(overseer, live_server.url)
        _followed(issuer, live_server.url)
    page = openpyxl.load_workbook(io.BytesIO(filled.read_bytes())).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[1] == LABELS, "the form is the issuer's own"
    row = dict(zip(LABELS, rows[2], strict=True))
    assert [label for label, value in row.items() if value in (None, "")] == []
    assert (row["姓名"], row["公民身份号码"]) == ("田一禾", TIAN.key)
    assert {label: row[label] for label in SAID} == SAID
    assert verify().broken is None
    assert CliRunner().invoke(verify_trail).exit_code == 0
