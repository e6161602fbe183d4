"""A draft notice asked lawfully: the same paragraphs, every sentence that orders a practice put in another way."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.check.text.rewrite import rewritten_at
from qingzhuang.intake.notices.read import read_notice
from qingzhuang.model.finding import Finding

_NUMBER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])\s*"
)


@dataclass(frozen=True, slots=True)
class Reworded:
    """The paragraphs, the title first where there is one; `changed` counts those that read otherwise, `tables` tells that
    the draft has tables, which are left out here."""

    title: str
    lines: tuple[str, ...]
    changed: int
    tables: bool


def spans_of(findings: Iterable[Finding]) -> tuple[tuple[int, int], ...]:
    """Where in their text these findings stand, start and end in letters; those of no place are left out."""
    return tuple(
        (each.start, each.end) for each in findings if each.start is not None and each.end is not None
    )


def reword(file: str, content: bytes, spans: Sequence[tuple[int, int]]) -> Reworded:
    """Return the draft's own words, the sentences at these spans asked lawfully; a paragraph that no span meets stays letter
    for letter, whatever else is read in it. Raises ProblemError when it cannot be read."""
    notice = read_notice(file, content)
    old = notice.text.split("\n")
    new = _untouched(old, _numbered(old, rewritten_at(notice.text, spans).split("\n")), spans)
    cells = {number for number, each in enumerate(notice.passages) if "!" in each.where}
    same = len(old) == len(new) == len(notice.passages)
    kept = [line for number, line in enumerate(new) if not (same and number in cells)]
    changed = sum(a != b for a, b in zip(old, new, strict=True)) if same else max(1, abs(len(old) - len(new)))
    title = notice.title if kept and kept[0].strip() == notice.title else ""
    return Reworded(title, tuple(kept[1:] if title else kept), changed, bool(cells))


def _untouched(old: Sequence[str], new: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[str]:
    """Only paragraphs that a span meets may read otherwise. Where paragraphs were lost, nothing does."""
    if len(old) != len(new):
        return list(old)
    lines, at = list(old), 0
    for number, line in enumerate(old):
        if any(start < at + len(line) and at < end for start, end in spans):
            lines[number] = new[number]
        at += len(line) + 1
    return lines


def _numbered(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Paragraphs keep the number that they begin with, whatever became of their first sentence."""
    if len(old) != len(new):
        return list(new)
    pairs = ((_NUMBER.match(before), after) for before, after in zip(old, new, strict=True))
    return [after if not found or after.startswith(found[0]) else found[0] + after for found, after in pairs]
