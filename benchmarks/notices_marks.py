"""Marked text: `请{I:今晚前装好},{T:装完截图}` is a text and two labelled spans."""

import re
from collections.abc import Sequence
from typing import TypedDict

LETTERS = {
    "I": "forced_install",
    "C": "checkin_relay",
    "P": "points_ranking",
    "O": "online_time",
    "L": "likes_forwards",
    "R": "instant_reply",
    "T": "trace_upload",
    "D": "duplicate_reporting",
    "B": "ranking_bulletin",
    "Q": "quiz_quota",
    "S": "summon_penalty",
}
LABELS = tuple(LETTERS.values())
STANCES = (
    "demand",
    "ban_or_policy",
    "regulation_quoted",
    "report",
    "report_promotional",
    "complaint_or_quote",
    "emergency_exempt",
    "ordinary_work",
    "voluntary",
    "official_reply_or_advice",
)
MARK = re.compile(r"\{([A-Z]+):([^{}]*)\}")
NARROW = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;()!?]")
WIDE = str.maketrans(",:;()!?", "，：；（）！？")


class Span(TypedDict):
    """Words of a text that carry one label."""

    label: str
    start: int
    end: int
    text: str


class Notice(TypedDict):
    """One labelled text, a line of the files in benchmarks/notices."""

    id: str
    text: str
    label: list[str]
    spans: list[Span]
    stance: str
    pair: str | None
    debatable: bool
    form: str
    source: str
    family: str
    split: str


def read_marks(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the spans."""
    text, spans, done = "", list[Span](), 0
    for found in MARK.finditer(marked):
        text += marked[done : found.start()]
        start, text, done = len(text), text + found[2], found.end()
        spans += [
            Span(label=LETTERS[letter], start=start, end=len(text), text=found[2]) for letter in found[1]
        ]
    return text + marked[done:], spans


def labels_of(spans: Sequence[Span]) -> list[str]:
    """Labels of the spans, each once, in the order of the guide."""
    present = {span["label"] for span in spans}
    return [label for label in LABELS if label in present]


def widen(marked: str) -> str:
    """Full-width punctuation; marks, times and ratios keep theirs."""
    marks = list[str]()

    def hide(found: re.Match[str]) -> str:
        marks.append(found[1])
        return "\ue000" + found[2] + "\ue001"

    wide = NARROW.sub(lambda found: found[0].translate(WIDE), MARK.sub(hide, marked))
    letters = iter(marks)
    return re.sub("\ue000", lambda _: "{" + next(letters) + ":", wide).replace("\ue001", "}")
