"""Following a demand: which posts have handed over, in the order of the directory; nobody is first or last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.wording.element import element
from qingzhuang.model.organisation import Unit
from qingzhuang.model.work import Answer, Sent, Stage, Task
from qingzhuang.store.clock import CHINA
from qingzhuang.store.rights.looks import Notice
from qingzhuang.store.tasks.looking import is_decided, unequal
from qingzhuang.web.gate.page import handed_words, tag_of, until
from qingzhuang.web.words import due, number

_WORDS = {
    Answer.OPEN: later("还没有"),
    Answer.HANDED: later("已交"),
    Answer.NOT_OURS: later("不归我管"),
    Answer.REPORTED: later("报过了"),
    Answer.DID_NOT_HAPPEN: later("没有这样的事"),
}


@dataclass(frozen=True, slots=True)
class Post:
    """One post's answer; `reason` its own words, `at` when."""

    task: Task
    said: str
    reason: str
    at: str
    paper: bool


@dataclass(frozen=True, slots=True)
class Town:
    """The posts of one township."""

    name: str
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class FollowPage:
    """All that the template needs."""

    sent: Sent
    tag: str
    look: str
    sentence: str
    due: str
    until: str
    towns: tuple[Town, ...]
    papers: int
    refused: int
    complete: str
    readers: int
    live: bool
    unequal: tuple[str, ...] = ()


def follow_page(sent: Sent, tasks: Sequence[Task], towns: Mapping[int, Unit], now: datetime) -> FollowPage:
    """Lay out the answers of all posts."""
    by_town: dict[str, list[Post]] = {}
    for each in tasks:
        town = towns.get(each.unit.number)
        by_town.setdefault(town.name if town else "", []).append(_post(each, now))
    handed = sum(each.said is Answer.HANDED for each in tasks)
    tag, look = tag_of(sent, now.date())
    return FollowPage(
        sent=sent,
        tag=tag,
        look=look,
        sentence=handed_words(len(tasks), handed),
        due=due(sent.deadline, now) if sent.deadline else _("没有写期限"),
        until=until(sent),
        towns=tuple(Town(name, tuple(posts)) for name, posts in by_town.items()),
        papers=sum(each.paper for posts in by_town.values() for each in posts),
        refused=sum(each.said not in (Answer.OPEN, Answer.HANDED) for each in tasks),
        complete=_complete(tasks),
        readers=handed,
        live=sent.stage in (Stage.ADMITTED, Stage.UNADMITTED),
        unequal=_unequal(tasks),
    )


def _complete(tasks: Sequence[Task]) -> str:
    """How full the papers are, all together; whose gaps they are stands in the papers alone."""
    handed = [each for each in tasks if each.said is Answer.HANDED]
    open_cells = sum(max(each.cells - each.filled, 0) for each in handed)
    if not handed:
        return ""
    if not open_cells and any(not is_decided(line) for each in handed for line in each.reason.splitlines()):
        return _("交来的格都填了，要贴的照片没有贴，请看表。")
    if not open_cells:
        return _("交来的都填全了。")
    return _("交来的共有 {n} 格没人知道，表上写明待核；不用催，知道的人会补。").format(n=number(open_cells))


def _unequal(tasks: Sequence[Task]) -> tuple[str, ...]:
    """Which of the issuer's own checks did not hold, over all papers; whose they are stands in the papers alone."""
    found = unequal(each.reason for each in tasks if each.said is Answer.HANDED)
    return tuple(
        _("“{rule}”有 {n} 处没有对上，交的人看过，照样送出的。").format(rule=rule, n=number(count))
        for rule, count in found.items()
    )


def notice_lines(told: Sequence[Notice]) -> tuple[str, ...]:
    """What was corrected or deleted since a post handed over; never a value."""
    return tuple(dict.fromkeys(map(_notice, told)))


def _notice(each: Notice) -> str:
    at = each.at.astimezone(CHINA)
    day = _("{month} 月 {day} 日").format(month=at.month, day=at.day)
    if not each.element:
        return _("{day}，{unit}应本人要求删除了一个人的资料，请把表里这个人的一并删掉。").format(
            day=day, unit=each.unit
        )
    return _(
        "{day}，{unit}更正了{name}的“{what}”，交来的表里是旧的。请以更正后的为准，向村里要新表。"
    ).format(day=day, unit=each.unit, name=each.name, what=element(each.element).name)


def _post(task: Task, now: datetime) -> Post:
    at = task.answered_at.astimezone(now.tzinfo) if task.answered_at else None
    return Post(
        task,
        _WORDS[task.said],
        task.reason if task.said is not Answer.HANDED else "",
        _("{month} 月 {day} 日").format(month=at.month, day=at.day) if at else "",
        task.said is Answer.HANDED and bool(task.blob),
    )
