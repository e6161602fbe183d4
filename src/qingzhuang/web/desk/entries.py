"""What a browser sends of a page of questions, and what becomes of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.answer.accept import accept
from qingzhuang.answer.values import Shape
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Fact
from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.pipeline.asking import Spot
from qingzhuang.store.tasks.answering import note_unknown, save, take_back
from qingzhuang.web.desk.said import Said, clash_words, clock_words
from qingzhuang.web.desk.spots import field_id, spot_of

UNKNOWN, SAME = "?", "="
_MOST = 400  # fields of one page


@dataclass(frozen=True, slots=True)
class Entry:
    """One field as it was sent. `was`: it showed this post's own answer, so that emptying it takes the answer back;
    `keep` is the choice after somebody else's answer was shown: mine or theirs."""

    id: str
    spot: Spot
    shape: Shape
    seen: int
    was: bool
    text: str
    choice: str
    keep: str = ""

    @property
    def unknown(self) -> bool:
        """Tell whether "不知道" was chosen."""
        return self.choice == UNKNOWN

    @property
    def answer(self) -> str:
        """The words to be read as the answer."""
        return self.text.strip() or (self.choice[1:] if self.choice.startswith(SAME) else "")

    @property
    def twice(self) -> bool:
        """Tell whether two answers were given at once."""
        return bool(self.text.strip() and self.choice)


def entries(task: int, sent: Mapping[str, str]) -> Iterator[Entry]:
    """Yield the fields that this task's page made; anything else is not heard."""
    names = [name for name in sent if name.startswith("t-")][:_MOST]
    for name in names:
        found = spot_of(task, sent[name])
        if found is None:
            continue
        spot, shape = found
        key = field_id(task, spot)
        seen, star, _rest = sent.get(f"s-{key}", "").partition("*")
        yield Entry(
            key,
            spot,
            shape,
            int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 19 else 0,
            bool(star),
            sent.get(f"a-{key}", "")[:2000],
            sent.get(f"c-{key}", "")[:2000],
            sent.get(f"k-{key}", ""),
        )


def unheard(task: int, sent: Mapping[str, str]) -> bool:
    """Tell whether words were sent for fields that no page of this task made, or that an older key signed."""
    return any(name.startswith("t-") and spot_of(task, token) is None for name, token in sent.items())


def settle(entry: Entry, task: Task, seat: Seat, at: datetime) -> Said:
    """Record what one field says."""
    if entry.keep == "theirs":
        return Said(entry.id, "kept", _("留着那一个。"), entry.seen)
    if entry.twice:
        return Said(
            entry.id,
            "wrong",
            _("写了字，又选了一项。请留一样，另一样去掉。"),
            entry.seen,
            entry.text,
            was=entry.was,
        )
    if entry.unknown or not entry.answer:
        return _empty(entry, task, seat, at)
    accepted = accept(entry.answer, entry.shape, at.date())
    if accepted.wrong:
        return Said(entry.id, "wrong", accepted.wrong, entry.seen, entry.answer, was=entry.was)
    outcome = save(entry.spot, accepted.value, seat.unit, entry.seen, at)
    if outcome.rival is not None:
        return _clash(entry, outcome.rival, outcome.seen, at)
    if entry.id in task.unknown:
        note_unknown(task.number, frozenset(), frozenset((entry.id,)))
    return Said(
        entry.id, "saved", _("已存 {time}").format(time=clock_words(at)), outcome.seen, entry.answer, was=True
    )


def _empty(entry: Entry, task: Task, seat: Seat, at: datetime) -> Said:
    """Nothing is written: a first blank stays one, an own answer is taken back, "不知道" is noted."""
    seen = entry.seen
    if entry.was:
        outcome = take_back(entry.spot, seat.unit, seen, at)
        if outcome.rival is not None:
            return _clash(entry, outcome.rival, outcome.seen, at)
    mark = frozenset((entry.id,))
    if entry.unknown:
        note_unknown(task.number, mark, frozenset())
        return Said(entry.id, "unknown", _("记下了：不知道。空着也能交，会写明“待核”。"), seen)
    if entry.id in task.unknown:
        note_unknown(task.number, frozenset(), mark)
    return (
        Said(entry.id, "cleared", _("收回了，现在空着。"), seen)
        if entry.was
        else Said(entry.id, "idle", "", seen)
    )


def _clash(entry: Entry, rival: Fact, seen: int, at: datetime) -> Said:
    return Said(
        entry.id,
        "clash",
        clash_words(rival, entry.answer, at, entry.shape),
        seen,
        entry.answer,
        was=entry.was,
    )
