"""What the gate promises is what it shows afterwards; how often a title says is how often it is counted."""

import re

import pytest

from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_again, bring_draft
from qingzhuang.store.tasks.demands import demand
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known
from tests.web.gate.conftest import As


def _after(page: str) -> str:
    found = re.search(r"只[^，。]*，约 ([^，。]+)[，。]", page)
    assert found
    return found[1]


def test_a_short_form_costs_what_was_promised_when_it_was_offered(people: People, as_: As) -> None:
    for seat in (people.post, people.colleague, people.outsider):
        known(seat.unit.name, TIAN, QIU, person__sex="女")
    labels = ["姓名", "身份证号", "性别", "年龄", "出生日期", "取暖方式"]
    sent = bring_draft(people.issuer.unit, "走访.xlsx", sheet("党员冬季走访花名册", labels), clock.now())
    browser = as_(people.issuer)
    promised = _after(browser.get(f"/gate/{sent.number}").content.decode())
    page = browser.post(f"/gate/{sent.number}/shorter", follow=True).content.decode()
    assert _after(page) == promised
    assert "照现在这样发" not in page
    assert "稿子换成了短表" in page
    assert "（送审稿）" not in page, "a form's words without a mark are not shown as a letter"


def test_one_button_stands_out_where_a_shorter_form_is_offered(people: People, as_: As) -> None:
    for seat in (people.post, people.colleague, people.outsider):
        known(seat.unit.name, TIAN, QIU, person__sex="女")
    labels = ["姓名", "身份证号", "性别", "年龄", "出生日期", "取暖方式"]
    sent = bring_draft(people.issuer.unit, "走访.xlsx", sheet("党员走访花名册", labels), clock.now())
    page = as_(people.issuer).get(f"/gate/{sent.number}").content.decode()
    side = page[page.index("gate__side") : page.index('<details class="more sect__k">')]
    assert side.count('class="btn"') == 1
    assert '<button class="btn">就用这张短表' in side


@pytest.mark.parametrize(
    ("title", "times", "said"),
    [("留守老人工作周报表", 52, "每周"), ("值守情况日报表", 250, "每个工作日"), ("困难户月报表", 12, "每月")],
)
def test_how_often_the_title_says_is_counted_at_once_and_ticked_in_the_application(
    people: People, as_: As, title: str, times: int, said: str
) -> None:
    sent = bring_draft(people.issuer.unit, "表.xlsx", sheet(title, ["姓名", "取暖方式"]), clock.now())
    browser = as_(people.issuer)
    assert f"按一年 {times} 次" in browser.get(f"/gate/{sent.number}").content.decode()
    asked = browser.get(f"/gate/{sent.number}/apply").content.decode()
    assert re.search(rf'value="{times}" checked><span>{said}', asked)


def test_a_draft_replaced_by_one_of_another_rhythm_is_counted_anew(people: People) -> None:
    sent = bring_draft(people.issuer.unit, "表.xlsx", sheet("走访花名册", ["姓名", "取暖方式"]), clock.now())
    bring_again(sent, "表.xlsx", sheet("走访周报表", ["姓名", "取暖方式"]), clock.now())
    found = demand(sent.number)
    assert found is not None
    assert found.times_per_year == 52
