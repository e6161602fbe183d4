"""The gate reads in English; what an issuer wrote, and the law, stay as they are."""

from datetime import timedelta

import pytest
from django.test import Client

from qingzhuang.model.work import Answer, Sent
from qingzhuang.store import clock
from qingzhuang.store.blobs import keep
from qingzhuang.store.gate.acts import apply, bring_draft, note_unadmitted
from qingzhuang.store.tasks.demands import Application, admit, answer, end, tasks
from tests.pipeline.drafts import letter
from tests.web.conftest import People
from tests.web.english import left_in_chinese
from tests.web.gate.conftest import DRAFT, As, upload


def _page(browser: Client, path: str) -> str:
    assert '<html lang="zh-Hans">' in browser.get(path).content.decode()
    browser.cookies["qz_language"] = "en"
    page = browser.get(path).content.decode()
    assert '<html lang="en">' in page
    return page


@pytest.fixture
def live(people: People, sent: Sent) -> Sent:
    """Admitted and handed over by one village."""
    posts = (people.post.unit, people.colleague.unit, people.outsider.unit)
    apply(sent.number, Application("安排入户帮扶", "方案第三条", 1, None, posts), clock.now())
    found = admit(sent.number, clock.today() + timedelta(days=30), clock.now())
    answer(tasks(demand_number=found.number)[0].number, Answer.HANDED, clock.now(), blob=keep(DRAFT))
    return found


@pytest.mark.parametrize("path", ["/gate/", "/gate/{n}", "/gate/{n}/apply", "/gate/due"])
def test_an_issuer_reads_a_draft_in_english(people: People, sent: Sent, as_: As, path: str) -> None:
    page = _page(as_(people.issuer), path.format(n=sent.number))
    assert not left_in_chinese(page)


def test_a_notice_reads_in_english_around_its_own_words(people: People, as_: As) -> None:
    text = letter("请各村本周内全部安装，截图发群里。")
    sent = bring_draft(people.issuer.unit, "通知.docx", text, clock.now())
    page = _page(as_(people.issuer), f"/gate/{sent.number}")
    assert "截图发群里" in page
    assert not left_in_chinese(page)


def test_what_was_handed_in_reads_in_english(people: People, live: Sent, as_: As) -> None:
    end(live.number, clock.now())
    for path in (f"/gate/{live.number}/follow", f"/gate/{live.number}", "/gate/"):
        assert not left_in_chinese(_page(as_(people.issuer), path))


def test_what_was_sent_without_admission_reads_in_english(people: People, as_: As) -> None:
    found = note_unadmitted(people.issuer.unit, "走访.xlsx", DRAFT, (people.post.unit,), clock.now())
    assert not left_in_chinese(_page(as_(people.issuer), f"/gate/{found.number}"))


def test_an_overseer_decides_in_english(people: People, sent: Sent, as_: As) -> None:
    posts = (people.post.unit,)
    apply(sent.number, Application("安排入户帮扶", "方案第三条", 1, None, posts), clock.now())
    browser = as_(people.overseer)
    for path in ("/gate/waiting", f"/gate/waiting/{sent.number}"):
        browser.cookies.pop("qz_language", None)
        assert not left_in_chinese(_page(browser, path))


def test_what_is_wrong_is_said_in_english_beside_its_field(people: People, sent: Sent, as_: As) -> None:
    browser = as_(people.issuer)
    browser.cookies["qz_language"] = "en"
    wrong = browser.post(f"/gate/{sent.number}/apply", {"purpose": "用" * 501}).content.decode()
    assert "At most 500 characters" in wrong
    assert not left_in_chinese(wrong)
    assert not left_in_chinese(browser.post("/gate/", upload("空.xlsx", b"")).content.decode())
