"""What a person should know about the figures of a form: on what they rest, and why some are blank."""

from collections.abc import Iterable

from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, Severity

_SHOWN = 8


def told_figures(file: str, cells: Iterable[Cell]) -> tuple[Problem, ...]:
    """Say which figures rest on rolls taken as whole or on sums (QZ-F130), and why figures stayed blank (QZ-F131)."""
    rests: dict[str, list[str]] = {}
    lacks: dict[str, list[str]] = {}
    for each in cells:
        if each.why:
            into = rests if each.origin.state is State.COUNTED else lacks
            into.setdefault(each.why, []).append(each.label or each.item.key)
    found = []
    if rests:
        message = _("这些数是从台账数出来的：{figures}。").format(figures=_listed(rests))
        found.append(Problem("QZ-F130", file, message, _("请核对一眼，名册不全的先补全。"), Severity.DOUBT))
    if lacks:
        message = _("这些数没有填，台账里数不出来：{figures}。").format(figures=_listed(lacks))
        found.append(Problem("QZ-F131", file, message, _("请补上台账，或自己填。"), Severity.NOTE))
    return tuple(found)


def _listed(told: dict[str, list[str]]) -> str:
    shown = [f"{_named(labels)}：{why}" for why, labels in list(told.items())[:_SHOWN]]
    more = len(told) - len(shown)
    return "；".join(shown) + (_("；另有 {count} 种情况").format(count=more) if more > 0 else "")


def _named(labels: Iterable[str]) -> str:
    """The first labels by name, the others counted: a filled-in list of thousands of rows is no message."""
    names = list(dict.fromkeys(labels))
    told = "、".join(names[:_SHOWN])
    more = len(names) - _SHOWN
    return told + _("等 {count} 处").format(count=len(names)) if more > 0 else told
