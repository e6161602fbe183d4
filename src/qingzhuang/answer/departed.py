"""Who stood in an earlier edition of a roll and does not stand in a later one: what the roll said of them is to be asked
again. Nothing is withdrawn: they may have moved, died, lost the allowance, or been forgotten.

A later file of the same name may be the next village's: an edition counts as the later one of the same roll only when
it names at least half of those in the earlier.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Presence:
    """One file of a lineage names a subject; document and subject by their numbers in the ledger."""

    lineage: str
    day: date
    document: int
    subject: int


@dataclass(frozen=True, slots=True)
class Departures:
    """`days` holds for (lineage, day of an edition, subject named there) the day of the first later edition of that roll
    that does not name it; `last` the latest edition of each lineage that names a subject."""

    days: Mapping[tuple[str, date, int], date] = field(default_factory=dict)
    last: Mapping[int, Mapping[str, date]] = field(default_factory=dict)

    def since(self, lineage: str, day: date, subject: int) -> date | None:
        """Return the day since which what was said on `day` is in doubt."""
        return self.days.get((lineage, day, subject))

    def left(self, subject: int) -> date | None:
        """Return the day since which none of the rolls that ever named the subject names it; None while one does."""
        known = self.last.get(subject, {})
        days = [self.days.get((lineage, day, subject)) for lineage, day in known.items()]
        found = [day for day in days if day is not None]
        return max(found) if found and len(found) == len(days) else None


def departures(presences: Iterable[Presence]) -> Departures:
    """Find who left which roll."""
    days: dict[tuple[str, date, int], date] = {}
    last: dict[int, dict[str, date]] = {}
    for lineage, by_day in _rolls(presences).items():
        for day, groups in sorted(by_day.items()):
            for subject in set().union(*groups):
                last.setdefault(subject, {})[lineage] = day
        days |= _of_lineage(lineage, by_day)
    return Departures(days, last)


def _of_lineage(lineage: str, by_day: Mapping[date, list[set[int]]]) -> Mapping[tuple[str, date, int], date]:
    found: dict[tuple[str, date, int], date] = {}
    order = sorted(by_day)
    for place, day in enumerate(order):
        for roll in by_day[day]:
            for later in order[place + 1 :]:
                now: set[int] = set().union(*by_day[later])
                if 2 * len(roll & now) >= len(roll):
                    for subject in roll - now:
                        found.setdefault((lineage, day, subject), later)
    return found


def _rolls(presences: Iterable[Presence]) -> Mapping[str, Mapping[date, list[set[int]]]]:
    """Return the rolls of each lineage and day: a corrected file joins the one it corrects, another village's file of
    the same name stays apart."""
    named: dict[tuple[str, date], dict[int, set[int]]] = {}
    for each in presences:
        named.setdefault((each.lineage, each.day), {}).setdefault(each.document, set()).add(each.subject)
    found: dict[str, dict[date, list[set[int]]]] = {}
    for (lineage, day), documents in named.items():
        found.setdefault(lineage, {})[day] = _joined([documents[number] for number in sorted(documents)])
    return found


def _joined(rolls: list[set[int]]) -> list[set[int]]:
    joined: list[set[int]] = []
    for roll in rolls:
        same = next((each for each in joined if each & roll), None)
        if same is None:
            joined.append(set(roll))
        else:
            same |= roll
    return joined
