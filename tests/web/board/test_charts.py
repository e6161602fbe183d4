"""Figures stand by themselves: a script only where the library is at hand, nothing inline, the same figures in the table."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from qingzhuang.model.organisation import Seat
from qingzhuang.store.organisation.units import units
from tests.web.board.work import send, villages
from tests.web.conftest import People

Browser = Callable[[Seat | None], Client]
PAGES = ("/board/", "/board/months")


@pytest.fixture(autouse=True)
def _sent(people: People) -> None:
    town = next(each for each in units() if each.name == "青禾镇")
    send("低保名册", people.issuer.unit, villages(town, 6), (130.0, 10.0))


@pytest.mark.parametrize("path", PAGES)
def test_without_the_library_no_script_is_asked_for(
    people: People, as_: Browser, settings: Settings, path: str
) -> None:
    settings.CHARTS = ""
    page = as_(people.overseer).get(path).content.decode()
    assert "<script" not in page
    assert "看数" in page


@pytest.mark.parametrize("path", PAGES)
def test_with_it_only_our_own_small_script_is_loaded_first(
    people: People, as_: Browser, settings: Settings, path: str
) -> None:
    settings.CHARTS = "library/echarts-1.js"
    answer = as_(people.overseer).get(path)
    page = answer.content.decode()
    assert re.findall(r'<script[^>]* src="([^"]+)"', page) == ["/static/qz/board.js"]
    assert 'data-library="/static/library/echarts-1.js"' in page
    assert not re.findall(r"<script>|<style|\sstyle=|\son[a-z]+=", page)
    rule = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in rule
    assert "unsafe" not in rule


def test_each_row_of_each_table_carries_the_minutes_that_the_chart_draws(
    people: People, as_: Browser
) -> None:
    page = as_(people.overseer).get("/board/").content.decode()
    figures = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    drawn = [each for each in figures if "data-chart" in each]
    assert len(drawn) == 4
    for figure in drawn:
        assert "数的是：" in figure
        body = figure.partition("<tbody>")[2].partition("</tbody>")[0]
        assert body.count("<tr") == len(re.findall(r'data-before="\d+\.\d" data-after="\d+\.\d"', body)) > 0
