"""A form that an office issued before: issuer and overseer see what it asks more this time."""

import pytest

from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import apply, bring_draft, posts_of
from qingzhuang.store.gate.editions import edition_of
from qingzhuang.store.tasks.demands import Application, admit, submit
from tests.pipeline.drafts import sheet
from tests.web.conftest import People
from tests.web.gate.conftest import LABELS, SAID, As


def _brought(people: People, title: str, labels: list[str], by_other: bool = False) -> Sent:
    seat = people.other_issuer if by_other else people.issuer
    return bring_draft(seat.unit, f"{title}.xlsx", sheet(title, labels, ""), clock.now())


def _application(people: People) -> Application:
    return Application(
        SAID["purpose"], SAID["basis"], 1, None, posts_of(people.issuer.unit), SAID["personal_purpose"]
    )


@pytest.fixture
def last_year(people: People) -> Sent:
    old = _brought(people, "2025年高龄老人冬季走访花名册", LABELS)
    submit(old.number, _application(people), clock.now())
    return admit(old.number, clock.today(), clock.now())


def test_issuer_and_overseer_see_what_is_asked_more_than_last_time(
    people: People, last_year: Sent, as_: As
) -> None:
    again = _brought(people, "2026年高龄老人冬季走访花名册", [*LABELS[:-1], "水表读数", "门锁型号"])
    for seat, path in (
        (people.issuer, f"/gate/{again.number}"),
        (people.overseer, f"/gate/waiting/{again.number}"),
    ):
        if seat is people.overseer:
            apply(again.number, _application(people), clock.now())
        page = as_(seat).get(path).content.decode()
        assert f"和上次的《{last_year.title}》（{last_year.mark}）是同一张表。" in page
        assert "水表读数" in page.partition("和上次的")[2].partition("</div>")[0]


def test_another_form_or_another_office_s_is_no_edition(people: People, last_year: Sent) -> None:
    assert edition_of(_brought(people, "路灯台账", ["编号", "灯杆高度", "功率", "位置"])) is None
    assert edition_of(_brought(people, "高龄老人冬季走访花名册", LABELS, by_other=True)) is None
    same = edition_of(_brought(people, "2026年高龄老人冬季走访花名册", LABELS))
    assert same is not None
    assert not same.difference


def test_a_new_version_under_the_old_name_is_told_and_left_to_a_person_where_it_asks_otherwise(
    people: People, last_year: Sent, as_: As
) -> None:
    revised = _brought(people, "附件1：高龄老人冬季走访花名册（2026年修订）", LABELS)
    other = _brought(people, "高龄老人冬季走访花名册（试行）", ["姓名", "门锁型号", "灯泡瓦数", "水表读数"])
    pages = [as_(people.issuer).get(f"/gate/{each.number}").content.decode() for each in (revised, other)]
    assert f"和上次的《{last_year.title}》（{last_year.mark}）问的一样。" in pages[0]
    assert "是它的新版，还是另一张表，请看一眼。" in pages[1]
