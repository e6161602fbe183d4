"""Finding somebody in one's own ledger, and looking at what is known."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.model.fact import Fact, Source, Subject
from qingzhuang.model.organisation import Role, Seat, UnitKind
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.models import TrailRow
from qingzhuang.store.organisation.units import give_seat, open_account, units
from qingzhuang.store.trail import verify
from tests.web.conftest import SINCE, People
from tests.web.desk.village import QIU, SHI, TIAN, known, person

As = Callable[[Seat | None], Client]
SHAN = person(7, "单若曾")


@pytest.fixture(autouse=True)
def _village(people: People) -> None:
    known(people.post.unit.name, TIAN, QIU, SHAN, person__phone="13900000042")
    known(people.colleague.unit.name, SHI)


def at(subject: Subject, more: str = "") -> str:
    """The address of a subject's page."""
    return f"/ledger/{numbers({subject})[subject]}/{more}"


def told(subject: Subject, element: str, value: str, days: int = 0, lasts: int | None = None) -> None:
    """Let somebody say something so many days ago."""
    on = clock.today() - timedelta(days=days)
    until = None if lasts is None else on + timedelta(days=lasts)
    record([Fact(subject, element, value, on, Source(""), "编名走访", clock.now(), until)])


def page(client: Client, address: str) -> str:
    """What a page says."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("田一禾", ["田一禾"]),
        ("一", ["田一禾"]),
        ("tyh", ["田一禾"]),
        ("QE", ["邱二水"]),
        ("src", ["单若曾"]),
        ("drz", ["单若曾"]),
        (TIAN.key[-4:], ["田一禾"]),
        (TIAN.key, ["田一禾"]),
        (TIAN.key[-3:], []),
        ("石三川", []),
        ("ssc", []),
        (SHI.key[-4:], []),
        ("不在的人", []),
    ],
)
def test_one_field_finds_by_name_by_its_sounds_and_by_the_end_of_the_number(
    typed: str, found: list[str], people: People, as_: As
) -> None:
    """Only in one's own village; three figures mean too many people."""
    shown = page(as_(people.post), f"/ledger/?q={typed}")
    assert re.findall(r'class="hit" href="/ledger/\d+/">([^<]+)<', shown) == found


def test_a_township_finds_in_its_own_villages_only(people: People, as_: As) -> None:
    town = next(each for each in units(kinds=(UnitKind.TOWNSHIP,)) if each.name == "青禾镇")
    known("南屏村", person(9, "南外人"))
    clerk = as_(give_seat(open_account("clerk", "编名镇里", None), town, Role.POST, SINCE))
    shown = page(clerk, "/ledger/?k=person")
    assert "田一禾" in shown
    assert "石三川" in shown
    assert "南外人" not in shown


def test_nobody_else_may_look_at_a_subject(people: People, as_: As) -> None:
    """Neither the next village nor another town; nor may they see its numbers."""
    for seat in (people.colleague, people.outsider):
        client = as_(seat)
        for answer in (client.get(at(TIAN)), client.post(at(TIAN, "whole"), {"why": "reach"})):
            assert answer.status_code == 403
            assert "田一禾" not in answer.content.decode()
    assert as_(people.post).get("/ledger/999999/").status_code == 404
    assert as_(people.post).get(f"/ledger/{10**30}/").status_code == 404


def test_whom_nobody_said_a_village_of_belongs_to_nobody(people: People, as_: As) -> None:
    told(person(11, "无村人"), "person.phone", "13900000099")
    assert "无村人" not in page(as_(people.post), "/ledger/?k=person")


def test_a_page_shows_each_fact_with_source_day_and_expiry(people: People, as_: As) -> None:
    told(TIAN, "person.hearing", "重听", days=400, lasts=365)
    shown = page(as_(people.post), at(TIAN))
    assert "柳湾村党员名册.xlsx" in shown
    assert "编名走访当面问的" in shown
    assert '<span class="stale">重听，待核</span>' in shown
    assert f"{clock.today() - timedelta(days=35)} 已过" in shown


