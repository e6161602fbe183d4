"""The board's lists to take away: the figures behind its drawings, what could go, one check's findings, tip-offs."""

from gettext import gettext as _

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.model.organisation import Role, Seat
from qingzhuang.store.runs import run
from qingzhuang.web.access import serves
from qingzhuang.web.board.page import Bar, Figure
from qingzhuang.web.board.views import board_of, clues_of, cuts_of
from qingzhuang.web.checked.rules import KINDS
from qingzhuang.web.listing import Listing, handed

_MINUTES = (_("怎么分"), _("哪一组"), _("照原样，一个月"), _("还剩"), _("卸下"))
_CUTS = (
    _("怎么改"),
    _("哪几张"),
    _("改成什么"),
    _("为什么"),
    _("先核对"),
    _("每月卸下"),
    _("一年的算式"),
    _("谁来定"),
)
_FINDS = (_("名称"), _("在哪里"), _("规定"), _("编号"), _("怎么看"), _("条文"), _("怎么改"))
_CLUES = (_("类"), _("名称"), _("规定"), _("编号"), _("几条"))


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
