"""An issuer answers a finding where it stands: a reason why it stays, which the overseer reads beside it."""

import pytest

from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.demands import Application
from qingzhuang.store.gate import apply
from qingzhuang.store.screenings import findings_of, reasons_of
from tests.web.conftest import People
from tests.web.gate.conftest import As

WHY = "防汛期间按县防指第 3 号令逐日核人。"


def _code(sent: Sent) -> str:
    return findings_of(sent.number)[0].code


def test_a_reason_stands_beside_its_finding_in_the_application_and_for_the_overseer(
    people: People, sent: Sent, as_: As
) -> None:
    browser, code = as_(people.issuer), _code(sent)
    answer = browser.post(f"/gate/{sent.number}/reason", {"code": code, "reason": WHY})
    assert answer.status_code == 302
    assert "#find-" in answer["Location"]
    assert WHY in browser.get(f"/gate/{sent.number}").content.decode()
    assert WHY in browser.get(f"/gate/{sent.number}/apply").content.decode()
    said = Application("安排入户帮扶", "方案第三条", 1, None, (people.post.unit,))
    apply(sent.number, said, clock.now(), reasons_of(sent.number))
    page = as_(people.overseer).get(f"/gate/waiting/{sent.number}").content.decode()
    assert WHY in page
    assert "我有理由" not in page


def test_a_reason_is_taken_back_by_leaving_it_empty_and_leaves_the_others(
    people: People, sent: Sent, as_: As
) -> None:
    browser = as_(people.issuer)
    first, second = dict.fromkeys(each.code for each in findings_of(sent.number))
    for code in (first, second):
        browser.post(f"/gate/{sent.number}/reason", {"code": code, "reason": WHY})
    browser.post(f"/gate/{sent.number}/reason", {"code": first, "reason": ""})
    assert reasons_of(sent.number) == {second: WHY}


@pytest.mark.parametrize("words", ["工作需要", "x"])
def test_a_reason_that_says_nothing_is_not_taken(people: People, sent: Sent, as_: As, words: str) -> None:
    said = {"code": _code(sent), "reason": words}
    answer = as_(people.issuer).post(f"/gate/{sent.number}/reason", said)
    assert answer.status_code == 400
    assert "看不出是什么理由" in answer.content.decode()
    assert not reasons_of(sent.number)


def test_only_its_own_office_answers_and_only_what_was_found(people: People, sent: Sent, as_: As) -> None:
    said = {"code": _code(sent), "reason": WHY}
    assert as_(people.other_issuer).post(f"/gate/{sent.number}/reason", said).status_code == 404
    assert as_(people.overseer).post(f"/gate/{sent.number}/reason", said).status_code == 403
    browser = as_(people.issuer)
    assert browser.post(f"/gate/{sent.number}/reason", {**said, "code": "OP23-01"}).status_code == 404
    assert browser.post(f"/gate/{sent.number}/reason", {**said, "reason": "理" * 501}).status_code == 400
