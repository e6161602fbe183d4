"""The board's lists to take away: the figures behind its drawings, what could go, one check's findings, tip-offs."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store.board.runs import run
from qingzhuang.web.access import serves
from qingzhuang.web.board.page import Bar, Figure
from qingzhuang.web.board.views import board_of, clues_of, cuts_of
from qingzhuang.web.checked.rules import KINDS
from qingzhuang.web.listing import Listing, handed

_MINUTES = (later("怎么分"), later("哪一组"), later("照原样，一个月"), later("还剩"), later("卸下"))
_CUTS = (
    later("怎么改"),
    later("哪几张"),
    later("改成什么"),
    later("为什么"),
    later("先核对"),
    later("每月卸下"),
    later("一年的算式"),
    later("谁来定"),
)
_FINDS = (
    later("名称"),
    later("在哪里"),
    later("规定"),
    later("编号"),
    later("怎么看"),
    later("条文"),
    later("怎么改"),
)
_CLUES = (later("类"), later("名称"), later("规定"), later("编号"), later("几条"))


@serves(Role.OVERSEER)
@require_safe
def minutes_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """The board's tables one under another; what the page does not show is not in it."""
    page = board_of(seat)
    figures = () if page.hidden or page.empty else page.figures
    rows = [(each.title, *_bar(bar)) for each in figures for bar in _bars(each)]
    course = () if page.hidden or page.empty else page.course.rows
    rows += [(_("各月"), each.month, each.before, each.after, "") for each in course]
    return handed(seat, Listing(_("时间花在哪里"), _MINUTES, rows), kind, "board list")


@serves(Role.OVERSEER)
@require_safe
def cut_list_out(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """What could go."""
    rows = [
        (each.kind, each.forms, each.what, each.why, each.check, each.frees, each.formula, each.issuers)
        for each in cuts_of(seat).rows
    ]
    return handed(seat, Listing(_("可减清单"), _CUTS, rows), kind, "cut list")


@serves(Role.OVERSEER)
@require_safe
def finds_list(request: HttpRequest, seat: Seat, number: int, kind: str) -> HttpResponseBase:
    """The findings of one check of a register."""
    found = run(seat.unit, number)
    if found is None:
        raise Http404
    words = {gravity.value: word for gravity, word in KINDS.items()}
    rows = [
        (
            each.name,
            each.where,
            each.title,
            each.code,
            words.get(each.gravity, ""),
            each.article,
            each.rewrite,
        )
        for each in found.entries
    ]
    title = _("{file}（查到的）").format(file=found.file.rpartition(".")[0] or found.file)
    return handed(seat, Listing(title, _FINDS, rows), kind, f"register {number} findings")


@serves(Role.OVERSEER)
@require_safe
def clues_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """How many tip-offs of each kind meet which rule; none of their words."""
    rows = [
        (pile.letter, pile.name, title, code, str(count))
        for pile in clues_of(seat).piles
        for title, code, count in (
            ("", "", pile.count),
            *((title, code, count) for code, title, count in pile.rules),
        )
    ]
    return handed(seat, Listing(_("线索"), _CLUES, rows), kind, "clue list")


def _bars(figure: Figure) -> tuple[Bar, ...]:
    if figure.hidden:
        return ()
    return figure.bars + ((figure.total,) if figure.total else ())


def _bar(bar: Bar) -> tuple[str, str, str, str]:
    return bar.name, bar.before, bar.after, bar.freed
