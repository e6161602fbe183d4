"""Answers that share a cell with printed words: after a label's colon, over blanks, in a ticked box."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.names import plain
from qingzhuang.answer.writers.xlsx.dates import in_blanks
from qingzhuang.model.form import Item

_REPEAT = re.compile(r"#(\d+)$")
_FILLER = re.compile(r"[^\S\n]*[_\uff3f\ufe4d…]*[^\S\n]*[_\uff3f\ufe4d…]*[^\S\n]*")
_OLD_VALUE = re.compile(r"(?:(?!\s{2,}|\n).)*?(?=\s{2,}|\n|$|\s+[^\s:：]{1,12}[:：])")
_NEXT_LABEL = re.compile(r"[^\n]*[:：]")
_GAP = 2
_APART, _COLON = r"(?<![0-9A-Za-z\u4e00-\u9fff])", r"\s*[:：]"
_EMPTY = "□☐○◯〇"
_TICKED = {
    "□": "☑",
    "☐": "☑",
    "○": "●",
    "◯": "●",
    "〇": "●",
    "☑": "☑",
    "■": "☑",
    "▣": "☑",
    "√": "☑",
    "●": "●",
    "◉": "●",
}
_CLEARED = {"☑": "□", "■": "□", "▣": "□", "●": "○", "◉": "○"}
_BOX = r"(?P<box>[□☐○◯〇☑■▣●◉]|\[[\s√✓xX]*\]|【[\s√✓]*】|[(（][\s√✓]*[)）])"


@dataclass(frozen=True, slots=True)
class Change:
    """Characters start..end of a text become `new`."""

    start: int
    end: int
    new: str


def label_end(text: str, label: str) -> int | None:
    """Return the offset behind a label and its colon; label#2 is the second of that name, or the
    last when there are fewer. A label is not looked for inside a longer one if it also stands alone. White space inside the
    printed label does not matter. None when the text does not hold it."""
    repeat = _REPEAT.search(label)
    number = int(repeat.group(1)) if repeat else 1
    letters = re.sub(r"\s", "", label[: repeat.start()] if repeat else label)
    spaced = r"\s*".join(map(re.escape, letters))
    for pattern in (_APART + spaced + _COLON, spaced + _COLON, _APART + spaced, spaced):
        found = list(re.finditer(pattern, text))
        if found:
            return found[min(number, len(found)) - 1].end()
    return None


def label_in_cell(item: Item, items: Iterable[Item]) -> str:
    """Return an input's label with the number it has among the inputs of that name in its own cell: a form counts its
    repeats over the whole table."""
    base = _REPEAT.sub("", item.label)
    twins = [each for each in items if each.place == item.place and _REPEAT.sub("", each.label) == base]
    return f"{base}#{twins.index(item) + 1}" if item in twins else base


def after_label(
    text: str, label: str, value: str, moment: date | None = None, *, day: bool = True
) -> Change | None:
    """Return the change that writes a value behind its label: over the blanks or underscores there, over an old value
    that stands there, before a unit that follows the blanks; a label further right keeps its distance. `moment` goes over
    a printed 年 月 日; without a known `day` the blank of the day stays."""
    start = label_end(text, label)
    if start is None:
        return None
    line_end = text.find("\n", start)
    rest = text[start : line_end if line_end >= 0 else len(text)]
    dated = _over_date(rest, moment, day=day)
    if dated is not None:
        return Change(start, start + dated.end, dated.new)
    filler = _FILLER.match(rest)
    blank = filler.group(0) if filler else ""
    if not blank and rest:
        old = _OLD_VALUE.match(rest)
        return Change(start, start + (old.end() if old else 0), value)
    following = rest[len(blank) :]
    labels_follow = following.startswith("年") or _NEXT_LABEL.match(following) is not None
    room = width(blank.rstrip("_\uff3f\ufe4d…") if "_" not in blank else blank) - width(value)
    return Change(start, start + len(blank), value + (" " * max(_GAP, room) if labels_follow else ""))


def _over_date(rest: str, moment: date | None, *, day: bool) -> Change | None:
    """A date over printed 年 月 日, when these come before the next label."""
    if moment is None:
        return None
    stop = re.search(r"[:：]", rest)
    head = rest[: stop.start()] if stop else rest
    new = in_blanks(moment, head, day=day)
    return None if new is None else Change(0, len(head), new)


def width(text: str) -> int:
    """The printed width of a text in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def ticks(text: str, label: str, codes: Sequence[str], chosen: Sequence[str]) -> list[Change] | None:
    """Return the changes that tick the chosen words and clear the others, last first. None when a word has no box."""
    start = label_end(text, label) or 0
    words = sorted(codes or _words(text[start:]), key=len, reverse=True)
    either = "|".join(r"\s*".join(map(re.escape, re.sub(r"\s", "", word))) for word in words)
    if not either:
        return None
    before = list(re.finditer(rf"{_BOX}\s*(?P<word>{either})", text[start:]))
    behind = list(re.finditer(rf"(?P<word>{either})\s*{_BOX}", text[start:]))
    boxes = behind if _reads_behind(text[start:], before, behind) else before
    wanted = {plain(word) for word in chosen}
    if not wanted <= {plain(box["word"]) for box in boxes}:
        return None
    changes = {plain(box["word"]): _tick(box, start, plain(box["word"]) in wanted) for box in reversed(boxes)}
    return [change for change in changes.values() if change.new != text[change.start : change.end]]


def _reads_behind(text: str, before: Sequence[object], behind: Sequence[object]) -> bool:
    if len(before) != len(behind):
        return len(behind) > len(before)
    first = re.search(_BOX, text)
    return first is not None and bool(text[: first.start()].strip())


def _words(text: str) -> list[str]:
    """The words behind the boxes of a text."""
    return [
        found["word"] for found in re.finditer(rf"{_BOX}\s*(?P<word>[^\s□☐○☑\[【（(:：；;，,、/]+)", text)
    ]


def _tick(box: "re.Match[str]", start: int, wanted: bool) -> Change:
    mark = box["box"]
    if len(mark) == 1:
        new = _TICKED[mark] if wanted else _CLEARED.get(mark, mark)
    else:
        inside = "√" if wanted else mark[1:-1].strip("√✓xX") or ("" if mark == "[]" else " ")
        new = mark[0] + inside + mark[-1]
    return Change(start + box.start("box"), start + box.end("box"), new)
