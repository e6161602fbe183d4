"""The parts of the ledger that pages look at, each read by itself and kept in memory: a post's page reads its own village and
nobody else's. What is kept holds until the database says that something was added (`mark`), in this process or another."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import DatabaseError, connection

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.match.grouping.rulings import NONE, Rulings
from qingzhuang.model.fact import Subject
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.placing import Placing
from qingzhuang.store.ledger.mark import Mark, changed_since, mark, only_facts_since
from qingzhuang.store.memory.belonging import Belonging, Held, Towns, belonging_of, read
from qingzhuang.store.memory.current import current, renewed
from qingzhuang.store.memory.outline import Outline, on_the_same_rolls, outline_of
from qingzhuang.store.memory.outline import renewed as outline_renewed
from qingzhuang.store.memory.placing import Share
from qingzhuang.store.pairs.reviewing import rulings_now

_SUBJECTS = 20_000  # so many in the villages that stay read; a thousand are a few megabytes
_LARGE = 150  # a village of so many takes longer to read than a page may


@dataclass(slots=True)
class Part:
    """Some villages (no share: everybody) as seen when the ledger stood at `mark`. `desk` fills forms: where the village's name
    does not tell, it has the village's own under the name of today; `written` has them as they were written. `extra` is for
    whoever keeps more that holds as long as the desk does."""

    mark: Mark
    desk: Desk
    written: Desk
    extra: dict[object, object] = field(default_factory=dict)


@dataclass(slots=True)
class _Kept:
    outline: Outline | None = None
    belonging: tuple[Belonging, Towns] | None = None
    parts: OrderedDict[Share, Part] = field(default_factory=OrderedDict)
    whole: Part | None = None


_UNREAD = Held(frozenset(), plain=False)  # nobody knows yet
_lock = threading.RLock()
_kept = _Kept()


def part_of(share: Share | None, day: date) -> Part:
    """Return a share of the ledger as it stands on a day; no share: all that it holds."""
    with _lock:
        if share is None:
            return _whole(day)
        return _found(share, _outline(day))


def part_about(subject: Subject, day: date) -> Part:
    """Return the part in which a subject is: that of its village; the whole where nobody can tell which."""
    with _lock:
        outline = _outline(day)
        number = _belonging(outline).placing.unit(subject)
        return _whole(day) if number is None else _found((frozenset((number,)), False), outline)


def part_placed(share: Share, day: date) -> tuple[Part, Placing]:
    """Return a share of the ledger, and of which village everybody is."""
    with _lock:
        outline = _outline(day)
        return _found(share, outline), _belonging(outline).placing


def belonging_on(day: date) -> Belonging:
    """Return of which village everybody is on a day."""
    with _lock:
        return _belonging(_outline(day))


def of_unit(number: int, day: date) -> tuple[Subject, ...]:
    """Return all that are of a village."""
    return belonging_on(day).of(number)


def rows_on(day: date) -> Mapping[Subject, int]:
    """Return the row of each subject of whom anything was said when the ledger was last looked at; rows never change."""
    with _lock:
        kept = _kept.outline
        return (kept if kept is not None and kept.day == day else _outline(day)).rows


def at_hand(share: Share, day: date) -> bool:
    """Tell whether a part is in memory already and no file came since, so that it costs next to nothing."""
    held = _held_by(share, day)
    in_memory = share in _kept.parts or (held is None and _whole_at_hand(day))
    return held is not _UNREAD and in_memory and _no_file_came()


def quick(share: Share, day: date) -> bool:
    """Tell whether a page may read a part by itself: it is in memory already, or few belong to it."""
    held = _held_by(share, day)
    return at_hand(share, day) or (
        held is not None and held is not _UNREAD and len(held.subjects) < _LARGE and _no_file_came()
    )


def _held_by(share: Share, day: date) -> Held | None:
    """Return whom a share has, as far as that is in memory."""
    kept, belonging = _kept.outline, _kept.belonging
    return _UNREAD if kept is None or kept.day != day or belonging is None else belonging[0].held(share)


def _no_file_came() -> bool:
    return _kept.outline is not None and mark().documents == _kept.outline.mark.documents


def forget() -> None:
    """Keep nothing: another database is asked from now on."""
    with _lock:
        _kept.outline, _kept.belonging, _kept.whole = None, None, None
        _kept.parts.clear()


def _whole_at_hand(day: date) -> bool:
    return _kept.whole is not None and _kept.whole.desk.view.as_of == day


def _found(share: Share, outline: Outline) -> Part:
    held = _belonging(outline).held(share)
    if held is None:
        return _whole(outline.day)
    found = _kept.parts.get(share)
    if found is None:
        found = _part(share, read(held, outline), outline)
        _kept.parts[share] = found
        _make_room()
    _kept.parts.move_to_end(share)
    return replace(found, mark=outline.mark)


def _make_room() -> None:
    """Let the villages go that were looked at longest ago, where together they are too many for the memory."""
    held = sum(len(each.written.view.facts) for each in _kept.parts.values())
    while held > _SUBJECTS and len(_kept.parts) > 1:
        _share, gone = _kept.parts.popitem(last=False)
        held -= len(gone.written.view.facts)


def _everybody(now: Mark, desk: Desk) -> Part:
    return Part(now, desk, desk)


def _whole(day: date) -> Part:
    now, view = current(day)
    if _kept.whole is None or _kept.whole.desk.view is not view:
        _kept.whole = _everybody(now, Desk(view, said=_said(now)))
    return replace(_kept.whole, mark=now)


def _outline(day: date) -> Outline:
    kept, now = _kept.outline, mark()
    if kept is not None and kept.day == day and kept.mark == now:
        return kept
    if kept is None or kept.day != day or not only_facts_since(kept.mark, now):
        _kept.outline, _kept.belonging = outline_of(day, now), None
        _kept.parts.clear()
        return _kept.outline
    changed = changed_since(kept.mark)
    fresh, moved = outline_renewed(kept, changed, now)
    _kept.outline = fresh
    if kept.mark.units != now.units:  # names may mean others from now on
        _kept.belonging = None
        _kept.parts.clear()
    else:
        _keep_up(kept, fresh, changed, moved=moved)
    return fresh


def _belonging(outline: Outline) -> Belonging:
    if _kept.belonging is None:
        _kept.belonging = belonging_of(outline)
    return _kept.belonging[0]


def _keep_up(before: Outline, now: Outline, changed: frozenset[int], *, moved: bool) -> None:
    """Bring the parts up to date: those of whom something was said are read again, no more. Where a file came or somebody
    moved, the parts that it touches go, and the others learn of it."""
    known = {**before.numbers, **now.numbers}
    whom = {known[each] for each in changed if each in known}
    if _kept.belonging is not None and (moved or _elsewhere(before, now, whom, _kept.belonging[1])):
        moved = True
        then, _kept.belonging = _kept.belonging[0], None
        shaken = whom | (
            on_the_same_rolls(before, now) if before.mark.documents != now.mark.documents else set()
        )
        for share in [each for each in _kept.parts if _differs(then.held(each), now, shaken, each)]:
            del _kept.parts[share]
    for share, part in _kept.parts.items():
        view = part.written.view
        mine = [each for each in whom if view.canonical(each) in view.facts]
        if mine or moved:
            view = renewed(view, mine, now.day) if mine else view
            view = replace(view, same_as=now.same_as, beyond=now.beyond)
            was = None if moved else part.written
            _kept.parts[share] = _part(share, view, now, was, mine)


def _elsewhere(before: Outline, now: Outline, whom: set[Subject], towns: Towns) -> bool:
    """Tell whether somebody may be of another village than before though no tie changed: placed by a person, or told to be of
    a township."""
    strays = towns.strays
    return before.mark.placed != now.mark.placed or any(
        now.same_as.get(each, each) in strays for each in whom
    )


def _differs(then: Held | None, now: Outline, shaken: set[Subject], share: Share) -> bool:
    """Tell whether a part has other people than before, or any of those who are on a roll that came."""
    held = _belonging(now).held(share)
    if then is None or held != then:
        return True
    return any(now.same_as.get(each, each) in held.subjects for each in shaken)


def _part(
    share: Share, view: LedgerView, outline: Outline, known: Desk | None = None, whom: Sequence[Subject] = ()
) -> Part:
    """Make a part; `known` is the desk of before, where only of `whom` something else was said since."""
    belonging = _belonging(outline)
    held = belonging.held(share)
    written = known.renewed(view, whom) if known else Desk(view, outline.kin, _said(outline.mark))
    plain = held is None or held.plain
    return Part(outline.mark, written if plain else belonging.desk(view, share, written.said), written)


def _said(at: Mark) -> Rulings:
    return rulings_now() if at.said else NONE


def keep_ready(day: date, share: Share) -> None:
    """Read a part before anybody asks, in a thread of its own; where the database is not there yet, a page will say so."""
    try:
        with suppress(DatabaseError):
            part_of(share, day)
    finally:
        connection.close()


def read_ahead(day: date, then: Callable[[int], None] = lambda _village: None) -> None:
    """Read the outline, of which village everybody is, and the villages that a page could not read in its time, doing `then`
    for each of them; as `keep_ready` does."""
    try:
        with suppress(DatabaseError):
            for share in _large(day):
                part_of(share, day)
                for village in share[0]:
                    then(village)
    finally:
        connection.close()


def _large(day: date) -> list[Share]:
    """Return the large villages, the largest first, as far as half of the room that there is goes."""
    belonging = belonging_on(day)
    shares = ((frozenset((number,)), False) for number in belonging.placing.villages.all)
    sizes = {share: len(held.subjects) for share in shares if (held := belonging.held(share)) is not None}
    found: list[Share] = []
    room = _SUBJECTS // 2
    for share in sorted(sizes, key=lambda each: -sizes[each]):
        room -= sizes[share]
        if sizes[share] < _LARGE or room < 0:
            break
        found.append(share)
    return found
