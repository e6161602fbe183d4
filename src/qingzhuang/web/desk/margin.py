"""还给您的: what a post gets back for what it keeps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from qingzhuang.language import gettext as _
from qingzhuang.model.work import Task
from qingzhuang.pipeline.giving_back import OLD_AGE, Birthday, GivenBack
from qingzhuang.store.tasks.year_ahead import Ahead
from qingzhuang.web.words import day, number

MOST_BIRTHDAYS, MOST_USES = 5, 3


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of margin; `more` is the name of an address that tells more."""

    title: str
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """What the margin tells of: what the ledger gives back, what became of what was handed over, what the next months ask."""

    back: GivenBack = field(default_factory=GivenBack)
    used: Sequence[Task] = ()
    ahead: Ahead | None = None


def notes(margin: Margin, today: date) -> tuple[Note, ...]:
    """Say what is still asked, who reaches an age, what runs out, and what became of the data."""
    back = margin.back
    return (
        *_ahead(margin.ahead),
        *_birthdays(back.birthdays, today),
        *_running_out(back),
        *_uses(margin.used),
    )


def _ahead(ahead: Ahead | None) -> Iterator[Note]:
    """This month and the next: a number each, and why it is not more."""
    if ahead is None or ahead.year is None:
        return
    now, following = (each.asks for each in ahead.year.months[:2])
    title = (
        _("本月还要问您 {now} 项，下月 {next} 项") if now else _("本月没有要问您的了，下月 {next} 项")
    ).format(now=number(now), next=number(following))
    yield Note(
        title,
        _("答过的用到过期为止，别的表要也不再问。按到期的月份和 {day}的台账数的。").format(
            day=day(ahead.year.day)
        ),
        "desk_year",
    )


def _birthdays(found: Sequence[Birthday], today: date) -> Iterator[Note]:
    for each in found[:MOST_BIRTHDAYS]:
        words = (
            _("{name}明年 {month} 月 {day} 日满 {age} 岁")
            if each.on.year > today.year
            else _("{name} {month} 月 {day} 日满 {age} 岁")
        )
        title = words.format(name=each.subject.name, month=each.on.month, day=each.on.day, age=OLD_AGE)
        yield Note(title, _("可以申请高龄津贴，先问问本人的意思。"))
    if len(found) > MOST_BIRTHDAYS:
        rest = len(found) - MOST_BIRTHDAYS
        yield Note(_("还有 {count} 位").format(count=rest), _("三个月内也满 {age} 岁。").format(age=OLD_AGE))


def _running_out(back: GivenBack) -> Iterator[Note]:
    if back.expiring:
        title = _("{count} 条记录一个月内到期").format(count=number(back.expiring))
        yield Note(title, _("到期后用到哪条核哪条，其余不动。"))
    if back.expired:
        title = _("{count} 条记录已经到期").format(count=number(back.expired))
        yield Note(title, _("有表用到时才问您，不用先核。"))


def _uses(used: Sequence[Task]) -> Iterator[Note]:
    for each in used[:MOST_USES]:
        title = _("您报的《{title}》").format(title=each.demand.title)
        yield Note(title, _("{name}：{text}").format(name=each.demand.issuer.name, text=each.demand.used_for))
