"""What nobody could read is not shown as clean, and what was sent back says so first."""

import io

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from qingzhuang.model.work import Stage
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import apply, bring_draft
from qingzhuang.store.tasks.demands import Application, demand, send_back
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.gate.conftest import DRAFT, As, upload

PAGE = "<html><body><p>请各村报姓名、收入。</p></body></html>".encode()
FORM = "<html><body><table><tr><td>姓名</td><td>收入</td></tr><tr><td></td><td></td></tr></table></body></html>".encode()


def _headless() -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    line = Side(style="thin")
    for at in ("A1", "B1", "A2", "B2", "A3", "B3"):
        page[at].border = Border(line, line, line, line)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("数.xlsx", _headless(), "QZ-R009"), ("名册.xlsx", PAGE, "QZ-R002"), ("名册.xls", PAGE, "QZ-R002")],
)
def test_what_is_called_a_table_and_holds_none_is_told_and_not_kept(
    people: People, as_: As, name: str, content: bytes, code: str
) -> None:
    answer = as_(people.issuer).post("/gate/", upload(name, content))
    assert answer.status_code == 400
    page = answer.content.decode()
    assert code in page
    assert "没有留下任何东西" in page
    assert "没有查到要改的" not in page


def test_a_page_that_is_called_a_page_is_read_as_a_notice(people: People, as_: As) -> None:
    page = as_(people.issuer).post("/gate/", upload("通知.html", PAGE), follow=True).content.decode()
    assert "通知稿" in page


@pytest.mark.parametrize("name", ["名册.xls", "名册.html"])
def test_a_page_with_a_table_is_a_form_whatever_it_is_called(people: People, as_: As, name: str) -> None:
    page = as_(people.issuer).post("/gate/", upload(name, FORM), follow=True).content.decode()
    assert "通知稿" not in page
    assert "收入" in page


def test_what_was_sent_back_opens_with_that_and_may_be_thrown_away(people: People, as_: As) -> None:
    sent = bring_draft(people.issuer.unit, "表.xlsx", sheet("取暖登记表", ["姓名", "取暖方式"]), clock.now())
    apply(sent.number, Application("发取暖补助", "方案第三条", 1, None, (people.post.unit,)), clock.now())
    send_back(sent.number, "第三栏台账里有，去掉。", clock.now())
    browser = as_(people.issuer)
    page = browser.get(f"/gate/{sent.number}").content.decode()
    assert '<h1 class="say__t">减负办请您再看</h1>' in page
    assert page.index("第三栏台账里有") < page.index("没有查到要改的")
    assert "这份不要了" in page
    assert browser.post(f"/gate/{sent.number}/discard").status_code == 302
    assert demand(sent.number) is None


def test_a_form_with_findings_that_was_sent_back_still_says_how_many(people: People, as_: As) -> None:
    sent = bring_draft(people.issuer.unit, "走访.xlsx", DRAFT, clock.now())
    apply(sent.number, Application("发取暖补助", "方案第三条", 1, None, (people.post.unit,)), clock.now())
    assert send_back(sent.number, "请改。", clock.now()).stage is Stage.RETURNED
    assert "2 处要改" in as_(people.issuer).get(f"/gate/{sent.number}").content.decode()


def test_a_program_at_the_gate_is_told_all_that_can_be_read(people: People, as_: As) -> None:
    page = (
        as_(people.issuer).post("/gate/", upload("装.exe", b"MZ" + bytes(range(256)) * 20)).content.decode()
    )
    assert "QZ-R046" in page
    assert ".xlsx" in page.partition("QZ-R046")[0].rpartition("<p")[2]


def test_a_list_of_nobody_known_is_told_before_it_is_admitted(people: People, as_: As) -> None:
    columns = ["姓名", "联系电话", "取暖方式"]
    sent = bring_draft(people.issuer.unit, "雅集.xlsx", sheet("霞浦雅集名册", columns), clock.now())
    told = "村里看不出这张表要填谁（标题里的“霞浦雅集”没有读懂）"
    browser = as_(people.issuer)
    for page in (f"/gate/{sent.number}", f"/gate/{sent.number}/apply"):
        assert told in browser.get(page).content.decode()
    apply(sent.number, Application("办雅集", "方案第三条", 1, None, (people.post.unit,)), clock.now())
    assert told in as_(people.overseer).get(f"/gate/waiting/{sent.number}").content.decode()
    clear = bring_draft(people.issuer.unit, "低保.xlsx", sheet("低保对象名册", columns), clock.now())
    assert "看不出" not in browser.get(f"/gate/{clear.number}").content.decode()


def test_a_broken_table_is_not_asked_of_the_issuer_by_the_issuer(people: People, as_: As) -> None:
    broken = b"PK\x03\x04" + bytes(range(256)) * 8
    for content in (broken, PAGE, b"not a table at all"):
        page = as_(people.issuer).post("/gate/", upload("表.xlsx", content)).content.decode()
        assert "请向发表单位" not in page
        assert "请换一份能打开的文件" in page
