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
from qingzhuang.store.organisation import units
from qingzhuang.store.trail import verify
from tests.pipeline.drafts import sheet
from tests.web.board.work import villages
from tests.web.browser import NARROW, browser, cookie_of, fits, page_of, violations
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
As = Callable[[Seat | None], Client]
TITLE = "党员花名册"
NOTE = "填表说明：1. “危房通”APP打卡率每周五排名通报。2. 每户须上传走访照片，没有照片的不予认可。"
LABELS = [
    "序号", "姓名", "公民身份号码", "性别", "出生日期", "年龄", "民族", "文化程度", "所在村", "家庭住址",
    "政治面貌", "入党时间", "是否党员", "婚姻状况", "户籍性质", "户籍地址", "职业", "健康状况", "与户主关系",
    "联系电话", "微信号", "特长",
]  # fmt: skip
TOLD: dict[str, Scalar] = {
    "person__nation": "汉族", "person__education": "高中", "person__live_addr": "柳湾村三组", "person__politics": "中共党员",
    "party__join_date": date(1995, 7, 1), "person__marital": "已婚", "person__hukou_type": "农业户口",
    "person__hukou_addr": "柳湾村三组", "person__occupation": "务农", "person__health": "健康",
    "person__relation_to_head": "户主", "person__wechat": "tianyihe", "person__skill": "木工",
}  # fmt: skip


def _good(page: Page) -> None:
    assert fits(page), page.url
    assert violations(page) == [], page.url


def _drafted(page: Page, base: str, draft: Path) -> None:
    page.goto(f"{base}/gate/")
    page.set_input_files("input[type=file]", draft)
    page.get_by_role("button", name="看一眼").click()
    expect(page.locator("article.find")).to_have_count(2)
    _good(page)


def _applied(page: Page) -> None:
    page.get_by_role("link", name="申请准入").click()
    for name, words in {
        "purpose": "核对党员底数。",
        "basis": "党员管理，每季度核对一次。",
        "personal_purpose": "只用于核对，核完即删。",
    }.items():
        page.fill(f"#id_{name}", words)
    page.get_by_role("button", name="送给减负办").click()
    expect(page.locator("h1")).to_have_text("送去了，在等准入")


def _admitted(page: Page, base: str) -> None:
    page.goto(f"{base}/gate/waiting")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="准入，给编号").click()
    expect(page.locator("h1")).to_have_text("没有表在等")


def _answered(page: Page, base: str, folder: Path) -> Path:
    page.goto(f"{base}/desk/")
    _good(page)
    page.get_by_role("link", name="答这").first.click()
    for who, number in (("田一禾", "13900000001"), ("邱二水", "13900000002")):
        field = page.get_by_label(f"{who}：联系电话").last
        field.fill(number)
        field.blur()
        page.get_by_text("已存").first.wait_for()
    _good(page)
    page.get_by_role("button", name="交给县民政局").click()
    page.get_by_role("heading", name=f"县民政局已收到《{TITLE}》").wait_for()
    with page.expect_download() as taken:
        page.get_by_role("link", name="下载").first.click()
    kept = folder / "交出.xlsx"
    taken.value.save_as(kept)
    return kept


def test_from_a_draft_with_breaches_to_a_complete_form_and_a_trail_that_verifies(
    people: People, as_: As, live_server: LiveServer, tmp_path: Path
) -> None:
    villages(next(each for each in units() if each.name == "青禾镇"), 6)  # the board shows no small group
    known("柳湾村", TIAN, QIU, **TOLD)  # type: ignore[arg-type]
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
        overseer.goto(f"{live_server.url}/board/")
        expect(overseer.locator("h1")).to_contain_text("每月卸下")
        _good(overseer)
        issuer.goto(f"{live_server.url}/gate/")
        issuer.get_by_role("link", name=TITLE).click()
        expect(issuer.locator("h1")).to_contain_text("1 个")
    book = openpyxl.load_workbook(io.BytesIO(filled.read_bytes()))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    shown = {str(row[1]): row for row in rows if row[1] in ("田一禾", "邱二水")}
    assert shown["田一禾"][19] == "13900000001"
    assert shown["邱二水"][19] == "13900000002"
    assert shown["田一禾"][2] == TIAN.key
    assert verify().broken is None
    assert CliRunner().invoke(verify_trail).exit_code == 0
