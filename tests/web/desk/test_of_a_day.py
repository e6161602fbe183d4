"""A village is asked for a figure as of the day that the form states, with the last known one and its day beside it."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.models import FactRow
from tests.web.conftest import People
from tests.web.desk.test_answer import BESIDE, fields, page_of, send
from tests.web.desk.village import TIAN, known, sent, task_of

As = Callable[[Seat | None], Client]
HEADS = ("序号", "村名", "户籍人口数")


def test_the_last_figure_is_told_with_its_day_and_the_new_one_kept_as_of_the_forms_day(
    people: People, as_: As
) -> None:
    today = clock.today()
    day = today - timedelta(days=60)
    known("柳湾村", TIAN)
    client = as_(people.post)
    task, again = (
        task_of(people, sent(people, f"各村人口统计表（截至{each.year}年{each.month}月{each.day}日）", HEADS))
        for each in (day, today)
    )
    (row,) = fields(page_of(client, task))
    client.post(f"/desk/{task.number}/", send(row, "812"), headers=BESIDE)
    (fact,) = FactRow.objects.filter(element__contains="population")
    assert fact.as_of == day
    page = page_of(client, again)
    assert f"截至 {day.isoformat()} 是 812" in page
    assert f"这张表要 {today.isoformat()} 的数" in page
    assert 'value="812"' not in page, "what was answered for the other day is not given here"
    assert "812" not in client.get(f"/desk/{again.number}/sheet").content.decode()
    (row,) = fields(page)
    client.post(f"/desk/{again.number}/", send(row, "", "=812"), headers=BESIDE)
    rows = FactRow.objects.filter(element=fact.element).order_by("as_of")
    assert [each.as_of for each in rows] == [day, today]
    assert "812" in client.get(f"/desk/{again.number}/sheet").content.decode()


def test_a_day_to_come_is_told_and_not_asked(people: People, as_: As) -> None:
    day = clock.today() + timedelta(days=30)
    known("柳湾村", TIAN)
    task = task_of(people, sent(people, f"各村人口统计表（截至{day.year}年{day.month}月{day.day}日）", HEADS))
    page = page_of(as_(people.post), task)
    assert not fields(page)
    assert f"这张表要 {day.isoformat()} 的数，那天还没到，到那天再答" in page


def test_two_columns_of_two_days_are_two_questions_each_kept_as_of_its_own_day(
    people: People, as_: As
) -> None:
    days = [clock.today() - timedelta(days=each) for each in (60, 10)]
    heads = [f"户籍人口数（截至{each.year}年{each.month}月{each.day}日）" for each in days]
    known("柳湾村", TIAN)
    client = as_(people.post)
    task = task_of(people, sent(people, "各村人口统计表", ("序号", "村名", *heads)))
    for number, row in zip(("812", "820"), fields(page_of(client, task)), strict=True):
        client.post(f"/desk/{task.number}/", send(row, number), headers=BESIDE)
    said = FactRow.objects.filter(element__contains="population").order_by("as_of")
    assert [(each.as_of, str(each.told.value)) for each in said] == [(days[0], "812"), (days[1], "820")]
    sheet = client.get(f"/desk/{task.number}/sheet").content.decode()
    assert "812" in sheet
    assert "820" in sheet
