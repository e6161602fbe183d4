"""The month's report of a busy county stands on two sheets of A4."""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import BrowserContext, Page
from pypdf import PdfReader

from qingzhuang.model.organisation import Seat, UnitKind
from qingzhuang.store.board.months import note_month
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation.units import add_unit, units
from tests.web.board.register import register
from tests.web.board.work import send, villages
from tests.web.conftest import People

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
BAD = ("村村拍", "县城管局", "ZW-1", "是", "是")


def test_a_busy_countys_month_is_two_sheets(
    people: People,
    phone: BrowserContext,
    come_in: Callable[[Page, Seat], None],
    as_: Callable[[Seat | None], Client],
) -> None:
    known = {each.name: each for each in units()}
    posts = villages(known["青禾镇"], 6)
    offices = [add_unit(f"县第{number}局", UnitKind.OFFICE, known["云泽县"]) for number in range(14)]
    for number, office in enumerate(offices[:7]):
        send(f"第{number}类困难对象走访登记名册", office, posts, (130.0 + number, 10.0 + 3 * number))
    note_month(realm(people.overseer.unit), datetime(2026, 10, 31, 9, tzinfo=UTC))
    for number, office in enumerate(offices):
        send(f"第{number}类特殊人群情况摸底名册", office, posts, (90.0 + number, 40.0))
    as_(people.overseer).post(
        "/board/registers", {"file": SimpleUploadedFile("台账.xlsx", register(BAD, BAD, BAD))}
    )
    page = phone.new_page()
    come_in(page, people.overseer)
    page.goto("/board/monthly")
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    assert len(sheets) == 2
    assert "制表" in sheets[1].extract_text()
