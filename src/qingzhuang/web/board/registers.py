"""The page of registers: what was checked, what was found by article, what changed since the last time."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.model.case import CaseKind
from qingzhuang.model.finding import Gravity
from qingzhuang.packs.words import kind_word
from qingzhuang.pipeline.inventory import Difference, Entry, difference
from qingzhuang.store.board.runs import Run
from qingzhuang.store.clock import CHINA
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
class Open:
    """One question that the register leaves open: about what, where it stands, which rule waits for the answer."""

    question: str
    name: str
    where: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class RunPage:
    """One check; `change` is None the first time."""

    line: RunLine
    rows: tuple[ArticleRow, ...]
    asked: tuple[Open, ...]
    change: Difference | None
    last: str


@dataclass(frozen=True, slots=True)
class StockRow:
    """What there is of some kinds of things, by the last check that listed them; the rest against the check before it,
    empty the first time."""

    line: RunLine
    things: str
    more: str
    found: int
    new: str
    gone: str


@dataclass(frozen=True, slots=True)
class RegistersPage:
    """What there is now, and all checks so far; `found` over what there is now."""

    stock: tuple[StockRow, ...]
    found: int
    lines: tuple[RunLine, ...]


def registers_page(runs: Sequence[Run]) -> RegistersPage:
    """Lay out the checks, the latest first."""
    held = stock(runs)
    return RegistersPage(held, sum(each.found for each in held), tuple(run_line(each) for each in runs))


def stock(runs: Sequence[Run]) -> tuple[StockRow, ...]:
    """The latest check of each kind of register, beside the one before it. Checks come latest first."""
    by_kinds: dict[str, list[Run]] = {}
    for each in runs:
        by_kinds.setdefault(next(iter(each.kinds), ""), []).append(each)
    order = [kind.value for kind in CaseKind]
    kinds = sorted(by_kinds, key=lambda kind: order.index(kind) if kind in order else len(order))
    return tuple(_stock(*by_kinds[kind][:2]) for kind in kinds)


def _stock(last: Run, before: Run | None = None) -> StockRow:
    line = run_line(last)
    if before is None:
        return StockRow(line, line.listed, "", line.found, "", "")
    change = difference(_told(before), _told(last))
    more = sum(last.kinds.values()) - sum(before.kinds.values())
    told = _("多 {n}") if more > 0 else _("少 {n}") if more < 0 else _("没变")
    return StockRow(
        line,
        line.listed,
        told.format(n=words.number(abs(more))),
        line.found,
        words.number(len(change.new)),
        words.number(len(change.gone)),
    )


def _told(run: Run) -> tuple[Entry, ...]:
    """What is a finding; questions are none."""
    return tuple(each for each in run.entries if each.gravity != Gravity.ASK)


def run_line(run: Run) -> RunLine:
    """One check in a line."""
    listed = "，".join(
        _("{kind} {n}").format(kind=kind_word(CaseKind(kind)), n=words.number(count))
        for kind, count in run.kinds.items()
    )
    return RunLine(run.number, words.day(run.at.astimezone(CHINA).date()), run.file, listed, len(_told(run)))


def run_page(run: Run, before: Run | None) -> RunPage:
    """Lay out a check, gravest rules first, in the order of the file within."""
    return RunPage(
        run_line(run),
        article_rows(run.entries),
        tuple(_open(each) for each in run.entries if each.gravity == Gravity.ASK),
        difference(_told(before), _told(run)) if before else None,
        run_line(before).day if before else "",
    )


def _open(each: Entry) -> Open:
    return Open(each.question or _(each.title), each.name, each.where, each.code, _(each.title))


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
        _(first.title),
        KINDS[Gravity(first.gravity)],
        _(first.tag),
        len(found),
        first.article,
        first.said,
        first.rewrite,
        things[:FIRST],
        things[FIRST:],
    )
