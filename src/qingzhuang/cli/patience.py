"""How long one file of many may take: who reads a folder is not kept waiting by the oddest file in it."""

import _thread
import os
import signal
import threading
from collections.abc import Callable
from gettext import gettext as _
from types import FrameType
from typing import TypeVar

from qingzhuang.model.problem import Problem, ProblemError

_T = TypeVar("_T")
_SECONDS = 120.0
_OLD = (".doc", ".xls", ".wps", ".et", ".rtf", ".ods", ".odt")
_WITH_OFFICE = 10  # LibreOffice turns all old files of a folder at the first one, within limits of its own
_SETTING = "QZ_PATIENCE"


class _TimeUpError(BaseException):
    """Raised in the midst of work; no `except Exception` on the way may keep it."""


def seconds() -> float:
    """How many seconds one file may take, 0 for without end: what QZ_PATIENCE says, else 120. Raises ProblemError QZ-C008
    when it says no number."""
    said = os.environ.get(_SETTING, "")
    try:
        return max(float(said), 0.0) if said else _SECONDS
    except ValueError as error:
        raise ProblemError(_not_a_number(said)) from error


def in_time(file: str, work: Callable[[], _T]) -> _T:
    """Do one file's work. Raises ProblemError QZ-C009 when its time is up: between two steps of ours, a library's single
    call is waited for. Only the main thread has a clock; elsewhere the work takes what it takes."""
    limit = seconds() * (_WITH_OFFICE if file.lower().endswith(_OLD) else 1)
    if not limit or threading.current_thread() is not threading.main_thread():
        return work()
    up, done = threading.Event(), threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def told(number: int, frame: FrameType | None) -> None:
        if not up.is_set():
            if callable(before):
                before(number, frame)
        elif not done.is_set():
            raise _TimeUpError

    def ring() -> None:
        up.set()
        _thread.interrupt_main()

    clock = threading.Timer(limit, ring)
    clock.daemon = True
    signal.signal(signal.SIGINT, told)
    try:
        clock.start()
        found = work()
        done.set()
        return found
    except _TimeUpError:
        raise ProblemError(_too_slow(file, limit)) from None
    finally:
        done.set()
        clock.cancel()
        clock.join()
        signal.signal(signal.SIGINT, before)


def _too_slow(file: str, limit: float) -> Problem:
    return Problem(
        "QZ-C009",
        file,
        _("{seconds} 秒里没有读完，先放在一边，别的文件照读。").format(seconds=f"{limit:g}"),
        _("请看看这份文件是不是不该这么大；要等它读完，把环境变量 QZ_PATIENCE 设成更多的秒数，0 是一直等。"),
    )


def _not_a_number(said: str) -> Problem:
    return Problem(
        "QZ-C008",
        _SETTING,
        _("“{said}”不是秒数。").format(said=said),
        _("请写一个数，例如 300；0 是一直等。"),
    )