def test_numbers_keep_four_figures_until_a_purpose_is_given(people: People, as_: As) -> None:
    client = as_(people.post)
    shown = page(client, at(TIAN))
    assert TIAN.key not in shown
    assert "13900000042" not in shown
    assert TIAN.key[:6] not in shown
    assert f"*{TIAN.key[-4:]}" in shown
    assert "*******0042" in shown
    answer = client.post(at(TIAN, "whole"), {"why": "reach", "words": "问医保"})
    whole = answer.content.decode()
    assert TIAN.key in whole
    assert "13900000042" in whole
    assert "no-store" in answer["Cache-Control"], "the browser keeps no copy"
    assert TIAN.key not in page(client, at(TIAN)), "on that page only"
    step = TrailRow.objects.get(act="unmasked")
    assert step.purpose == "要联系本人：问医保"
    assert step.thing == f"subject {numbers({TIAN})[TIAN]}"
    assert verify().broken is None


@pytest.mark.parametrize(
    "said", [{}, {"why": "x"}, {"why": "other"}, {"why": "other", "words": " \u202e "}, {"why": "reach", "words": "长" * 100_000}, {"why": "reach", "words": "a\0b"}]
)  # fmt: skip
def test_without_a_purpose_numbers_stay_masked(said: dict[str, str], people: People, as_: As) -> None:
    answer = as_(people.post).post(at(TIAN, "whole"), said)
    assert answer.status_code == 422
    assert TIAN.key not in answer.content.decode()
    assert not TrailRow.objects.filter(act="unmasked").exists()


def test_every_look_leaves_one_step(people: People, as_: As) -> None:
    page(as_(people.post), at(TIAN))
    (step,) = TrailRow.objects.filter(act="looked")
    assert step.actor == people.post.holder
    assert TIAN.name not in step.thing + step.detail


def test_what_became_of_a_field_is_one_click_away(people: People, as_: As) -> None:
    told(TIAN, "person.education", "初中", days=90)
    told(TIAN, "person.education", "高中", days=2)
    shown = page(as_(people.post), at(TIAN))
    said = shown[shown.index("记过 2 次") :]
    assert said.index("高中") < said.index("初中")


def test_members_of_a_household_lead_to_each_other(people: People, as_: As) -> None:
    for who, relation in ((TIAN, "户主"), (QIU, "配偶")):
        told(who, "person.hukou_booklet_no", "9901010001")
        told(who, "person.relation_to_head", relation)
    book = Subject(TIAN.kind.HOUSEHOLD, "9901010001", "田一禾")
    told(book, "household.code", "9901010001")
    client = as_(people.post)
    assert f'href="{at(QIU)}"' in page(client, at(TIAN))
    home = page(client, at(book))
    assert "田一禾户" in home
    assert f'href="{at(TIAN)}"' in home
    assert "9901010001" not in home


def test_hostile_words_end_in_words(people: People, as_: As) -> None:
    client = as_(people.post)
    for hostile in ("<script>alert(1)</script>", "\u202eabc", "a%00b", "长" * 3_000, "%", "(((", "🙂"):
        shown = page(client, f"/ledger/?q={hostile}&k=x&p=-1")
        assert "<script>alert" not in shown
    assert "田一禾" in page(client, "/ledger/?k=person&p=99999")


def test_pages_ask_the_database_no_more_for_more_people(
    people: People, as_: As, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(people.post)
    address = at(TIAN)
    for more in (0, 60):
        known(
            people.post.unit.name,
            *(person(100 + each, f"多人{each}") for each in range(more)),
            file="多.xlsx",
        )
        page(client, "/ledger/?k=person")
        page(client, address)
        with django_assert_num_queries(LIST):
            client.get("/ledger/?k=person")
        with django_assert_num_queries(
            SUBJECT + (connection.vendor == "postgresql")
        ):  # its lock on the trail
            client.get(address)


LIST, SUBJECT = 6, 17


def test_whole_numbers_and_who_looked_are_one_tap_from_the_top(people: People, as_: As) -> None:
    """On a phone the aside stands at the very end of a long page."""
    shown = page(as_(people.post), at(TIAN))
    table = shown.index("<table")
    assert shown.index('href="#whole"') < table
    assert shown.index(f'href="{at(TIAN, "rights")}"') < table
    assert 'id="whole"' in shown


def test_comparing_columns_is_no_tab_of_a_village_and_is_reached_from_its_ledger(
    people: People, as_: As
) -> None:
    browser = as_(people.post)
    shown = page(browser, "/ledger/")
    tabs = shown.partition('class="tabs"')[2]
    assert "对一对" not in tabs
    assert 'href="/review/"' in shown
    assert 'href="/ledger/"' in page(browser, "/review/")
    assert "对一对" in page(as_(people.admin), "/admin/").partition('class="tabs"')[2]
