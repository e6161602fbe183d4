"""还给您的: what a post gets back for what it keeps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.language import gettext as _
from qingzhuang.model.work import Task
from qingzhuang.pipeline.giving_back import OLD_AGE, Birthday, GivenBack
from qingzhuang.web.words import number

MOST_BIRTHDAYS, MOST_USES = 5, 3


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of margin."""

    title: str
    text: str


def notes(back: GivenBack, used: Sequence[Task], today: date) -> tuple[Note, ...]:
    """Say who reaches an age, what runs out, and what became of the data."""
    return (*_birthdays(back.birthdays, today), *_running_out(back), *_uses(used))


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
