"""Every fifth pair is looked at by two persons who do not see each other's word; how well they agree is printed in the web, at the terminal and as data."""

import re

from django.test import Client

from qingzhuang.match.grouping.rulings import sampled
from qingzhuang.match.people.agreement import agreement
from qingzhuang.store.pairs.reviewing import rulings_now
from tests.web.conftest import People
from tests.web.desk.village import sent
from tests.web.review.test_review import Browser, _page, _say

WORDS = (
    "送餐", "陪诊", "理发", "助浴", "代购", "采买", "理疗", "读报", "陪聊", "晾晒", "修脚", "洗衣", "擦身", "翻身", "夜巡", "问诊",
)  # fmt: skip


def _forms(people: People) -> None:
    for title, tail in (("困难群众花名册", "安排"), ("高龄老人花名册", "工作安排")):
        sent(people, title, ("姓名", "公民身份号码", *(f"{word}{tail}" for word in WORDS)))


def _through(browser: Client, replies: tuple[str, ...]) -> list[str]:
    """Answer what is left to one seat, the replies in turn; return the pairs."""
    asked: list[str] = []
    while found := re.search(r'name="pair" value="([0-9a-f]{16})"', _page(browser)):
        assert _say(browser, found[1], replies[len(asked) % len(replies)]) == 302
        asked.append(found[1])
    return asked


def test_two_seats_go_through_a_sample_and_the_page_prints_how_well_they_agree(
    people: People, as_: Browser
) -> None:
    _forms(people)
    first, second = as_(people.post), as_(people.colleague)
    asked = _through(first, ("same", "different"))
    sample = [each for each in asked if sampled(each)]
    assert len(asked) > len(sample) > 1
    page = _page(first)
    assert f"还有 {len(sample)} 对等第二个人看" in page
    assert "两个人都看过" not in page
    again = _through(second, ("different", "same"))
    assert set(again) == set(sample), "the second person sees the sample alone"
    found = agreement(rulings_now())
    assert (found.pairs, found.waiting) == (len(sample), 0)
    assert found.kappa is not None
    for seat in (people.post, people.colleague, people.admin):
        page = _page(as_(seat))
        assert f"两个人都看过 {found.pairs} 对，{found.agreed} 对说得一样，κ {found.kappa:.2f}" in page
