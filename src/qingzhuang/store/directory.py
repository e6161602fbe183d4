"""The part of the ledger that a seat keeps: its own village, or the villages of its township."""

from dataclasses import dataclass, field
from datetime import date

from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.placing import Placing
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.store.placing import kept_by
from qingzhuang.store.planning import placing_on


@dataclass(slots=True)
class _Kept:
    """What holds while the ledger and the tree do not grow."""

    placing: Placing | None = None
    directories: dict[tuple[frozenset[int], bool], Directory] = field(default_factory=dict)


_kept = _Kept()


def directory_of(at: Unit, day: date) -> Directory:
    """Return whom and what the ledger holds on a day for a unit."""
    placing = placing_on(day)
    if _kept.placing is not placing:
        _kept.placing, _kept.directories = placing, {}
    key = kept_by(at)
    if key not in _kept.directories:
        _kept.directories[key] = Directory(placing, key[0], whole=key[1])
    return _kept.directories[key]
