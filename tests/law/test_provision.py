"""How a provision may be spoken of follows its verb and how surely its words are known."""

from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.law.load import last_day
from qingzhuang.law.provision import ArticleConfidence, Confidence, Display, Instrument, Provision
from qingzhuang.model.finding import Gravity

BAN = Provision(
    id="X-1",
    instrument=Instrument("X", "某办法", "某部门", "law"),
    article="第三条",
    article_confidence=ArticleConfidence.SEEN,
    title="不得强制",
    words="不得强制。",
    verb="不得",
    since=date(2026, 1, 1),
    source="https://example.org",
    confidence=Confidence.VERBATIM,
    display=Display.QUOTE,
)


@pytest.mark.parametrize(
    ("verb", "gravity"),
    [
        ("不得", Gravity.BREACH),
        ("严禁", Gravity.BREACH),
        ("应当", Gravity.DUTY),
        ("原则上", Gravity.REASON),
        ("一般", Gravity.REASON),
        ("宜", Gravity.REASON),
    ],
)
def test_gravity_follows_the_verb(verb: str, gravity: Gravity) -> None:
    assert replace(BAN, verb=verb).gravity is gravity


@pytest.mark.parametrize("display", [Display.PARAPHRASE, Display.HIDE])
def test_words_that_were_not_verified_are_advice_only(display: Display) -> None:
    assert replace(BAN, display=display).gravity is Gravity.ADVICE


def test_a_burden_is_never_a_breach() -> None:
    assert replace(BAN, burden=True).gravity is Gravity.ADVICE


def test_what_is_not_in_force_binds_nobody() -> None:
    assert not replace(BAN, since=None).in_force(date(2030, 1, 1))
    assert not replace(BAN, until=date(2026, 6, 30)).in_force(date(2026, 7, 1))


@pytest.mark.parametrize(
    ("article", "confidence", "printed"),
    [
        ("第三条", ArticleConfidence.SEEN, "第三条"),
        ("第三条", ArticleConfidence.INFERRED, "第三条（条号未核）"),
        ("五项禁止（二）（条号未核）", ArticleConfidence.UNKNOWN, "五项禁止（二）（条号未核）"),
        ("条号未核", ArticleConfidence.UNKNOWN, "条号未核"),
        ("-", ArticleConfidence.UNKNOWN, "条号未核"),
    ],
)
def test_a_number_that_was_not_read_is_marked(
    article: str, confidence: ArticleConfidence, printed: str
) -> None:
    assert replace(BAN, article=article, article_confidence=confidence).cited == printed


def test_a_date_known_by_year_binds_from_its_last_day_on() -> None:
    assert [last_day(text) for text in ("2024", "2024-02", "2024-08-06")] == [
        date(2024, 12, 31),
        date(2024, 2, 29),
        date(2024, 8, 6),
    ]


@pytest.mark.parametrize(
    ("place", "on", "binds"),
    [
        ("", (), True),
        ("江苏省", (), False),
        ("江苏省", ("江苏", "南京"), True),
        ("云南", (), False),
        ("云南", ("贵州",), False),
        ("云南", ("云南省", "曲靖市"), True),
        ("珠海市香洲区", ("广东", "珠海"), False),
        ("珠海市香洲区", ("广东", "珠海", "香洲"), True),
        ("内蒙古自治区", ("内蒙古",), True),
        ("红河哈尼族彝族自治州", ("云南", "红河州"), True),
        ("红河哈尼族彝族自治州", ("云南", "大理州"), False),
        ("云南省红河哈尼族彝族自治州", ("云南", "红河"), True),
        ("新疆维吾尔自治区", ("新疆",), True),
        ("云南/曲靖", ("云南",), False),
    ],
)
def test_a_local_instrument_binds_only_where_its_place_is_switched_on(
    place: str, on: tuple[str, ...], binds: bool
) -> None:
    assert replace(BAN.instrument, place=place).binds_in(on) is binds
