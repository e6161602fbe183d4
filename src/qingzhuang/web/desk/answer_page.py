"""The page of a task's questions: few things, gathered by what is asked, thirty people at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlencode

from qingzhuang.answer.plan_cell import State
from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import ItemType
from qingzhuang.model.work import Task
from qingzhuang.pipeline.asking import Field, Spot
from qingzhuang.web.desk.known import MOST_OPTIONS, Option, last, picks, printed
from qingzhuang.web.desk.said import Said, clock_words
from qingzhuang.web.desk.spots import field_id
from qingzhuang.web.desk.whom import Whom
from qingzhuang.web.words import due, number

SUBJECTS, ROWS, SHORT = 30, 150, 6
_MODES = {
    ItemType.PHONE: "tel",
    ItemType.INTEGER: "numeric",
    ItemType.NUMBER: "decimal",
}
_HINTS = {
    ItemType.PHONE: later("11 位，或“无”"),
    ItemType.ID_NUMBER: later("18 位身份证号"),
    ItemType.DATE: later("2026-11-24"),
    ItemType.MONTH: later("2026-11"),
    ItemType.PHOTO: later("没有照片，因为……"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field about one subject; `last` is what was known, `picks` the choices, `free` whether words may be typed."""

    id: str
    token: str
    mark: str
    called: str
    value: str
    last: str
    picks: tuple[Option, ...]
    free: bool
    unknown: bool
    said: Said
    stale: bool = False

    @property
    def short(self) -> bool:
        """Tell whether the choices are words so short that two fit beside each other on a telephone."""
        return all(len(pick.words) <= SHORT for pick in self.picks)


