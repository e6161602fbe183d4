"""An issuer answers a finding where it stands: a reason why it stays, which the overseer reads beside it."""

import pytest

from qingzhuang.model.finding import Gravity
from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import apply, bring_draft
from qingzhuang.store.gate.screenings import findings_of, give_reason, reasons_of
from qingzhuang.store.tasks.demands import Application
from tests.pipeline.drafts import letter
from tests.web.conftest import People
from tests.web.gate.conftest import As

WHY = "防汛期间按县防指第 3 号令逐日核人。"


def _code(sent: Sent) -> str:
    asked = (Gravity.ASK, Gravity.ADVICE)
    return next(each.code for each in findings_of(sent.number) if each.gravity not in asked)


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
    browser, code = as_(people.issuer), _code(sent)
    give_reason(sent.number, "OTHER-1", WHY)
    browser.post(f"/gate/{sent.number}/reason", {"code": code, "reason": WHY})
    assert reasons_of(sent.number) == {"OTHER-1": WHY, code: WHY}
    browser.post(f"/gate/{sent.number}/reason", {"code": code, "reason": ""})
    assert reasons_of(sent.number) == {"OTHER-1": WHY}


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


WORDS = (
    "关于做好取暖的通知",
    "各村：",
    "请各村本周五前全部安装“村村通”应用。",
    "走访情况每天在群里接龙。",
    "联系人：李一，电话 19900000000。",
)


@pytest.mark.parametrize("name", ["通知.docx", "通知.txt"])
def test_the_lawful_wording_is_adopted_for_one_finding_and_the_rest_stays(
    people: People, as_: As, name: str
) -> None:
    content = letter(*WORDS) if name.endswith("docx") else "\n".join(WORDS).encode()
    sent = bring_draft(people.issuer.unit, name, content, clock.now())
    browser = as_(people.issuer)
    before = browser.get(f"/gate/{sent.number}").content.decode()
    assert "采用" in before
    code = next(each.code for each in findings_of(sent.number) if "安装" in each.text)
    page = browser.post(f"/gate/{sent.number}/adopt", {"code": code}, follow=True).content.decode()
    assert "换好了" in page
    assert "全部安装" not in page
    assert "接龙" in page
    assert code not in {each.code for each in findings_of(sent.number)}
    assert len(findings_of(sent.number)) > 0


def test_what_else_the_new_wording_settles_is_named(people: People, as_: As) -> None:
    words = (
        "关于做好有关工作的通知",
        "各村：",
        "一、各村干部每天必须在工作群接龙打卡，上传定位照片，未打卡的按日通报排名。",
        "二、各村要发动全体村民下载注册“平安云泽”APP，注册率达到90%以上。",
    )
    sent = bring_draft(people.issuer.unit, "通知.txt", "\n".join(words).encode(), clock.now())
    code = next(each.code for each in findings_of(sent.number) if "接龙" in each.text)
    page = as_(people.issuer).post(f"/gate/{sent.number}/adopt", {"code": code}, follow=True).content.decode()
    assert "第 1、2、3 处一起改好了" in page
    assert "别的句子一字没动" in page
    alone = as_(people.issuer).get(f"/gate/{sent.number}?taken=words&settled=1").content.decode()
    assert "一起改好了" not in alone


def test_a_form_or_a_letter_with_a_table_is_not_changed_here(people: People, sent: Sent, as_: As) -> None:
    browser = as_(people.issuer)
    shown = browser.get(f"/gate/{sent.number}").content.decode()
    assert "采用" not in shown
    assert "这里不替您换" in shown
    assert "可以这样写" in shown
    assert browser.post(f"/gate/{sent.number}/adopt", {"code": _code(sent)}).status_code == 404


def test_only_its_own_office_adopts(people: People, as_: As) -> None:
    sent = bring_draft(people.issuer.unit, "通知.docx", letter(*WORDS), clock.now())
    said = {"code": _code(sent)}
    assert as_(people.other_issuer).post(f"/gate/{sent.number}/adopt", said).status_code == 404
    assert as_(people.issuer).post(f"/gate/{sent.number}/adopt", {"code": "OP23-01"}).status_code == 404
