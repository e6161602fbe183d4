"""The part of the ledger that a seat keeps: its own village, or the villages of its township."""

from dataclasses import dataclass, field
from datetime import date

from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.store.organisation import home_of, units
from qingzhuang.store.planning import desk_on


@dataclass(slots=True)
class _Kept:
    """What holds while the ledger does not grow."""

    desk: Desk | None = None
    directories: dict[frozenset[str], Directory] = field(default_factory=dict)


_kept = _Kept()


def villages_of(at: Unit) -> frozenset[str]:
    """Return the names of the villages whose ledger a unit keeps."""
    home = home_of(at)
    if home.kind is UnitKind.VILLAGE:
        return frozenset((home.name,))
    return frozenset(each.name for each in units(home, (UnitKind.VILLAGE,)))


def directory_of(at: Unit, day: date) -> Directory:
    """Return whom and what the ledger holds on a day for a unit."""
    desk = desk_on(day)
    if _kept.desk is not desk:
        _kept.desk, _kept.directories = desk, {}
    names = villages_of(at)
    if names not in _kept.directories:
        _kept.directories[names] = Directory(desk, names)
    return _kept.directories[names]
