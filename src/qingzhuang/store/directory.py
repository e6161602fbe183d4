"""The part of the ledger that a seat keeps: its own village, or the villages of its township."""

from datetime import date

from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.store.organisation import home_of, units
from qingzhuang.store.parts import part_of


def villages_of(at: Unit) -> frozenset[str]:
    """Return the names of the villages whose ledger a unit keeps."""
    home = home_of(at)
    if home.kind is UnitKind.VILLAGE:
        return frozenset((home.name,))
    return frozenset(each.name for each in units(home, (UnitKind.VILLAGE,)))


def directory_of(at: Unit, day: date) -> Directory:
    """Return whom and what the ledger holds on a day for a unit."""
    names = villages_of(at)
    part = part_of(names, day)
    found = part.extra.get(("directory", names))
    if not isinstance(found, Directory):
        found = Directory(part.desk, names)
        part.extra["directory", names] = found
    return found
