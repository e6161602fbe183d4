"""The page of a file that is read beside the pages: how far it is, or why it stopped; it leads on by itself."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.http.response import HttpResponse, HttpResponseRedirect
from django_htmx.http import HttpResponseClientRedirect

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem
from qingzhuang.store.beside.jobs import Job, State


@dataclass(frozen=True, slots=True)
class Reading:
    """`open` is still under way; `said` tells how far it is or why it stopped."""

    open: bool
    said: str


def reading_of(job: Job, before: int) -> Reading:
    """Put a job in words; `before` so many are done first."""
    if not job.open:
        return Reading(False, job.told)
    if job.state is State.WAITING and before:
        return Reading(True, _("前面还有 {n} 件事在做，轮到它就读。").format(n=before))
    if job.done:
        return Reading(True, _("读完了，正在和已经知道的对一对。"))
    return Reading(True, _("正在读。大的表、旧格式的 Word，要十几秒到一分钟。"))


def no_seat() -> Problem:
    """Whoever brought the file holds the seat no more."""
    return Problem(
        "QZ-W127", "", _("放文件的人已经不在这个位子上，没有读。"), _("请在位子上的人重新放一份。")
    )


def led_on(request: HttpRequest, to: str) -> HttpResponse:
    """Lead to what came out, whoever asks: somebody, or the page itself."""
    if getattr(request, "htmx", False):
        return HttpResponseClientRedirect(to)
    return HttpResponseRedirect(to)
