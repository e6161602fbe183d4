"""Work of the text path in letters that patterns looked at and functions that were called, for texts that grow.

Run as a module with the number of letters: prints {"work": {task: {text: count}}, "patterns": [...]}. Patterns are counted by
a stand-in for `re.compile`, so this must start before anything of the project is read."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

_compile = re.compile
ROADS = (
    "check.text",
    "check.deadline",
    "check.group",
    "check.clue",
    "check.silence",
    "privacy",
    "intake.chats",
)


class Meter:
    """What was counted so far."""

    letters = 0
    calls = 0


sources: set[str] = set()


class Counted:
    """A pattern that counts the letters it passes over."""

    def __init__(self, pattern: "re.Pattern[Any]") -> None:
        self._pattern = pattern
        self.pattern = pattern.pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _one(
        self, found: "re.Match[Any] | None", text: str, pos: int, end: int, anchored: bool
    ) -> "re.Match[Any] | None":
        left = 1 if anchored else min(end, len(text)) - pos
        Meter.letters += 1 + (found.end() - pos if found else max(left, 0))
        return found

    def search(self, text: str, pos: int = 0, end: int = sys.maxsize) -> "re.Match[Any] | None":
        return self._one(self._pattern.search(text, pos, end), text, pos, end, anchored=False)

    def match(self, text: str, pos: int = 0, end: int = sys.maxsize) -> "re.Match[Any] | None":
        return self._one(self._pattern.match(text, pos, end), text, pos, end, anchored=True)

    def fullmatch(self, text: str, pos: int = 0, end: int = sys.maxsize) -> "re.Match[Any] | None":
        return self._one(self._pattern.fullmatch(text, pos, end), text, pos, end, anchored=True)

    def finditer(self, text: str, pos: int = 0, end: int = sys.maxsize) -> "Iterator[re.Match[Any]]":
        at = pos
        for found in self._pattern.finditer(text, pos, end):
            Meter.letters += 1 + found.end() - at
            at = found.end()
            yield found
        Meter.letters += max(min(end, len(text)) - at, 0)

    def findall(self, text: str, *bounds: int) -> Any:
        Meter.letters += len(text)
        return self._pattern.findall(text, *bounds)

    def sub(self, new: Any, text: str, count: int = 0) -> Any:
        Meter.letters += len(text)
        return self._pattern.sub(new, text, count)

    def split(self, text: str, maxsplit: int = 0) -> Any:
        Meter.letters += len(text)
        return self._pattern.split(text, maxsplit)


def counting(source: Any, flags: Any = 0) -> Any:
    pattern = _compile(source, flags)
    caller = sys._getframe(1).f_globals.get("__name__", "")
    if not caller.startswith("qingzhuang") or not isinstance(pattern.pattern, str):
        return pattern
    if caller.removeprefix("qingzhuang.").startswith(ROADS):
        sources.add(pattern.pattern)
    return Counted(pattern)


re.compile = counting  # type: ignore[assignment]

from datetime import UTC, date, datetime  # noqa: E402

from qingzhuang.check.clue.cases import clue_cases  # noqa: E402
from qingzhuang.check.clue.read import read_clue  # noqa: E402
from qingzhuang.check.deadline import deadlines  # noqa: E402
from qingzhuang.check.group.ended import ended  # noqa: E402
from qingzhuang.check.group.same import Board, plain  # noqa: E402
from qingzhuang.intake.chats.read import SHAPES  # noqa: E402
from qingzhuang.law.calendar import calendar  # noqa: E402
from qingzhuang.pipeline.checking import check_text, court  # noqa: E402
from qingzhuang.privacy.find import find  # noqa: E402
from qingzhuang.privacy.mask import mask  # noqa: E402

COURT = court(date(2026, 11, 25))
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
PIECES = {
    "orders without a stop": "请各村每天打卡积分排名",
    "orders with commas": "务必下载APP，点赞转发，",
    "sentences": "请各村10分钟内回复并接龙。",
    "lines": "每人每天截图上传\n",
    "open quotes": "“打卡",
    "quotes": '"打卡"',
    "brackets": "（打卡【",
    "control": "打\x00卡\x1b\u200b",
    "surrogates": "打卡\ud800",
    "right to left": "\u202e打卡\u202c",
    "wide": "ＡＰＰ１２３打卡",
    "digits": "1",
    "phones": "13812345678 ",
    "spaced digits": "1 3 ",
    "dates": "11月25日17:00前",
    "spaces": " ",
    "names": "村民王建国、李秀英，",
    "mentions": "@张三 ",
    "addresses": "青禾村3组12号",
    "one letter": "村",
    "heads": "2026-10-05 21:40:12 老王(12345)\n收到\n",
    "parts of heads": "老王 21:40:12",
    "faces": "[强][",
    "group ends": "本群任务",
}
START = "每天打卡，"  # so that the check reads on
TASKS: dict[str, Callable[[str], object]] = {
    "whole check": lambda text: check_text(text, COURT),
    "deadlines": lambda text: deadlines(text, NOON, calendar()),
    "personal data": find,
    "mask": mask,
    "same notice": lambda text: Board().number(plain(text)),
    "group ended": ended,
    "clue": lambda text: clue_cases(read_clue(text)),
    "chats": lambda text: [list(shape.read(io.StringIO(text))) for shape in SHAPES],
}


def work(task: Callable[[str], object], text: str) -> int:
    """Letters looked at and functions called."""
    Meter.letters = Meter.calls = 0

    def watch(_frame: Any, event: str, _argument: Any) -> None:
        Meter.calls += event == "call"

    sys.setprofile(watch)
    try:
        task(text)
    finally:
        sys.setprofile(None)
    return Meter.letters + Meter.calls


def main(size: int) -> None:
    for task in TASKS.values():  # read every table and make every machine once, so that it is not counted
        for piece in PIECES.values():
            task(piece * 3)
    for number, piece in enumerate([*PIECES.values()] * 2):
        TASKS["whole check"](f"{START}{number}{piece * (200 // len(piece) + 1)}")
    found = {
        name: {label: work(task, START + piece * (size // len(piece))) for label, piece in PIECES.items()}
        for name, task in TASKS.items()
    }
    sys.stdout.write(json.dumps({"work": found, "patterns": sorted(sources)}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
