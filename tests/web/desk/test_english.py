"""The desk's pages are readable in English, and as they were in Chinese; what is kept or handed over stays Chinese."""

from collections.abc import Callable

from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.test_answer import page_of, row, send
from tests.web.desk.village import QIU, TIAN, card, known, sent, task_of
from tests.web.english import left_in_chinese

As = Callable[[Seat | None], Client]
DATA = {"联系电话", "公民身份号码", "姓名", "党员管理", "核对名册", "是否党员", "县民政局", "柳湾村", "序号"}


def english(browser: Client) -> Client:
    browser.cookies["qz_language"] = "en"
    return browser


def shown(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, address
    page = answer.content.decode()
    assert not left_in_chinese(page) - DATA, address
    return page


def test_every_page_of_the_desk_is_in_english(people: People, task: Task, as_: As) -> None:
    one = task_of(people, sent(people, "困难党员情况登记表", content=card()))
    task_of(people, sent(people, "另一份党员花名册", odd=True))
    browser = english(as_(people.post))
    at = f"/desk/{task.number}/"
    assert "to do today" in shown(browser, "/desk/")
    assert "to answer" in shown(browser, at)
    for address in ("", "?q=无此人", "sheet", "no/not_ours", "no/reported", "no/none"):
        shown(browser, at + address)
    shown(browser, f"/desk/{one.number}/?who=田")
    shown(browser, "/desk/calendar")
    browser.post(f"{at}hand")
    assert "has received" in shown(browser, f"{at}receipt?again=1")
    shown(browser, f"/desk/{one.number}/no/reported")


def test_a_field_answers_in_english(people: People, task: Task, as_: As) -> None:
    page = page_of(as_(people.post), task)
    browser = english(as_(people.post))
    beside = browser.post(
        f"/desk/{task.number}/", send(row(page, "田一禾"), "13900000001"), headers={"HX-Request": "true"}
    )
    assert "Saved" in beside.content.decode()
    assert not left_in_chinese(beside.content.decode())
    wrong = browser.post(f"/desk/{task.number}/", send(row(page, "邱二水"), "139", "?"))
    assert "also chose" in wrong.content.decode()
    assert not left_in_chinese(wrong.content.decode()) - DATA


def test_the_same_pages_stay_in_chinese_for_who_did_not_choose(people: People, task: Task, as_: As) -> None:
    english(as_(people.colleague)).get(f"/desk/{task.number}/")
    browser = as_(people.post)
    assert "件事，约" in browser.get("/desk/").content.decode()
    assert "边写边存" in browser.get(f"/desk/{task.number}/").content.decode()


def test_what_is_kept_and_handed_over_is_chinese_whoever_asks(people: People, task: Task, as_: As) -> None:
    browser = english(as_(people.post))
    page_of(browser, task)
    browser.post(f"/desk/{task.number}/hand")
    done = task_numbered(task.number)
    assert done is not None
    assert "联系电话：2 格" in done.reason
    assert "格" in done.how[0]
    known(people.post.unit.name, TIAN, QIU, file="走访名册.xlsx")
    other = task_of(people, sent(people, "党员走访花名册"))
    browser.post(f"/desk/{other.number}/no/reported", {"earlier": done.number})
    told = task_numbered(other.number)
    assert told is not None
    assert "日报给县民政局《党员花名册》" in told.reason
    letter = browser.get(f"/desk/{other.number}/letter").content.decode()
    assert "盼复。谢谢！" in letter
