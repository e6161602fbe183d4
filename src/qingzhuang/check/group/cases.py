"""From the counts of a group to a case: facts by the names that rules ask for, and the counts that people may see."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.check.group.tally import REPLIES, Tally
from qingzhuang.language import gettext as _
from qingzhuang.model.case import Case, CaseKind, FactValue, Known, Origin

_SHARED = 3  # so many notices of two groups must be the same …
_PART = 0.5  # … and this part of the smaller group's notices
_MANY = 2


@dataclass(frozen=True, slots=True)
class Counts:
    """What may be shown of a group: counts, no person. `silent` are members that never wrote, None without a list of
    members; `twins` are other groups with the same notices."""

    name: str
    messages: int
    work: int
    dated: int
    quiet: int
    quiet_event: int
    asks: int
    repeats: int
    members: int | None
    silent: int | None
    twins: tuple[str, ...]
    personal: Mapping[str, int]
    done: str

    @property
    def quiet_share(self) -> float | None:
        """Part of the dated work messages sent outside office hours, emergencies apart."""
        return self.quiet / self.dated if self.dated else None

    @property
    def ask_share(self) -> float | None:
        """Part of the work messages that demand a reply."""
        return self.asks / self.work if self.work else None


def twins(tallies: Sequence[Tally]) -> dict[int, list[int]]:
    """By index: other groups that carry the same notices."""
    holders: dict[int, list[int]] = {}
    for index, tally in enumerate(tallies):
        for number in tally.notices:
            holders.setdefault(number, []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for indexes in holders.values():
        for at, first in enumerate(indexes):
            for second in indexes[at + 1 :]:
                shared[first, second] = shared.get((first, second), 0) + 1
    found: dict[int, list[int]] = {}
    for (first, second), count in shared.items():
        smaller = min(len(tallies[first].notices), len(tallies[second].notices))
        if count >= _SHARED and count / smaller >= _PART:
            found.setdefault(first, []).append(second)
            found.setdefault(second, []).append(first)
    return found


def counts(tally: Tally, members: Sequence[Collection[str]] = (), others: Sequence[str] = ()) -> Counts:
    """The counts of a group; a member is known by any of its names."""
    silent = sum(not (set(names) & tally.senders) for names in members) if members else None
    done = tally.done.isoformat() if tally.done else ""
    asks = sum(tally.asks.values())
    return Counts(
        tally.name, tally.messages, tally.work, tally.dated, tally.quiet, tally.quiet_event, asks, tally.repeats,
        len(members) or None, silent, tuple(others), dict(tally.personal), done,
    )  # fmt: skip


def case_of(tally: Tally, known: Counts, compared: bool, places: tuple[str, ...] = ()) -> Case:
    """The case of a group on the day of its last message; `compared` tells whether there were other groups to compare."""
    facts = _hours(tally) | _replies(tally, known) | _data(tally) | _end(tally)
    if compared:
        note = tuple(_("与“{name}”的通知相同").format(name=name) for name in known.twins)
        facts["groups_same_task"] = _fact(1 + len(known.twins), *note)
    if tally.owned is not None:
        facts["group_owner_named"] = _fact(tally.owned)
    if known.members or len(tally.senders) > 1:
        facts["audience_size"] = _fact(max(known.members or 0, len(tally.senders)))
    return Case(CaseKind.GROUP, tally.name, facts, tally.last, places)


def _fact(value: FactValue, *notes: str, where: str = "") -> Known:
    return Known(value, Origin.PARSED, where, notes=notes)


def _hours(tally: Tally) -> dict[str, Known]:
    if not tally.dated:
        return {}
    note = _(
        "能看出时间的工作消息 {dated} 条，非工作时间 {quiet} 条；另有应急消息 {event} 条，不算在内"
    ).format(dated=tally.dated, quiet=tally.quiet, event=tally.quiet_event)
    return {"outside_work_hours": _fact(tally.quiet > 0, note)}


def _replies(tally: Tally, known: Counts) -> dict[str, Known]:
    if known.asks >= _MANY:
        strictest = next(each for each in reversed(REPLIES) if tally.asks[each])
        note = _("工作消息 {work} 条，要求回复的 {asks} 条").format(work=tally.work, asks=known.asks)
        return {"reply_required": _fact(strictest, note)}
    return {"reply_required": _fact("no")} if tally.work and not known.asks else {}


def _data(tally: Tally) -> dict[str, Known]:
    """Personal data stand there unmasked, or they would not have been found; an export still holds them."""
    found = {"personal_data_fields": _fact(frozenset(tally.personal))}
    if tally.personal:
        note = _("有未打码个人信息的消息 {count} 条").format(count=max(tally.personal.values()))
        found["personal_data_fields"] = _fact(frozenset(tally.personal), note)
        found |= {"masked": _fact(False), "data_still_held": _fact(True)}
    return found


def _end(tally: Tally) -> dict[str, Known]:
    if tally.done is None:
        return {}
    where = _("第{line}行").format(line=tally.done_line)
    return {
        "group_purpose_kind": _fact("temporary", where=where),
        "group_task_done_date": _fact(tally.done, where=where),
    }
