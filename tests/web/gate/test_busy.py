"""What takes seconds says so, by a script of this site's own and nothing inline."""

from qingzhuang.model.work import Sent
from tests.web.conftest import People
from tests.web.gate.conftest import As


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
