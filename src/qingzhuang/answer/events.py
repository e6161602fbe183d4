"""What tells one happening from another: its kind, day and time, where or with whom it was, what about, by whom, and the
number that its own record gives it.

Marks that a row lacks are left out, so that the same row always makes the same key. A row that shares all its marks with
an earlier one of its file and contradicts it is another happening: the second of these marks, the third.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.sameness import canonical
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.sheet import Scalar

CLOCK = "event.clock"  # the time of day that was typed with the day; no element, only a mark
PLACES = (
    "event.place",
    "activity.place",
    "meeting.place",
    "patrol.place",
    "patrol.route",
    "patrol.area",
    "river.name",
    "service.place",
    "group.meal_place",
    "persuade.place",
    "inspection.point",
    "screening.area",
)
TOPICS = (
    "activity.topic",
    "activity.name",
    "meeting.topic",
    "meeting.name",
    "matter.title",
    "activity.kind",
    "meeting.kind",
    "inspection.item",
)
TIMES = (CLOCK, "event.start", "event.span", "patrol.slot", "patrol.start")
HOSTS = ("activity.host", "meeting.chair", "activity.organiser", "training.teacher", "justice.mediator")
_AFTERWARDS = re.compile(
    r"^(?:rectify|recheck)\.|\.(?:\w*deadline|fill_date|entry_date|filing_date|\w+ed_date)$"
)
_HAPPENED = frozenset(("matter.found_date", "matter.received_date"))
_SURE_NUMBER = re.compile(r"(?=(?:.*[0-9]){4}).{5,}")
_TIME = re.compile(r"(?<![0-9])([01]?[0-9]|2[0-4])(?:[:：]([0-5][0-9])|[时点](?:([0-5]?[0-9])分|(半))?)")
_PART = re.compile(r"上午|下午|早上|早晨|中午|傍晚|晚上|夜间|凌晨")
_AFTERNOON = frozenset(("下午", "傍晚", "晚上", "夜间"))


@dataclass(frozen=True, slots=True)
class Happening:
    """What a row tells of a happening, as words; empty where it tells nothing. `far` is the file it stands in."""

    kind: str
    day: str
    whom: str = ""
    village: str = ""
    place: str = ""
    time: str = ""
    topic: str = ""
    host: str = ""
    number: str = ""
    far: str = ""

    @property
    def subject(self) -> Subject:
        """The subject: a number of the record's own says it all; else all that the row tells, and within its own file
        only where that is no more than a day and a village."""
        key = ";".join([self.kind, *(f"{mark}={word}" for mark, word in self._marks.items() if word)])
        said = (self.day, self.time, self.whom or self.village, self.place, self.topic, self.number)
        name = " ".join(dict.fromkeys(word for word in (*said, self._acting) if word))
        return Subject(SubjectKind.EVENT, key, name)

    @property
    def _marks(self) -> Mapping[str, str]:
        if _SURE_NUMBER.fullmatch(self.number):
            return {"日": self.day, "号": self.number}
        told = {"时": self.time, "地": self.place, "题": self.topic, "号": self.number}
        bare = not self.whom and not any(told.values()) and not self._acting
        return {
            "日": self.day,
            "对象": self.whom or self.village,
            "村": self.village if self.whom else "",
            **told,
            "人": self._acting,
            "表": self.far if bare else "",
        }

    @property
    def _acting(self) -> str:
        """Who was there tells two happenings apart only where nothing better does."""
        return "" if self.time or self.topic or self.number else self.host


@dataclass(slots=True)
class Repeats:
    """The happenings of one file so far."""

    _seen: dict[str, list[dict[str, tuple[str, str]]]] = field(default_factory=dict)

    def apart(self, subject: Subject, said: Mapping[str, Scalar]) -> Subject:
        """Return the subject of a row: its own, or the next one of the same marks where the row contradicts those
        before it. A row that only repeats or completes an earlier one is about the same."""
        values = {key: canonical(value) for key, value in said.items() if value is not None}
        same = self._seen.setdefault(subject.key, [])
        for number, known in enumerate(same, 1):
            if all(known.get(key, value) == value for key, value in values.items()):
                known.update(values)
                return _numbered(subject, number)
        same.append(values)
        return _numbered(subject, len(same))


def days_first(dates: Sequence[str]) -> tuple[str, ...]:
    """Return the elements that say when it happened; days of what comes afterwards (整改期限, 填报日期) only where a record
    has no other."""
    happened = tuple(each for each in dates if each in _HAPPENED or not _AFTERWARDS.search(each))
    return happened or tuple(dates)


def clock(text: str) -> str:
    """Return the time of day in a text (3月5日下午3点半 → 15:30), empty when there is none."""
    part = _PART.search(text)
    found = _TIME.search(text)
    if found is None:
        return part[0] if part else ""
    hour = int(found[1]) + (12 if part and part[0] in _AFTERNOON and int(found[1]) < 12 else 0)
    minute = 30 if found[4] else int(found[2] or found[3] or 0)
    return f"{hour:02}:{minute:02}" if hour or minute else ""


def day_word(value: Scalar) -> str:
    """Return a day as one word, however it was typed."""
    day = as_date(value)
    return day.isoformat() if day else "" if value is None else "".join(str(value).split())


def _numbered(subject: Subject, number: int) -> Subject:
    if number == 1:
        return subject
    return Subject(subject.kind, f"{subject.key};次={number}", f"{subject.name} ({number})")
