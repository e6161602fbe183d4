""" "No" is an answer: what its page says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.work import Answer, Task
from qingzhuang.store.tasks.reported import Covering
from qingzhuang.web.desk.page import told_words

MOST_EARLIER = 6
_ASKS = {
    Answer.NOT_OURS: (
        later("不归我管"),
        later("归谁管，或者为什么，知道就写一句，不写也行。"),
    ),
    Answer.REPORTED: (
        later("已经报过"),
        later("在哪里报过，点一条或者写一句。"),
    ),
    Answer.DID_NOT_HAPPEN: (
        later("没有这样的事"),
        later("这段时间没有发生，照实说就行。想补一句也可以。"),
    ),
}


@dataclass(frozen=True, slots=True)
class NoPage:
    """One answer to one demand; `earlier` are forms handed over before that asked some of the same: number and words."""

    task: Task
    said: Answer
    word: str
    hint: str
    reason: str
    wrong: str
    earlier: tuple[tuple[int, str], ...]
    letter: bool


def no_page(
    task: Task, said: Answer, handed: Sequence[Covering], now: datetime, reason: str = "", wrong: str = ""
) -> NoPage:
    """Lay the page out. A letter goes with the answer that asks its issuer to think again."""
    word, hint = _ASKS[said]
    earlier = handed[:MOST_EARLIER] if said is Answer.REPORTED else ()
    if said is Answer.REPORTED and not earlier:
        hint = _("在哪里报过，写一句就行，不写也行。")
    return NoPage(
        task,
        said,
        word,
        hint,
        reason,
        wrong,
        tuple((each.task.number, _words(each, now)) for each in earlier),
        said is Answer.NOT_OURS,
    )


def _words(each: Covering, now: datetime) -> str:
    return _("{told}，含这张表 {columns} 栏里的 {covered} 栏").format(
        told=told_words(each.task, now), columns=each.columns, covered=each.covered
    )
