"""Every fact has a Chinese name, a type and a question that a person can answer."""

from datetime import date, datetime

import pytest

from qingzhuang.law.facts import FactKind, FactType, facts


@pytest.mark.parametrize("fact", facts().values(), ids=lambda fact: fact.id)
def test_a_fact_can_be_asked_of_a_person(fact: FactKind) -> None:
    assert fact.name
    assert "？" in fact.question
    assert bool(fact.words) is (fact.type in (FactType.ENUM, FactType.SET))


def test_names_are_not_shared() -> None:
    names = [fact.name for fact in facts().values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("mandatory_download", True, "是"),
        ("install_rate_target", 95, True),
        ("launch_date", date(2026, 1, 1), "2026-01-01"),
        ("message_time", datetime(2026, 1, 1, 21, 30), 5),  # noqa: DTZ001 - as a chat prints it
        ("filing_status", "filed", "yes"),
        ("features", frozenset({"checkin"}), frozenset({"flying"})),
        ("item_duplicates", frozenset({"户数"}), "户数"),
        ("filing_no", "1", 1),
    ],
)
def test_a_value_of_another_type_is_refused(name: str, good: object, bad: object) -> None:
    assert facts()[name].accepts(good)  # type: ignore[arg-type]
    assert not facts()[name].accepts(bad)  # type: ignore[arg-type]


def test_values_are_said_in_source() -> None:
    assert facts()["features"].say(frozenset({"checkin"})) == "打卡签到"
    assert facts()["features"].say(frozenset()) == "没有"
    assert facts()["filing_status"].say("filed") == "已备案"
    assert facts()["masked"].say(False) == "否"
