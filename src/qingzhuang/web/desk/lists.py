"""The desk's list to take away."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.tasks.demands import tasks
from qingzhuang.web.access import serves
from qingzhuang.web.desk.page import SAID
from qingzhuang.web.listing import Listing, handed
from qingzhuang.web.words import duration

HEADS = (
    later("表"),
    later("哪家发的"),
    later("准入编号"),
    later("期限"),
    later("格数"),
    later("已有"),
    later("还要问"),
    later("用时"),
    later("回了什么"),
)


@serves(Role.POST)
@require_safe
def desk_list(request: HttpRequest, seat: Seat, kind: str) -> HttpResponseBase:
    """What is asked of this post."""
    rows = [_row(each) for each in tasks(seat.unit, live_on=clock.today())]
    return handed(
        seat, Listing(_("{whose}的事").format(whose=seat.unit.name), HEADS, rows), kind, "desk list"
    )


def _row(task: Task) -> tuple[str, ...]:
    sent = task.demand
    due = f"{sent.deadline.astimezone(clock.CHINA):%Y-%m-%d %H:%M}" if sent.deadline else ""
    said = SAID.get(task.said, "") if task.said is not Answer.OPEN else _("还没有")
    counts = (str(task.cells), str(task.filled), str(task.questions))
    return (
        sent.title,
        sent.issuer.name,
        sent.mark or _("没有准入"),
        due,
        *counts,
        duration(task.after),
        said,
    )
