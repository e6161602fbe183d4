"""What the demands in force ask, of all offices, held ready for the gate: laid out anew when one comes or goes.

What they ask stands beside their screening, so that it is there at once. The columns themselves, from which others follow, are read
from the forms ahead of the pages: by the server's start, by whoever works when there is nothing to do, and a few of them at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache, partial
from threading import RLock

from django.db.models import Q

from qingzhuang.intake.reissue import are_editions
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Unit
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Stage
from qingzhuang.pipeline.elsewhere import NO_HEADS, NOWHERE, Elsewhere, Heads, Other, asked_slots, elsewhere
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.files.kept import OutOfReachError
from qingzhuang.store.models import CheckRow, DemandRow
from qingzhuang.store.tasks.planning import form_of

AT_ONCE = 12  # so many forms may be read by a page
MOST_HEADS = (
    60_000  # so many different columns are held, some 100 MB; what comes later is found when it is the same
)

Reads = Callable[[], Form | None]
_Stamp = frozenset[tuple[int, str, datetime | None]]


@dataclass(frozen=True, slots=True)
class _Listed:
    """One demand in force."""

    issuer: int
    file: str
    blob: str
    other: Other


@dataclass(slots=True)
class _Held:
    """What one process holds."""

    stamp: _Stamp = frozenset()
    listed: tuple[_Listed, ...] = ()
    found: Elsewhere = NOWHERE
    asks: dict[str, frozenset[str]] = field(default_factory=dict)  # by blob: what was read from a form
    slots: dict[str, Slots] = field(default_factory=dict)  # by what is asked of whom
    built: int = 0  # of how many slots the heads know
    heads: Heads = NO_HEADS


_held = _Held()
_one = RLock()


def admitted_but(issuer: Unit, file: str, blob: str, day: date, read: Reads = lambda: None) -> Elsewhere:
    """Return what the demands in force ask, without an office's own earlier round or edition of the same draft, which is `read`
    only where that office has others in force."""
    draft = cache(partial(_drafted, read))
    with _one:
        found = _laid_out(day)
        own = (
            number
            for number, each in enumerate(_held.listed)
            if each.issuer == issuer.number
            and (each.blob == blob or each.file == file or _is_edition(each, draft))
        )
        return replace(found, left_out=frozenset(own))


def asked_by_others(issuer: Unit, day: date) -> Elsewhere:
    """Return what the demands in force of all other offices ask."""
    with _one:
        found = _laid_out(day)
        own = (number for number, each in enumerate(_held.listed) if each.issuer == issuer.number)
        return replace(found, left_out=frozenset(own))


def _drafted(read: Reads) -> Form | None:
    try:
        return read()
    except ProblemError:  # the screening says so
        return None


def _is_edition(each: _Listed, draft: Reads) -> bool:
    form = draft()
    try:
        return form is not None and are_editions(form_of(each.file, each.blob), form)
    except (ProblemError, OSError, ValueError, ChangedError):
        return False


def read_ahead(day: date, most: int) -> bool:
    """Read the columns of so many forms in force, and tell whether any could be read."""
    with _one:
        _laid_out(day)
        unread = [each for each in _held.listed if each.blob not in _held.asks][:most]
    for each in unread:
        with _one:
            _read(each.file, each.blob)
    with _one:
        if unread:
            _renew_heads()
        return any(each.blob in _held.asks for each in unread)


def forget() -> None:
    """Hold nothing: another database is asked from now on."""
    global _held  # noqa: PLW0603 - one for each process
    with _one:
        _held = _Held()


def _laid_out(day: date) -> Elsewhere:
    live = DemandRow.objects.filter(Q(expires_on=None) | Q(expires_on__gte=day), stage=Stage.ADMITTED.value)
    stamp = frozenset(live.values_list("pk", "blob", "check_row__checked_at"))
    if stamp != _held.stamp:
        asks = dict(CheckRow.objects.filter(demand__in=live).values_list("demand", "asks"))
        rows = live.order_by("-made_at", "-pk").values_list("pk", "issuer", "file", "blob", "title", "number")
        _held.listed = tuple(
            _Listed(issuer, file, blob, Other(_asks(asks.get(pk), file, blob), f"《{title}》（{mark}）"))
            for pk, issuer, file, blob, title, mark in rows
        )
        _held.stamp = stamp
        _held.found = elsewhere([each.other for each in _held.listed], _held.heads)
    unread = [each for each in _held.listed if each.blob not in _held.asks]
    if len(unread) <= AT_ONCE:
        for each in unread:
            _read(each.file, each.blob)
        _renew_heads()
    return _held.found


def _asks(kept: str | None, file: str, blob: str) -> frozenset[str]:
    """What stands beside its screening; of one that the gate never read, from its form."""
    return frozenset(kept.split("\n")) - {""} if kept is not None else _read(file, blob)


def _read(file: str, blob: str) -> frozenset[str]:
    if blob not in _held.asks:
        try:
            found = dict(asked_slots(form_of(file, blob)).values())
        except OutOfReachError:  # read when it can be had again
            return frozenset()
        except (ProblemError, OSError, ValueError, ChangedError):
            found = {}
        _held.asks[blob] = frozenset(found)
        for ask, slots in found.items():
            if len(_held.slots) < MOST_HEADS:
                _held.slots.setdefault(ask, slots)
    return _held.asks[blob]


def _renew_heads() -> None:
    if len(_held.slots) != _held.built:
        _held.heads, _held.built = Heads(dict(_held.slots)), len(_held.slots)
    _held.found = replace(_held.found, heads=_held.heads)
