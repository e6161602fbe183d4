"""The page of registers: what was checked, what was found by article, what changed since the last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from qingzhuang.model.case import CaseKind
from qingzhuang.model.finding import Gravity
from qingzhuang.packs.words import kind_word
from qingzhuang.pipeline.inventory import Difference, Entry, difference
from qingzhuang.store.clock import CHINA
from qingzhuang.store.runs import Run
from qingzhuang.web import words
from qingzhuang.web.checked.rules import KINDS

FIRST = 12


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """All findings under one rule; `things` are the first of them, `rest` the others."""

    code: str
    title: str
    kind: str
    tag: str
    count: int
    article: str
    said: str
    rewrite: str
    things: tuple[tuple[str, str], ...]
    rest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RunLine:
    """One check in the list."""

    number: int
    day: str
    file: str
    listed: str
    found: int


@dataclass(frozen=True, slots=True)
class RunPage:
    """One check; `change` is None the first time."""

    line: RunLine
    rows: tuple[ArticleRow, ...]
    asked: int
    change: Difference | None
    last: str


def run_line(run: Run) -> RunLine:
    """One check in a line."""
    listed = "，".join(
        _("{kind} {n}").format(kind=kind_word(CaseKind(kind)), n=words.number(count))
        for kind, count in run.kinds.items()
    )
    found = sum(each.gravity != Gravity.ASK for each in run.entries)
    return RunLine(run.number, words.day(run.at.astimezone(CHINA).date()), run.file, listed, found)


def run_page(run: Run, before: Run | None) -> RunPage:
    """Lay out a check, gravest rules first, in the order of the file within."""
    return RunPage(
        run_line(run),
        article_rows(run.entries),
        sum(each.gravity == Gravity.ASK for each in run.entries),
        difference(before.entries, run.entries) if before else None,
        run_line(before).day if before else "",
    )


def article_rows(entries: Sequence[Entry]) -> tuple[ArticleRow, ...]:
    """Findings by rule; questions are counted elsewhere."""
    held: dict[tuple[str, str], list[Entry]] = {}
    for each in entries:
        if each.gravity != Gravity.ASK:
            held.setdefault((each.code, each.gravity), []).append(each)
    order = [gravity.value for gravity in Gravity]
    return tuple(
        _row(found) for found in sorted(held.values(), key=lambda found: order.index(found[0].gravity))
    )


def _row(found: Sequence[Entry]) -> ArticleRow:
    first = found[0]
    things = tuple((each.name, each.where) for each in found)
    return ArticleRow(
        first.code,
        first.title,
        KINDS[Gravity(first.gravity)],
        first.tag,
        len(found),
        first.article,
        first.said,
        first.rewrite,
        things[:FIRST],
        things[FIRST:],
    )
