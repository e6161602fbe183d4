"""What is being done beside a page, in words: how far it is, or why it stopped."""

from dataclasses import dataclass
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.store.beside.jobs import Job
from qingzhuang.store.clock import CHINA
from qingzhuang.web.words import day, number


@dataclass(frozen=True, slots=True)
class Work:
    """`open` is still under way; `said` tells how far it is or why it stopped, `older` of when what is shown is."""

    open: bool
    said: str
    older: str
    share: int


def work(job: Job | None, at: datetime | None) -> Work | None:
    """Put a job in words; None when nothing is under way and nothing stopped."""
    if job is None:
        return None
    older = _("下面是 {when}的结果。").format(when=_when(at)) if at else ""
    if not job.open:
        return Work(False, job.told, older, 0)
    if not job.total:
        return Work(True, _("正在称，页面不用等着。"), older, 0)
    said = _("正在称：看了 {total} 张里的 {done} 张。").format(total=number(job.total), done=number(job.done))
    return Work(True, said, older, 100 * job.done // job.total)


def _when(at: datetime) -> str:
    local = at.astimezone(CHINA)
    return _("{day} {hour} 点 {minute} 分").format(
        day=day(local.date()), hour=local.hour, minute=f"{local.minute:02d}"
    )
