"""A calendar reads back as it was meant, by another program's reader."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from qingzhuang.letters.calendar import Deadline, calendar

AT = datetime(2026, 12, 3, 18, 0, tzinfo=timezone(timedelta(hours=8)))


def event(what: str, more: str = "") -> tuple[Calendar, bytes]:
    made = calendar(
        "柳湾村的期限", [Deadline("abc@qingzhuang", what, more, AT, AT - timedelta(days=9), "https://x/")]
    )
    found = Calendar.from_ical(made)
    assert isinstance(found, Calendar)
    return found, made


def test_a_deadline_stands_at_its_moment_under_its_name() -> None:
    found, made = event("《高龄补贴核对表》到期", "县民政局发的；还要答 3 问，\n别的都有。")
    assert str(found["X-WR-CALNAME"]) == "柳湾村的期限"
    (one,) = found.walk("VEVENT")
    assert str(one["SUMMARY"]) == "《高龄补贴核对表》到期"
    assert str(one["DESCRIPTION"]) == "县民政局发的；还要答 3 问，\n别的都有。"
    assert one.decoded("DTSTART") == AT.astimezone(UTC)
    assert str(one["UID"]) == "abc@qingzhuang"
    assert str(one["URL"]) == "https://x/"
    assert found.errors == one.errors == []
    assert made.endswith(b"END:VCALENDAR\r\n")


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=120))
def test_no_words_break_a_line_or_are_lost(what: str) -> None:
    found, made = event(what)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    assert str(found.walk("VEVENT")[0]["SUMMARY"]) == what


def test_an_empty_calendar_is_one() -> None:
    assert Calendar.from_ical(calendar("空", [])).walk("VEVENT") == []
