"""What a page says beside a field after it was sent."""

from dataclasses import dataclass
from datetime import date, datetime

from qingzhuang.answer.values import Shape
from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Fact
from qingzhuang.model.sheet import Scalar
from qingzhuang.pipeline.check_points import list_of


@dataclass(frozen=True, slots=True)
class Said:
    """`kind` is saved, wrong, clash, kept, unknown, cleared or idle; `seen` how far the page has now seen the ledger;
    `typed` the words as they were sent; `was`: the field shows this post's own answer."""

    id: str
    kind: str
    words: str
    seen: int
    typed: str = ""
    was: bool = False

    @property
    def mark(self) -> str:
        """The hidden value that goes with the field."""
        return f"{self.seen}*" if self.was else str(self.seen)

    @property
    def stopped(self) -> bool:
        """Tell whether a person must look before anything is written."""
        return self.kind in ("wrong", "clash")


def clash_words(rival: Fact, typed: str, now: datetime, shape: Shape | None = None) -> str:
    """Somebody else answered meanwhile: both answers, and that nothing was overwritten."""
    local = rival.recorded_at.astimezone(now.tzinfo)
    mine = _("您写的是“{typed}”").format(typed=typed) if typed else _("您这里空着")
    return _("{time} {who}已经答了“{value}”，{mine}。两个都留着，请选一个。").format(
        time=clock_words(local),
        who=rival.recorder,
        value=shown((shape or Shape()).said(rival.value)),
        mine=mine,
    )


def seen_before(value: str, fact: Fact) -> str:
    """An answer that another visit gave: which, when, who, and that nobody has to answer it again."""
    where = fact.source.file.rpartition(".")[0] or list_of(fact.source.place)
    return _("{value}（来自 {month} 月 {day} 日 {where}，{who}）。今天看到的不一样，再选。").format(
        value=value,
        month=fact.as_of.month,
        day=fact.as_of.day,
        where=f"《{where}》" if where else _("检查"),
        who=fact.recorder,
    )


def unsure_before(fact: Fact) -> str:
    """What a visit saw that may be the same, and may not: nothing is filled from it."""
    what = fact.source.place.partition("》")[2] or element(fact.element).name
    return _(
        "{month} 月 {day} 日看过“{what}”（{value}），说不准和这一条是不是一回事，没有填。请看了再答。"
    ).format(month=fact.as_of.month, day=fact.as_of.day, what=what, value=shown(fact.value))


def clock_words(at: datetime) -> str:
    """14:02."""
    return f"{at:%H:%M}"


def shown(value: Scalar) -> str:
    """A value as it may be typed again."""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
