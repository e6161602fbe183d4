"""A proposer adds pairs to look at, and changes no verdict on those that the words propose."""

from collections.abc import Sequence

import pytest

from qingzhuang.match.grouping.group import group
from qingzhuang.match.proposing import beyond_words as module
from qingzhuang.match.proposing.beyond_words import beyond_words
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext, Verdict
from tests.match.grouping.test_group import form


class Everybody:
    """Proposes everything, and remembers of what it was asked."""

    name = "everybody 1"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def near(self, texts: Sequence[str], asked: Sequence[int], limit: int) -> list[list[int]]:
        self.asked += [texts[number] for number in asked]
        return [[other for other in range(len(texts)) if other != number][:limit] for number in asked]


FORMS = [
    form("残疾人花名册", "姓名", "湖泊水位", "手机号"),
    form("高龄老人花名册", "姓名", "墙体颜色", "身份证号"),
]


def test_it_is_asked_only_about_words_that_nobody_knows() -> None:
    proposer = Everybody()
    group(FORMS, default(), proposer=proposer)
    assert proposer.asked == ["墙体颜色", "湖泊水位"]


def test_verdicts_on_what_the_words_propose_stay_and_the_result_says_who_proposed() -> None:
    alone, helped = group(FORMS, default()), group(FORMS, default(), proposer=Everybody())
    assert alone.proposers == ()
    assert helped.proposers == ("everybody 1",)
    assert helped.groups == alone.groups
    for name in ("alike", "derivable", "unsure", "duplicates"):
        assert set(getattr(alone, name)) <= set(getattr(helped, name))
    assert all(link.match.verdict is not Verdict.DISTINCT for link in set(helped.alike) - set(alone.alike))


def test_more_labels_than_may_be_asked_about_are_left_to_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    slots = [parse(ItemContext(label)) for label in ("湖泊水位", "墙体颜色", "外墙体颜色", "备注")]
    assert beyond_words(slots, Everybody()) == {(1, 2)}
    assert beyond_words(slots[::-1], Everybody()) == {(1, 2)}
