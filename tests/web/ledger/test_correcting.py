"""A correction settles all that was said until then, holds from today, and never goes over what another said meanwhile."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import save_harvest
from qingzhuang.store.ledger.queries import value_of
from qingzhuang.store.models import FactRow
from tests.web.conftest import People
from tests.web.desk.village import TIAN, known
from tests.web.ledger.test_ledger import As, at, page

PHONE = "person.phone"
OLD, NEW, THIRD = "13900000042", "13900000077", "13900000088"
HOME = Subject(SubjectKind.HOUSEHOLD, "990101009", TIAN.name)


@pytest.fixture(autouse=True)
def _village(people: People) -> None:
    """A roll of people and a roll of households both hold the old number."""
    village = people.post.unit.name
    known(village, TIAN, person__phone=OLD, person__hukou_booklet_no=HOME.key)
    said = {
        "household.code": HOME.key,
        "place.village": village,
        "户主@person.id_no": TIAN.key,
        "户主@person.name": TIAN.name,
        "户主@person.phone": OLD,
    }
    drafts = tuple(Draft(HOME, key, value, "Sheet1!B2") for key, value in said.items())
    day = clock.today() - timedelta(days=20)
    save_harvest(
        Harvest(f"{village}户册.xlsx", None, day, drafts, rows=1), "户册", recorder="编名录入", at=clock.now()
    )


def _opened(client: Client) -> dict[str, str]:
    shown = page(client, at(TIAN, f"wrong?item={PHONE}"))
    state = re.search(r'name="state" value="([0-9a-f]+)"', shown)
    assert state
    return {"why": "changed", "words": "", "state": state[1]}


def test_all_that_was_said_until_then_is_settled(people: People, as_: As) -> None:
    browser = as_(people.post)
    assert "说法不同" not in page(browser, at(TIAN))
    assert (
        browser.post(at(TIAN, f"wrong?item={PHONE}"), {**_opened(browser), "right": NEW}).status_code == 302
    )
    assert "说法不同" not in page(browser, at(TIAN))
    assert "没有不一致的" in page(browser, "/ledger/odd")


def test_it_holds_from_today(people: People, as_: As) -> None:
    browser = as_(people.post)
    browser.post(at(TIAN, f"wrong?item={PHONE}"), {**_opened(browser), "right": NEW})
    found = value_of(TIAN, PHONE, as_of=clock.today()).fact
    assert found is not None
    assert (found.value, found.as_of) == (NEW, clock.today())


def test_a_page_that_was_opened_before_another_wrote_leads_to_a_choice(people: People, as_: As) -> None:
    browser = as_(people.post)
    first, second = _opened(browser), _opened(browser)
    assert browser.post(at(TIAN, f"wrong?item={PHONE}"), {**first, "right": NEW}).status_code == 302
    facts = FactRow.objects.count()
    answer = browser.post(at(TIAN, f"wrong?item={PHONE}"), {**second, "right": THIRD})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "刚才已经有人改过" in shown
    assert THIRD in shown, "what was typed is kept"
    assert NEW[-4:] in shown
    assert FactRow.objects.count() == facts
    state = re.search(r'name="state" value="([0-9a-f]+)"', shown)
    assert state
    again = {**second, "state": state[1], "right": THIRD}
    assert browser.post(at(TIAN, f"wrong?item={PHONE}"), again).status_code == 302
    found = value_of(TIAN, PHONE, as_of=clock.today()).fact
    assert found is not None
    assert found.value == THIRD


def test_who_says_the_same_again_need_not_choose(people: People, as_: As) -> None:
    browser = as_(people.post)
    first, second = _opened(browser), _opened(browser)
    browser.post(at(TIAN, f"wrong?item={PHONE}"), {**first, "right": NEW})
    assert browser.post(at(TIAN, f"wrong?item={PHONE}"), {**second, "right": NEW}).status_code == 302


def test_what_was_withdrawn_meanwhile_is_told(people: People, as_: As) -> None:
    browser = as_(people.post)
    first, second = _opened(browser), _opened(browser)
    browser.post(at(TIAN, f"wrong?item={PHONE}"), {**first, "why": "wrong", "right": ""})
    answer = browser.post(at(TIAN, f"wrong?item={PHONE}"), {**second, "right": NEW})
    assert answer.status_code == 409
    assert "刚才已经有人作废或改过" in answer.content.decode()
