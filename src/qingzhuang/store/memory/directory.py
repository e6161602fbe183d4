"""The part of the ledger that a seat keeps: its own village, or the villages of its township."""

from datetime import date

from qingzhuang.model.organisation import Unit
from qingzhuang.pipeline.seeking import Directory
from qingzhuang.store.memory.parts import part_placed
from qingzhuang.store.memory.placing import kept_by


def directory_of(at: Unit, day: date) -> Directory:
    """Return whom and what the ledger holds on a day for a unit."""
    share = kept_by(at)
    part, placing = part_placed(share, day)
    found = part.extra.get(("directory", share))
    if not isinstance(found, Directory) or found.placing is not placing:
        found = Directory(part.written, placing, share[0], whole=share[1])
        part.extra["directory", share] = found
    return found
