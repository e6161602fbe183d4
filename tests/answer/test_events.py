"""Different happenings stay apart, the same one is met again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.answer.events import Repeats, clock, days_first
from qingzhuang.answer.subjects import Setting, identify
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar

MEETING = Setting("会议|会议记录", "活动", ("meeting.date",), numbers=("~会议编号",))
BASE: dict[str, Scalar] = {"meeting.date": "2026-03-05", "meeting.place": "村部", "meeting.topic": "防汛"}


def subject(said: dict[str, Scalar], setting: Setting = MEETING) -> Subject:
    found = identify(SubjectKind.EVENT, said, setting)
    assert found is not None
    return found.subject


@pytest.mark.parametrize(
    "other",
    [
        {"meeting.date": "2026-03-06"},
        {"event.clock": "15:30"},
        {"meeting.place": "小学"},
        {"meeting.topic": "秋收"},
        {"place.village": "乙村"},
        {"~会议编号": "HY-20260305"},
    ],
)
def test_day_time_place_topic_village_or_number_make_another_meeting(other: dict[str, Scalar]) -> None:
    assert subject({**BASE, **other}) != subject(BASE)


def test_who_led_it_tells_meetings_apart_where_nothing_better_does() -> None:
    bare = {key: BASE[key] for key in ("meeting.date", "meeting.place")}
    assert subject({**bare, "meeting.chair": "甲"}) != subject({**bare, "meeting.chair": "乙"})
    assert subject({**BASE, "meeting.chair": "甲"}) == subject({**BASE, "meeting.chair": "乙"})


def test_a_number_of_its_own_outlives_a_corrected_topic() -> None:
    numbered = {**BASE, "~会议编号": "HY-20260305"}
    assert subject({**numbered, "meeting.topic": "秋收"}) == subject(numbered)
    short = {**BASE, "~会议编号": "3"}
    assert subject({**short, "meeting.topic": "秋收"}) != subject(short)


def test_a_day_and_a_village_alone_mean_something_within_their_file_only() -> None:
    said: dict[str, Scalar] = {"meeting.date": "2026-03-05", "place.village": "甲村"}
    elsewhere = Setting("学习|学习记录", "活动", ("meeting.date",))
    assert subject(said) != subject(said, elsewhere)
    assert subject(BASE) == subject(BASE, elsewhere)


@pytest.mark.parametrize("typed", ["2026-03-05", "2026年3月5日", "2026.3.5"])
def test_a_day_is_one_day_however_it_is_typed(typed: str) -> None:
    assert subject({**BASE, "meeting.date": typed}) == subject(BASE)


def test_a_row_that_contradicts_one_of_the_same_marks_is_the_next_happening() -> None:
    repeats = Repeats()
    one = subject(BASE)
    first = repeats.apart(one, {**BASE, "meeting.attendance": 12})
    again = repeats.apart(one, {**BASE, "meeting.attendance": 12})
    fuller = repeats.apart(one, {**BASE, "meeting.recorder": "甲"})
    second = repeats.apart(one, {**BASE, "meeting.attendance": 30})
    assert first == again == fuller == one
    assert second != one
    assert second.name == f"{one.name} (2)"


@given(st.lists(st.tuples(st.sampled_from(["防汛", "秋收"]), st.integers(1, 3)), max_size=8))
def test_the_same_rows_make_the_same_happenings_and_none_contradicts_itself(
    rows: list[tuple[str, int]],
) -> None:
    def read() -> list[Subject]:
        repeats = Repeats()
        said = [{**BASE, "meeting.topic": topic, "meeting.attendance": count} for topic, count in rows]
        return [repeats.apart(subject(each), each) for each in said]

    assert read() == read()
    assert len(set(read())) == len(set(rows))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026年3月5日下午3点半", "15:30"),
        ("2026-03-05 09:05", "09:05"),
        ("3月5日上午", "上午"),
        ("2026-03-05 00:00:00", ""),
        ("2026.3.5", ""),
        ("晚上7时", "19:00"),
    ],
)
def test_the_time_typed_with_a_day(text: str, time: str) -> None:
    assert clock(text) == time


def test_the_day_of_the_deadline_is_not_the_day_of_the_check() -> None:
    assert days_first(["rectify.deadline", "inspection.date"]) == ("inspection.date",)
    assert days_first(["rectify.deadline"]) == ("rectify.deadline",)
    assert days_first(["matter.closed_date", "matter.received_date"]) == ("matter.received_date",)
