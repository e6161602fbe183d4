"""Before a form goes out what is doubtful in it is shown once; nothing is held up, and the sender's decision is kept."""

import io
from collections.abc import Callable

import openpyxl
from django.test import Client
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store.models import TrailRow
from qingzhuang.store.tasks.demands import task as task_numbered
from tests.web.conftest import People
from tests.web.desk.village import known, person, sent, task_of

As = Callable[[Seat | None], Client]
WHO = person(1, "田一禾")


def blank(*, bounded: bool = False, phone: str = "联系电话") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["党员花名册"])
    sheet.append(["姓名", "公民身份号码", phone])
    sheet.merge_cells("A1:C1")
    edge = Side("thin")
    for cells in sheet["A2:C6"]:
        for cell in cells:
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    if bounded:
        rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1="2")
        rule.add("A3:A6")
        sheet.add_data_validation(rule)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def demanded(people: People, *, bounded: bool = False) -> Task:
    known("柳湾村", WHO, person__phone="1390000")
    return task_of(people, sent(people, content=blank(bounded=bounded)))


def after(task: Task) -> Task:
    found = task_numbered(task.number)
    assert found is not None
    return found


def test_what_is_doubtful_is_shown_before_it_goes_out_with_the_way_to_its_answer(
    people: People, as_: As
) -> None:
    task = demanded(people)
    client = as_(people.post)
    answer = client.post(f"/desk/{task.number}/hand")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "送出前看一眼" in page
    assert "电话位数不对" in page
    assert "改田一禾的" in page
    assert WHO.key not in page
    assert after(task).said is Answer.OPEN


def test_it_goes_out_all_the_same_and_the_word_stays_in_receipt_and_trail(people: People, as_: As) -> None:
    task = demanded(people)
    client = as_(people.post)
    page = client.post(
        f"/desk/{task.number}/hand", {"anyway": "1", "why": "就是这个号"}, follow=True
    ).content.decode()
    assert after(task).said is Answer.HANDED
    assert "照样送出：就是这个号" in page
    assert "存疑：联系电话（1 处）" in page
    (step,) = TrailRow.objects.filter(act="handed")
    assert "照样送出：就是这个号" in step.detail


def test_what_the_issuers_own_file_refuses_needs_a_word_and_no_more(people: People, as_: As) -> None:
    """The form says which entry it refuses and what it takes; with a word it goes out."""
    task = demanded(people, bounded=True)
    client = as_(people.post)
    refused = client.post(f"/desk/{task.number}/hand", {"anyway": "1", "why": " "})
    assert refused.status_code == 422
    assert "表自己不收这个内容" in refused.content.decode()
    assert after(task).said is Answer.OPEN
    client.post(f"/desk/{task.number}/hand", {"anyway": "1", "why": "名字就是三个字"})
    assert after(task).said is Answer.HANDED


def test_a_form_without_doubts_goes_out_at_once(people: People, task: Task, as_: As) -> None:
    assert as_(people.post).post(f"/desk/{task.number}/hand").status_code == 302
    assert after(task).said is Answer.HANDED


def test_cells_that_the_form_requires_and_nobody_knows_are_shown_before_it_goes_out(
    people: People, as_: As
) -> None:
    known("柳湾村", WHO)
    task = task_of(people, sent(people, content=blank(phone="联系电话*")))
    client = as_(people.post)
    page = client.post(f"/desk/{task.number}/hand").content.decode()
    assert "送出前看一眼" in page
    assert "联系电话" in page
    assert after(task).said is Answer.OPEN
    page = client.post(f"/desk/{task.number}/hand", {"anyway": "1"}, follow=True).content.decode()
    assert after(task).said is Answer.HANDED
    assert "存疑：" not in page


def test_the_issuer_sees_which_of_its_checks_did_not_hold_and_no_village_beside_it(
    people: People, as_: As
) -> None:
    task = demanded(people)
    client = as_(people.post)
    client.post(f"/desk/{task.number}/hand", {"anyway": "1"})
    from qingzhuang.store.models import TaskRow

    TaskRow.objects.filter(pk=task.number).update(reason="对不上：合计=男+女：2 处\n照样送出：数对")
    page = as_(people.issuer).get(f"/gate/{task.demand.number}/follow").content.decode()
    assert "“合计=男+女”有 2 处没有对上" in page
    assert "数对" not in page
