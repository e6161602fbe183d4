"""The desk's data: today's demands, lightest words first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.web.drawing import Waffle, waffle
from qingzhuang.web.words import due, duration, number, weekday

MOST_CELLS = 40


@dataclass(frozen=True, slots=True)
class Slip:
    """One demand. `strip` is the form as a strip of cells, true where the ledger answers, scaled down for large forms."""

    task: Task
    due: str
    minutes: str
    missing: str
    strip: tuple[bool, ...]
    admitted: bool


@dataclass(frozen=True, slots=True)
class DeskPage:
    """All that the template needs. `done` are answered."""

    today: str
    count: int
    minutes: str
    before: str
    waffle: Waffle | None
    slips: tuple[Slip, ...]
    done: tuple[Slip, ...]


def desk_page(seat: Seat, tasks: Sequence[Task], now: datetime) -> DeskPage:
    """Lay out the tasks of a post: what is open in order of its deadline, then what is done."""
    open_ones = [each for each in tasks if each.said is Answer.OPEN]
    before = sum(each.before for each in open_ones)
    after = sum(each.after for each in open_ones)
    return DeskPage(
        today=weekday(now.date()),
        count=len(open_ones),
        minutes=duration(after),
        before=duration(before),
        waffle=waffle(before, after, "") if open_ones else None,
        slips=tuple(_slip(each, now) for each in open_ones),
        done=tuple(_slip(each, now) for each in tasks if each.said is not Answer.OPEN),
    )


def _slip(task: Task, now: datetime) -> Slip:
    return Slip(
        task,
        due(task.demand.deadline, now) if task.demand.deadline else _("没有写期限"),
        duration(task.after),
        number(task.cells - task.filled),
        strip_of(task.cells, task.filled),
        task.demand.stage is Stage.ADMITTED,
    )


def strip_of(cells: int, filled: int) -> tuple[bool, ...]:
    """A form as at most 40 cells. One blank stays one blank: nothing that is left may round to nothing."""
    shown = min(cells, MOST_CELLS)
    if not shown:
        return ()
    blank = cells - filled
    empty = min(shown, max(1 if blank else 0, round(shown * blank / cells)))
    return (True,) * (shown - empty) + (False,) * empty
