"""One draft's data: its sentence, its words with marks, its columns, what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qingzhuang.account.reckon import Reckoning
from qingzhuang.intake.doubting import CloseCall
from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Provision
from qingzhuang.model.gate import Screening
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.work import Sent, Stage
from qingzhuang.pipeline.costing import cost
from qingzhuang.pipeline.shorter import can_be_shorter
from qingzhuang.web.gate.columns import Columns, columns_of
from qingzhuang.web.gate.marks import Find, Piece, finds_of, paragraphs_of
from qingzhuang.web.gate.twice_page import TwiceCard
from qingzhuang.web.words import duration, number

_LETTERS_A_MINUTE = 400


@dataclass(frozen=True, slots=True)
class Burden:
    """What a draft costs all posts in a year, before and after, with the products that give it."""

    posts: str
    times: str
    rows: str
    before: str
    after: str
    lighter: bool
    before_formula: str
    after_formula: str
    range: str


@dataclass(frozen=True, slots=True)
class DraftPage:
    """All that the template needs. `read` is False for a file that nobody could read."""

    sent: Sent
    sentence: str
    said: str
    read: bool
    titled: bool
    paragraphs: tuple[tuple[Piece, ...], ...]
    finds: tuple[Find, ...]
    to_change: int
    unread: int
    columns: Columns | None
    burden: Burden | None
    problems: tuple[Problem, ...]
    shorter: bool
    reworded: bool
    adoptable: bool
    open: bool
    changing: bool
    minutes: int
    doubts: tuple[CloseCall, ...] = ()
    asks_only: bool = False
    twice: tuple[TwiceCard, ...] = ()


def draft_page(
    sent: Sent, screening: Screening | None, posts: int, provisions: Mapping[str, Provision],
    reasons: Mapping[str, str], today: date, *, plain_text: bool = False, asks_only: bool = False,
    doubts: tuple[CloseCall, ...] = (), twice: tuple[TwiceCard, ...] = (),
) -> DraftPage:  # fmt: skip
    """Lay out a draft for so many posts; `plain_text`: it is nothing but paragraphs, whose sentences can be changed here;
    `asks_only`: it has no cells for answers; `doubts`: how else it may be read; `twice`: what it seems to
    ask twice."""
    held = screening or Screening(sent.file, sent.title)
    finds = finds_of(held, provisions, reasons)
    columns = columns_of(held)
    unread = sum(each.severity is Severity.ERROR for each in held.problems)
    marked = any(each.start is not None for each in held.findings)
    return DraftPage(
        sent=sent,
        sentence=_stage(sent) or _sentence(finds, columns, unread, twice, read=screening is not None),
        said=_said(held, columns),
        read=screening is not None,
        titled=held.text.strip().startswith(held.title),
        paragraphs=_paragraphs(held, columns),
        finds=finds,
        to_change=sum(each.to_change for each in finds),
        unread=unread,
        columns=columns,
        burden=_burden(held, posts, sent.times_per_year, today) if columns else None,
        problems=held.problems,
        shorter=can_be_shorter(held),
        reworded=marked and _is_text(sent.file),
        adoptable=marked and plain_text and sent.stage in (Stage.DRAFT, Stage.RETURNED),
        open=sent.stage in (Stage.DRAFT, Stage.RETURNED, Stage.UNADMITTED),
        changing=sent.stage in (Stage.DRAFT, Stage.RETURNED),
        minutes=max(1, round(_letters(finds, held) / _LETTERS_A_MINUTE)),
        doubts=doubts,
        asks_only=asks_only,
        twice=twice,
    )


def _paragraphs(held: Screening, columns: Columns | None) -> tuple[tuple[Piece, ...], ...]:
    """The words of a notice; of a form only where something in them is marked: its columns stand in their own table."""
    found = paragraphs_of(held)
    marked = any(piece.numbers for line in found for piece in line)
    return found if columns is None or marked else ()


def _is_text(file: str) -> bool:
    return not file.lower().endswith((".xlsx", ".xlsm", ".xls", ".et"))


def _stage(sent: Sent) -> str:
    """Once it is on its way, that is what one came to see."""
    said = {
        Stage.RETURNED: _("减负办请您再看"),
        Stage.SUBMITTED: _("送去了，在等准入"),
        Stage.ADMITTED: _("已准入，{mark}").format(mark=sent.mark),
        Stage.ENDED: _("这件事结束了"),
    }
    return said.get(sent.stage, "")


def _sentence(
    finds: tuple[Find, ...], columns: Columns | None, unread: int, twice: tuple[TwiceCard, ...], *, read: bool
) -> str:
    change = sum(each.to_change for each in finds)
    if not read:
        return _("这份稿子没有读成")
    if unread:
        return _("有 {n} 处没有读成，请先看一看").format(n=unread)
    if columns is not None and not columns.clear:
        return _("先写清这张表列的是谁")
    if columns is not None and not columns.asked:
        return _("这张表不用发，别的表正在问") if columns.coming else _("这张表不用发，每一栏都有了")
    if change:
        return _("改好这 {n} 处，再发").format(n=change)
    if finds:
        return _("有 {n} 处请看一眼").format(n=len(finds))
    if unsaid := sum(not each.said for each in twice):
        return _("有 {n} 处请您定").format(n=unsaid)
    return _("没有查到要改的")


def _said(screening: Screening, columns: Columns | None) -> str:
    if columns is None:
        return _("通知稿")
    if not columns.clear:
        return _("送审稿 · {total} 栏").format(total=columns.total)
    return _("送审稿 · {total} 栏，已有 {known} 栏").format(total=columns.total, known=columns.known)


def _burden(screening: Screening, posts: int, times: float, today: date) -> Burden:
    both = cost(screening, posts, times, today)
    before, after = both.before.minutes, both.after.minutes
    rows = (
        _("每村约 {n} 行，按台账里该列的算").format(n=screening.records)
        if screening.told
        else _("每村按 {n} 行算，表上画了几行就是几行，没画的按 20 行").format(n=screening.records)
    )
    return Burden(
        posts=number(posts),
        times=f"{times:g}",
        rows=rows,
        before=duration(before.likely),
        after=duration(after.likely),
        lighter=after.likely < before.likely,
        before_formula=_formula(both.before),
        after_formula=_formula(both.after),
        range=_("快的 {low}，慢的 {high}").format(low=duration(before.low), high=duration(before.high)),
    )


def _formula(reckoning: Reckoning) -> str:
    return reckoning.formula


def _letters(finds: tuple[Find, ...], screening: Screening) -> int:
    law = sum(
        len(each.law.words) + len(each.message) + sum(map(len, each.rewrites)) for each in finds if each.law
    )
    return law + min(len(screening.text), 4_000) + 12 * len(screening.columns)
