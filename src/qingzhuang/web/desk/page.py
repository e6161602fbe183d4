"""The desk's data: today's demands, lightest words first, and what the ledger gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.account.reckon import said_again
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Stage, Task
from qingzhuang.web.desk.margin import Margin, Note, notes
from qingzhuang.web.drawing import Waffle, waffle
from qingzhuang.web.words import day, due, duration, number, weekday

MOST_CELLS = 40
SAID = {
    Answer.HANDED: later("已交出"),
    Answer.NOT_OURS: later("答了“不归我管”"),
    Answer.REPORTED: later("答了“已经报过”"),
    Answer.DID_NOT_HAPPEN: later("答了“没有这样的事”"),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """One demand. `strip` is the form as a strip of cells, true where the ledger answers, scaled down for large forms.
    `main` is the word on its button, `basis` the summary and `particulars` the lines of what it stands on; `told` is when
    and to whom the same was handed over before, `how` the formulas of its minutes; `new` was never counted yet, so that
    it has no figures."""

    task: Task
    due: str
    minutes: str
    missing: str
    strip: tuple[bool, ...]
    admitted: bool
    main: str
    basis: str
    particulars: tuple[str, ...]
    told: str = ""
    earlier: int = 0
    said: str = ""
    how: tuple[str, ...] = ()
    new: bool = False


@dataclass(frozen=True, slots=True)
class DeskPage:
    """All that the template needs. `done` are answered; `counting` are being counted anew, their figures are older; `new` of
    them have none yet, and `minutes` leaves them out."""

    today: str
    count: int
    minutes: str
    before: str
    waffle: Waffle | None
    slips: tuple[Slip, ...]
    done: tuple[Slip, ...]
    notes: tuple[Note, ...]
    counting: int = 0
    new: int = 0

    @property
    def all_new(self) -> bool:
        """Tell whether nothing is counted yet, so that nobody can say how long it takes."""
        return self.new == self.count


def desk_page(
    seat: Seat,
    tasks: Sequence[Task],
    now: datetime,
    margin: Margin | None = None,
    told: Mapping[int, Task] | None = None,
    counting: int = 0,
) -> DeskPage:
    """Lay out the tasks of a post: what is open in order of its deadline, then what is done."""
    open_ones = sorted(
        (each for each in tasks if each.said is Answer.OPEN), key=lambda each: each.demand.deadline is None
    )
    before = sum(each.before for each in open_ones)
    after = sum(each.after for each in open_ones)
    return DeskPage(
        today=weekday(now.date()),
        count=len(open_ones),
        minutes=duration(after),
        before=duration(before),
        waffle=waffle(before, after, "") if open_ones else None,
        slips=tuple(
            _slip(each, now, (told or {}).get(each.number), new=counting > 0 and _is_new(each))
            for each in open_ones
        ),
        done=tuple(_slip(each, now) for each in tasks if each.said is not Answer.OPEN),
        notes=notes(margin or Margin(), now.date()),
        counting=counting,
        new=sum(map(_is_new, open_ones)) if counting else 0,
    )


def _is_new(task: Task) -> bool:
    return task.planned_at is None and task.planned < 0


def _slip(task: Task, now: datetime, earlier: Task | None = None, *, new: bool = False) -> Slip:
    admitted = task.demand.stage is Stage.ADMITTED
    return Slip(
        task,
        due(task.demand.deadline, now) if task.demand.deadline else _("没有写期限"),
        duration(task.after),
        number(task.cells - task.filled),
        strip_of(task.cells, task.filled),
        admitted,
        _main(task),
        _basis(task),
        tuple(_particulars(task)),
        told_words(earlier, now) if earlier else "",
        earlier.number if earlier else 0,
        SAID.get(task.said, ""),
        tuple(map(said_again, task.how)),
        new,
    )


def told_words(earlier: Task, now: datetime) -> str:
    """When a form was handed over, and to whom."""
    local = (earlier.answered_at or now).astimezone(now.tzinfo)
    return _("已于 {month} 月 {day} 日报给{issuer}《{title}》").format(
        month=local.month, day=local.day, issuer=earlier.demand.issuer.name, title=earlier.demand.title
    )


def _main(task: Task) -> str:
    if not task.cells:
        return _("打开看看")
    if task.questions:
        return _("答这 {count} 问").format(count=number(task.questions))
    return _("看一遍交出")


def _basis(task: Task) -> str:
    if task.demand.stage is Stage.ADMITTED:
        return _("依据：{mark}").format(mark=task.demand.mark)
    return _("依据：没有准入编号")


def _particulars(task: Task) -> list[str]:
    sent = task.demand
    if sent.stage is not Stage.ADMITTED:
        return [
            _("{issuer}没有申请准入就发到了这里，用途和依据都没有写。").format(issuer=sent.issuer.name),
            _("可以照填，也可以先问清楚再说。"),
        ]
    known = (
        (_("用途"), sent.purpose),
        (_("依据"), sent.basis),
        (_("有效到"), day(sent.expires_on) if sent.expires_on else ""),
    )
    return [_("{name}：{text}").format(name=name, text=text) for name, text in known if text]


def strip_of(cells: int, filled: int) -> tuple[bool, ...]:
    """A form as at most 40 cells. One blank stays one blank: nothing that is left may round to nothing."""
    shown = min(cells, MOST_CELLS)
    if not shown:
        return ()
    blank = cells - filled
    empty = min(shown, max(1 if blank else 0, round(shown * blank / cells)))
    return (True,) * (shown - empty) + (False,) * empty
