"""The receipt of a form that was handed over."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.model.work import Task
from qingzhuang.store.tasks.looking import is_decided
from qingzhuang.web.words import number

_KEPT = re.compile(r"(.*)：(?:(\d+) 格|没有贴)")


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """`lines` are name and words; `open` is what was left blank, `doubts` what was sent though doubtful, with the sender's word;
    `again` says what filling it once more gave."""

    task: Task
    lines: tuple[tuple[str, str], ...]
    open: tuple[str, ...]
    again: str
    doubts: tuple[str, ...] = ()


def receipt_page(
    task: Task, now: datetime, again: str | None = None, erased: Sequence[int] = ()
) -> ReceiptPage:
    """Lay the receipt out; `erased` are the records of lawful deletions of people whom the form had named."""
    at = (task.answered_at or now).astimezone(now.tzinfo)
    when = _("{at:%Y} 年 {at.month} 月 {at.day} 日 {at:%H:%M:%S}").format(at=at)
    return ReceiptPage(
        task,
        (
            (_("编号"), task.receipt),
            (_("交给"), task.demand.issuer.name),
            (_("由谁交"), task.unit.name),
            (_("时间"), when),
            (_("依据"), task.demand.mark or _("没有准入编号")),
            (_("内容"), _content(task)),
            (_("台账"), _("按 {when} 的台账填的").format(when=when)),
            (_("文件指纹"), task.blob or _("成表已按期删除")),
        ),
        tuple(_left_open(each) for each in task.reason.splitlines() if not is_decided(each)),
        _again(task, again, erased),
        tuple(each for each in task.reason.splitlines() if is_decided(each)),
    )


def _content(task: Task) -> str:
    cells, filled, blank = number(task.cells), number(task.filled), number(task.cells - task.filled)
    if not task.cells:
        return _("没有要填的格")
    if task.cells == task.filled:
        return _("{cells} 格，填了 {filled} 格").format(cells=cells, filled=filled)
    return _("{cells} 格，填了 {filled} 格，{blank} 格待核").format(cells=cells, filled=filled, blank=blank)


def _left_open(line: str) -> str:
    """Say a line that was kept in Chinese."""
    kept = _KEPT.fullmatch(line)
    if kept is None:
        return line
    if kept[2] is None:
        return _("{name}：没有贴").format(name=kept[1])
    return _("{name}：{count} 格").format(name=kept[1], count=kept[2])


def _again(task: Task, again: str | None, erased: Sequence[int]) -> str:
    if again is None or not task.blob:
        return ""
    if again == task.blob:
        return _("用当时的台账再填了一遍，和交出的那份一字不差。")
    if erased:
        which = _("、").join(str(each) for each in erased)
        return _(
            "用当时的台账再填了一遍，少了依法删除的：交出以后，表里有 {n} 个人的资料删掉了，见删除记录第 {which} 号。"
            "交出的那份还在，没有动。"
        ).format(n=len(erased), which=which)
    return _("用当时的台账再填了一遍，和交出的那份不一样。交出的那份还在，没有动。")
