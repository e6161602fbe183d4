"""When something could not be done: what happened, what to do, what is unharmed."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Task
from qingzhuang.store.blobs import ChangedError

P = ParamSpec("P")
_TERMINAL = re.compile(r"\bqz |--\w")


def in_words(
    view: Callable[Concatenate[HttpRequest, Seat, Task, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let what stops a task end in words."""

    @wraps(view)
    def told(
        request: HttpRequest, seat: Seat, task: Task, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        try:
            return view(request, seat, task, *args, **kwargs)
        except ProblemError as error:
            return trouble(request, task, error.problem)
        except (OSError, ChangedError):
            return trouble(request, task, file_gone(task))

    return told


def trouble(request: HttpRequest, task: Task, problem: Problem, status: int = 409) -> HttpResponse:
    """Say the problem of a task in words."""
    return render(request, "desk/trouble.html", {"task": task, "problem": problem}, status=status)


def remark(problem: Problem) -> str:
    """What was seen while a form was filled, and what to do about it where that can be done here: no words of the terminal."""
    return problem.message if _TERMINAL.search(problem.cure) else f"{problem.message}{problem.cure}"


def page_too_old(task: Task) -> Problem:
    """The fields that were sent are not those of this task's page."""
    return Problem(
        "QZ-W122",
        task.demand.title,
        _("这一页放得太久，刚写的没有存下。"),
        _("请退回上一页，写的字还在那里；刷新后再填一遍。"),
    )


def file_gone(task: Task) -> Problem:
    """The issuer's file is not where it was kept, or was changed there."""
    return Problem(
        "QZ-W120",
        task.demand.title,
        _("发表单位的原表在这台机器上找不到了。"),
        _("请告诉管理员从备份里找回；您答过的都在台账里。"),
    )
