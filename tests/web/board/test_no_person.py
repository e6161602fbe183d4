"""Nothing on the board can be grouped by person: not on a page, not by an address, not by what is kept, not by comparing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from typing import Any, get_args, get_type_hints

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from qingzhuang.model.month import Month
from qingzhuang.model.organisation import Role, Seat, Unit
from qingzhuang.model.work import Answer, Task
from qingzhuang.pipeline.months import Moved
from qingzhuang.pipeline.overview import Overview
from qingzhuang.pipeline.year_overview import YearOverview
from qingzhuang.store.board.months import note_month
from qingzhuang.store.board.shares import Summed, forget, realm
from qingzhuang.store.board.year import Put
from qingzhuang.store.models import Account, SeatRow, TaskRow
from qingzhuang.store.organisation.units import give_seat, open_account, units
from qingzhuang.store.tasks.demands import answer
from qingzhuang.web.board.cut import CutPage
from qingzhuang.web.board.monthly import MonthlyPage
from qingzhuang.web.board.months import MonthsPage
from qingzhuang.web.board.page import BoardPage
from qingzhuang.web.board.registers import RegistersPage
from qingzhuang.web.board.urls import urlpatterns
from qingzhuang.web.board.year import YearPage
from tests.web.board.register import register
from tests.web.board.work import send, villages
from tests.web.conftest import SINCE, People

Browser = Callable[[Seat | None], Client]
AT = datetime(2026, 10, 31, 9, tzinfo=UTC)
SHOWN = (
    "board",
    "board_months",
    "board_year",
    "board_cut",
    "board_registers",
    "board_clues",
    "board_monthly",
)
ASKED = (
    "?by=person&group=holder&village=1&unit=7&post=1&account=1&user=1&sort=minutes&order_by=-after&top=first"
)
KEPT = (
    *(BoardPage, MonthsPage, CutPage, RegistersPage, MonthlyPage, Overview, Summed, Month, Moved),
    *(YearPage, YearOverview, Put),
)


@pytest.fixture
def full(people: People) -> tuple[Unit, ...]:
    """A board with everything on it, behind it villages each with somebody who answered."""
    cache.clear()
    town = next(each for each in units() if each.name == "青禾镇")
    posts = villages(town, 6)
    for number, post in enumerate(posts):
        give_seat(open_account(f"clerk{number}", f"编名村{number}", None), post, Role.POST, SINCE)
    send("低保名册", people.issuer.unit, posts, (130.0, 60.0))
    send("老人名册", people.other_issuer.unit, posts, (90.0, 20.0))
    for number, row in enumerate(TaskRow.objects.order_by("pk")):
        TaskRow.objects.filter(pk=row.pk).update(before=100.0 + 10 * number, after=10.0 + number)
    answer(TaskRow.objects.earliest("pk").pk, Answer.HANDED, AT, receipt="QZ-1")
    note_month(realm(people.overseer.unit), AT)
    for number, who in enumerate(("村干部", "网格员", "护林员", "会计", "妇联主席")):
        said = {"words": f"{who}每天要在小程序里打卡。"}
        Client().post("/board/tip", said, REMOTE_ADDR=f"10.0.0.{number}")
    return posts


def _plain(page: bytes) -> str:
    """A page without what belongs to the request alone."""
    return re.sub(r'name="(?:csrfmiddlewaretoken|next)" value="[^"]+"', "", page.decode())


def _pages(browser: Client, query: str = "") -> dict[str, str]:
    return {name: _plain(browser.get(reverse(name) + query).content) for name in SHOWN}


def test_no_page_names_a_person_a_village_or_what_one_of_them_did(
    people: People, full: tuple[Unit, ...], as_: Browser
) -> None:
    browser = as_(people.overseer)
    bad = register(("村村拍", "县城管局", "ZW-1", "是", "是"))
    browser.post("/board/registers", {"file": SimpleUploadedFile("台账.xlsx", bad)})
    told = _pages(browser)
    for name, page in told.items():
        for account in Account.objects.exclude(pk=people.overseer.holder):
            assert account.name not in page, name
        for unit in (*full, people.post.unit, people.colleague.unit):
            assert unit.name not in page, name
        assert not re.search(r"QZ-1|clerk\d", page), name


def test_no_question_in_an_address_divides_figures_in_another_way(
    people: People, full: tuple[Unit, ...], as_: Browser
) -> None:
    browser = as_(people.overseer)
    assert _pages(browser, ASKED) == _pages(browser)


def test_no_address_of_the_board_takes_a_person_or_a_post() -> None:
    taken = {name for each in urlpatterns for name in each.pattern.converters}
    assert taken <= {"number", "kind"}
    assert [each.name for each in urlpatterns if "number" in each.pattern.converters] == [
        "board_run",
        "run_list",
    ]


def test_who_did_which_part_cannot_be_told_by_comparing(
    people: People, full: tuple[Unit, ...], as_: Browser
) -> None:
    """Each post's minutes and answers change places with another's of the same kind: no page changes."""
    browser = as_(people.overseer)
    before = _pages(browser)
    first = list(TaskRow.objects.order_by("demand", "pk").values("pk", "demand", "before", "after", "said"))
    for demand in {row["demand"] for row in first}:
        rows = [row for row in first if row["demand"] == demand]
        for row, other in zip(rows, reversed(rows), strict=True):
            TaskRow.objects.filter(pk=row["pk"]).update(
                before=other["before"], after=other["after"], said=other["said"]
            )
    forget()
    assert _pages(browser) == before


def _reached(kind: Any, seen: set[Any]) -> Iterator[Any]:
    """All classes that stand somewhere in the fields of a class."""
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    inner = get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        inner = (*inner, *(hints[each.name] for each in fields(kind)))
    for each in inner:
        yield from _reached(each, seen)


@pytest.mark.parametrize("page", KEPT, ids=lambda page: page.__name__)
def test_nothing_that_a_page_is_made_of_holds_a_person_or_one_posts_work(page: type) -> None:
    for kind in _reached(page, set()):
        assert kind not in (Seat, Task, Account, SeatRow, TaskRow)
        if is_dataclass(kind) and isinstance(kind, type):
            assert not {each.name for each in fields(kind)} & {
                "holder",
                "account",
                "person",
                "village",
                "seat",
            }


def test_what_the_board_keeps_points_to_no_account_seat_or_task() -> None:
    kept = [each for each in apps.get_models() if each._meta.db_table.startswith("board_")]
    assert len(kept) == 3
    for model in kept:
        pointed = {each.related_model for each in model._meta.get_fields() if each.is_relation}
        assert not pointed & {Account, SeatRow, TaskRow}, model
