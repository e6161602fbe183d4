"""A text as it was sent: notice, letter, group message, page."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from qingzhuang.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: where it stands in the file (第3段, 表1!B2, 第2页), and its span in the whole text."""

    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """The whole text with its paragraphs in order, joined by line breaks. `day` is the date written under it."""

    file: str
    text: str
    passages: tuple[Passage, ...]
    title: str = ""
    day: date | None = None
    problems: tuple[Problem, ...] = ()

    def passage_at(self, offset: int) -> Passage:
        """The paragraph that holds an offset of the text."""
        after = bisect_right(self.passages, offset, key=lambda each: each.start)
        if after and offset <= self.passages[after - 1].end:
            return self.passages[after - 1]
        return self.passages[-1] if self.passages else Passage("", 0, len(self.text))
