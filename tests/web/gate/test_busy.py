"""What takes seconds says so, by a script of this site's own and nothing inline."""

from importlib import resources

from qingzhuang.model.work import Sent
from tests.web.browser import browser
from tests.web.conftest import People
from tests.web.gate.conftest import As

SCRIPT = resources.files("qingzhuang.web") / "static/qz/busy.js"
WATCH = "addEventListener('submit', (event) => { window.stopped = event.defaultPrevented; event.preventDefault(); })"


def test_buttons_that_take_seconds_bear_the_words_of_work_going_on(
    people: People, sent: Sent, as_: As
) -> None:
    for path in ("/gate/", f"/gate/{sent.number}"):
        answer = as_(people.issuer).get(path)
        page = answer.content.decode()
        assert 'data-busy="正在看……"' in page
        assert "busy" in page.partition("<script")[2].partition("</script>")[0]
        policy = answer["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_a_pressed_button_is_busy_once_and_itself_again_when_one_comes_back() -> None:
    held = '<form data-busy="正在看……"><button>看一眼</button></form>'
    with browser() as opened:
        page = opened.new_page()
        page.set_content(held)
        page.add_script_tag(content=SCRIPT.read_text("utf-8"))
        page.evaluate(WATCH)
        button = page.locator("button")
        button.click()
        assert (button.text_content(), button.get_attribute("aria-busy")) == ("正在看……", "true")
        assert page.evaluate("window.stopped") is False
        button.click()
        assert page.evaluate("window.stopped") is True
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        assert (button.text_content(), button.get_attribute("aria-busy")) == ("看一眼", None)
