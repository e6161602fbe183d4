"""The parts of the ledger that pages look at, each read by itself and kept in memory: a post's page reads its own village and
nobody else's. What is kept holds until the database says that something was added (`mark`), in this process or another."""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import DatabaseError, connection

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.match.rulings import NONE, Rulings
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk
from qingzhuang.store.current import current, renewed
from qingzhuang.store.mark import Mark, changed_since, mark, only_facts_since
from qingzhuang.store.outline import Outline, on_the_same_rolls, outline_of
from qingzhuang.store.outline import renewed as outline_renewed
from qingzhuang.store.queries import ledger_view
from qingzhuang.store.reviewing import rulings_now

_PARTS = 48  # villages that stay read; each is a few megabytes
Villages = frozenset[str]


@dataclass(slots=True)
class Part:
    """Some villages (none: everybody) as seen when the ledger stood at `mark`; `extra` is for whoever keeps more that holds as
    long as the desk does."""

    mark: Mark
    desk: Desk
    extra: dict[object, object] = field(default_factory=dict)


@dataclass(slots=True)
class _Kept:
    outline: Outline | None = None
    parts: OrderedDict[Villages, Part] = field(default_factory=OrderedDict)
    whole: Part | None = None


_lock = threading.RLock()
_kept = _Kept()


def part_of(villages: Villages, day: date) -> Part:
    """Return these villages as the ledger stands on a day; no village named: all that it holds."""
    with _lock:
        if not villages:
            return _whole(day)
        outline = _outline(day)
        found = _kept.parts.get(villages)
        if found is None:
            found = Part(outline.mark, _desk(_read(villages, outline), outline))
            _kept.parts[villages] = found
        _kept.parts.move_to_end(villages)
        while len(_kept.parts) > _PARTS:
            _kept.parts.popitem(last=False)
        return replace(found, mark=outline.mark)


def part_about(subject: Subject, day: date) -> Part:
    """Return the part in which a subject is: that of its village; the whole where nobody said one."""
    with _lock:
        outline = _outline(day)
        return part_of(frozenset((outline.kin.village(outline.same_as.get(subject, subject)),)) - {""}, day)


def at_hand(villages: Villages, day: date) -> bool:
    """Tell whether a part is in memory already and no file came since, so that it costs next to nothing."""
    kept = _kept.outline
    if kept is None or kept.day != day or villages not in _kept.parts:
        return False
    return mark().documents == kept.mark.documents


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    with _lock:
        _kept.outline, _kept.whole = None, None
        _kept.parts.clear()


def _whole(day: date) -> Part:
    now, view = current(day)
    if _kept.whole is None or _kept.whole.desk.view is not view:
        _kept.whole = Part(now, Desk(view, said=_said(now)))
    return replace(_kept.whole, mark=now)


def _outline(day: date) -> Outline:
    kept, now = _kept.outline, mark()
    if kept is not None and kept.day == day and kept.mark == now:
        return kept
    if kept is None or kept.day != day or not only_facts_since(kept.mark, now):
        _kept.outline = outline_of(day, now)
        _kept.parts.clear()
        return _kept.outline
    changed = changed_since(kept.mark)
    fresh, moved = outline_renewed(kept, changed, now)
    _kept.outline = fresh
    _keep_up(kept, fresh, changed, moved=moved)
    return fresh


def _keep_up(before: Outline, now: Outline, changed: frozenset[int], *, moved: bool) -> None:
    """Bring the parts up to date: those of whom something was said are read again, no more. Where a file came or somebody
    moved, the parts that it touches go, and the others learn of it."""
    known = {**before.numbers, **now.numbers}
    whom = {known[each] for each in changed if each in known}
    if moved:
        shaken = whom | on_the_same_rolls(before, now)
        for villages in [each for each in _kept.parts if _differs(each, before, now, shaken)]:
            del _kept.parts[villages]
    for villages, part in _kept.parts.items():
        view = part.desk.view
        mine = [each for each in whom if view.canonical(each) in view.facts]
        if mine or moved:
            view = renewed(view, mine, now.day) if mine else view
            _kept.parts[villages] = Part(now.mark, _desk(view, now))


def _differs(villages: Villages, before: Outline, now: Outline, shaken: set[Subject]) -> bool:
    """Tell whether a part has other people than before, or any of those who are on a roll that came."""
    for name in villages:
        held = now.by_village.get(name, frozenset())
        if held != before.by_village.get(name, frozenset()):
            return True
        if any(now.same_as.get(each, each) in held for each in shaken):
            return True
    return False


def _read(villages: Iterable[str], outline: Outline) -> LedgerView:
    these = {each for name in villages for each in outline.by_village.get(name, ())}
    aliases = (alias for alias, subject in outline.same_as.items() if subject in these)
    return ledger_view(subjects=[*these, *aliases], as_of=outline.day)


def _desk(view: LedgerView, outline: Outline) -> Desk:
    part = replace(view, same_as=outline.same_as, beyond=outline.beyond)
    return Desk(part, outline.kin, _said(outline.mark))


def _said(at: Mark) -> Rulings:
    return rulings_now() if at.said else NONE


def keep_ready(day: date, villages: Villages = frozenset()) -> None:
    """Read the outline, and a part if villages are named, before anybody asks, in a thread of its own; where the database is
    not there yet, a page will say so."""
    try:
        with suppress(DatabaseError), _lock:
            _outline(day)
            if villages:
                part_of(villages, day)
    finally:
        connection.close()