@dataclass(frozen=True, slots=True)
class Block:
    """One thing asked of several subjects."""

    name: str
    who: str
    also: tuple[str, ...]
    mode: str
    hint: str
    unit: str
    many: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """All that the template needs. `left` counts open questions of the whole form."""

    task: Task
    due: str
    left: int
    blocks: tuple[Block, ...]
    known: str
    blank: int
    sought: str
    part: int
    parts: int
    troubles: tuple[str, ...] = ()
    readable: bool = True
    whom: Whom | None = None
    asks_only: bool = False

    @property
    def sentence(self) -> str:
        """What is left when nothing is asked: nothing, blanks that no question fills, or a form that could not be read."""
        if self.whom is not None and not self.whom.chosen:
            return _("这张表一份填一个，先选填谁")
        if self.asks_only:
            return _("这份是 XLSForm，在这里填不了")
        if not self.readable:
            return _("看不出这张表要填谁、填什么")
        if self.blank:
            return _("没有要问您的了，{blank} 格空着").format(blank=number(self.blank))
        if self.troubles:
            return _("没有要问您的了，请看下面的说明")
        return _("都齐了，看一遍就能交")

    @property
    def query(self) -> str:
        """The part and the search, to come back to."""
        return urlencode({"p": self.part, "q": self.sought})

    @property
    def previous(self) -> int:
        """The part before this one, 0 when there is none."""
        return self.part - 1

    @property
    def next(self) -> int:
        """The part after this one, 0 when there is none."""
        return self.part + 1 if self.part < self.parts else 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What goes into a page: the fields, their tokens, how far the ledger was seen, which other forms wait for the same,
    what was just said, which part is wanted and whom somebody looks for."""

    fields: Sequence[Field]
    tokens: Mapping[Spot, str]
    seen: int
    also: Mapping[tuple[Subject, str], tuple[str, ...]] = field(default_factory=dict)
    said: Mapping[str, Said] = field(default_factory=dict)
    part: int = 1
    parts: int = 1
    sought: str = ""
    left: int = 0
    whom: Whom | None = None
    asks_only: bool = False


def answer_page(
    task: Task, counts: tuple[int, int], asked: Asked, now: datetime, troubles: Sequence[str] = ()
) -> AnswerPage:
    """Lay the questions out; `counts` are the form's cells and how many are filled. A form without cells for answers is
    not asked: nobody could hand over what was said."""
    cells, filled = counts
    if asked.asks_only:
        asked, cells, filled = Asked((), {}, asked.seen, asks_only=True), 0, 0
    blocks: dict[tuple[str, str], list[Field]] = {}
    for each in asked.fields:
        blocks.setdefault((each.spot.key, each.name), []).append(each)
    return AnswerPage(
        task,
        due(task.demand.deadline, now) if task.demand.deadline else "",
        asked.left,
        tuple(_block(task, name, mine, asked, now) for (_key, name), mine in blocks.items()),
        _("{cells} 格里 {filled} 格台账已有").format(cells=number(cells), filled=number(filled))
        if cells
        else _("没有找到要填的格"),
        cells - filled,
        asked.sought,
        asked.part,
        asked.parts,
        tuple(troubles),
        cells > 0,
        asked.whom,
        asked.asks_only,
    )


def still_to_come(day: date) -> str:
    """Return why figures of a form are not asked yet."""
    return _("这张表要 {day} 的数，那天还没到，到那天再答").format(day=day.isoformat())


def part_of(fields: Sequence[Field], sought: str, part: int) -> tuple[tuple[Field, ...], int, int]:
    """Return the fields of one part of a large form, which part that is, and how many there are."""
    wanted = sought.strip().lower()
    found = [each for each in fields if _means(each, wanted)]
    parts: list[list[Field]] = []
    people: dict[Subject, list[Field]] = {}
    for each in found:
        people.setdefault(each.spot.subject, []).append(each)
    taken: list[list[Field]] = []
    for mine in people.values():
        if taken and (len(taken) == SUBJECTS or sum(map(len, taken)) + len(mine) > ROWS):
            parts.append([each for one in taken for each in one])
            taken = []
        taken.append(mine)
    parts.append([each for one in taken for each in one])
    at = min(max(part, 1), len(parts))
    chosen = set(map(id, parts[at - 1]))
    return tuple(each for each in found if id(each) in chosen), at, len(parts)


def _means(each: Field, wanted: str) -> bool:
    return (
        not wanted
        or wanted in each.called.lower()
        or (len(wanted) >= 4 and each.spot.subject.key.lower().endswith(wanted))
    )


def _block(task: Task, name: str, mine: Sequence[Field], asked: Asked, now: datetime) -> Block:
    first = mine[0]
    many = first.shape.codes if len(first.shape.codes) > MOST_OPTIONS else ()
    also = dict.fromkeys(
        title for each in mine for title in asked.also.get((each.spot.subject, each.spot.asks), ())
    )
    twins = {each.called for each in mine if [one.called for one in mine].count(each.called) > 1}
    return Block(
        name if len(mine) > 1 else _("{who}：{name}").format(who=first.called, name=name),
        _("谁可能有：{holder}").format(holder=first.holder) if first.holder else "",
        tuple(also),
        _MODES.get(first.shape.type, "text"),
        _HINTS.get(first.shape.type, ""),
        first.unit,
        many,
        tuple(_row(task, each, asked, now, alike=each.called in twins) for each in mine),
    )


def _row(task: Task, each: Field, asked: Asked, now: datetime, *, alike: bool) -> Row:
    key = field_id(task.number, each.spot)
    given = printed(each, each.given) if each.given else ""
    said = asked.said.get(key) or _resting(key, each, asked.seen, now, unknown=key in task.unknown)
    value = said.typed if said.stopped else given
    choices = picks(each, value)
    unprinted = each.state is State.UNPRINTED
    free = not unprinted and (not each.shape.codes or len(each.shape.codes) > MOST_OPTIONS)
    tail = _("（尾号 {tail}）").format(tail=each.spot.subject.key[-4:]) if alike else ""
    return Row(
        key,
        asked.tokens[each.spot],
        said.mark,
        each.called + tail,
        value if free else "",
        last(each, now),
        () if unprinted else choices,
        free,
        key in task.unknown and not given,
        said,
        each.state is State.STALE,
    )


def _resting(key: str, each: Field, seen: int, now: datetime, *, unknown: bool) -> Said:
    """What stands beside a field that was not just sent."""
    if each.given is not None:
        at = clock_words(each.given.recorded_at.astimezone(now.tzinfo))
        return Said(key, "saved", _("已存 {time}").format(time=at), seen, was=True)
    if unknown:
        return Said(key, "unknown", _("记下了：不知道。"), seen)
    return Said(key, "idle", "", seen)
