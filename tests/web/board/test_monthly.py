"""The month's report stands on paper by itself: no navigation, no person, no village."""

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import docx
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.board.months import note_month
from qingzhuang.store.board.shares import realm
from qingzhuang.store.organisation.units import units
from qingzhuang.store.tasks.demands import end
from tests.web.board.register import register
from tests.web.board.work import send, villages
from tests.web.conftest import NAMES, People

Browser = Callable[[Seat | None], Client]


def test_it_gathers_minutes_cuts_and_findings(people: People, as_: Browser) -> None:
    town = next(each for each in units() if each.name == "青禾镇")
    posts = villages(town, 6)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    send("老人名册", people.other_issuer.unit, posts, (130.0, 10.0))
    browser = as_(people.overseer)
    rows = register(("村村拍", "县城管局", "ZW-1", "是", "是"))
    browser.post("/board/registers", {"file": SimpleUploadedFile("台账.xlsx", rows)})
    page = browser.get("/board/monthly").content.decode()
    for said in ("每月卸下", "县民政局", "手填每月少", "应用、账号与群", "算法", "制表"):
        assert said in page
    for name in ("桥村", "村村拍", *NAMES.values(), "<nav", "<script"):
        assert name not in page


def test_it_says_so_when_there_is_nothing_to_show(people: People, as_: Browser) -> None:
    page = as_(people.overseer).get("/board/monthly").content.decode()
    assert "不显示" in page


def test_it_holds_today_against_the_month_that_was_noted(people: People, as_: Browser) -> None:
    town = next(each for each in units() if each.name == "青禾镇")
    posts = villages(town, 6)
    send("低保名册", people.issuer.unit, posts, (130.0, 10.0))
    gone = send("改厕摸底", people.other_issuer.unit, posts, (130.0, 60.0))
    note_month(realm(people.overseer.unit), datetime(2026, 10, 31, 9, tzinfo=UTC))
    end(gone, clock.now() - timedelta(days=1))
    page = as_(people.overseer).get("/board/monthly").content.decode()
    assert "2026 年 10 月 31 日以来，轻 " in page
    assert "《改厕摸底》" in page


def test_the_document_says_what_the_page_says(people: People, as_: Browser) -> None:
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    browser = as_(people.overseer)
    answer = browser.get("/board/monthly.docx")
    assert "减负月报.docx" in unquote(answer.headers["Content-Disposition"])
    made = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    words = " ".join([*(each.text for each in made.paragraphs), *cells])
    page = browser.get("/board/monthly").content.decode()
    assert "每月卸下" in words
    assert "县民政局" in cells
    assert "桥村" not in words
    for figure in (each for each in cells if each.endswith("分")):
        assert figure in page
    for seat in (people.post, people.issuer, people.admin):
        assert as_(seat).get("/board/monthly.docx").status_code == 403


def test_the_document_of_few_posts_tells_no_minutes(people: People, as_: Browser) -> None:
    answer = as_(people.overseer).get("/board/monthly.docx")
    made = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    assert made.tables == []
    assert "不显示" in " ".join(each.text for each in made.paragraphs)


def test_the_documents_headings_stand_in_its_outline(people: People, as_: Browser) -> None:
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))
    answer = as_(people.overseer).get("/board/monthly.docx")
    made = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    headings = [each.text for each in made.paragraphs if each.style and each.style.name == "Heading 1"]
    assert {"哪类岗位", "怎么来的", "谁发的"} <= set(headings)
