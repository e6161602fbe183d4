"""The month's report stands on paper by itself: no navigation, no person, no village."""

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.store.organisation import units
from tests.web.board.register import register
from tests.web.board.work import send, villages
from tests.web.conftest import People

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
    for name in ("桥村", "村村拍", "编名", "<nav", "<script"):
        assert name not in page


def test_it_says_so_when_there_is_nothing_to_show(people: People, as_: Browser) -> None:
    page = as_(people.overseer).get("/board/monthly").content.decode()
    assert "不显示" in page
