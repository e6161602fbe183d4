"""Lists of members joined to the exports of their groups: by the group's id, else by who writes there."""

from collections.abc import Iterator, Sequence

from qingzhuang.check.group.tally import Tally
from qingzhuang.intake.chats.problems import lonely_room
from qingzhuang.intake.chats.room import Room
from qingzhuang.model.problem import Problem
from qingzhuang.pipeline.groups import GroupRead


def join(reads: Sequence[GroupRead], rooms: Sequence[Room]) -> list[Problem]:
    """Give each group its name and members; a list that fits no group, or more than one, is told and left."""
    problems: list[Problem] = []
    for room in rooms:
        found = list(_named(reads, room)) or list(_written(reads, room))
        if len(found) == 1:
            (tally,) = found
            tally.name = room.name or tally.name
            tally.members = room.members
            tally.owned = room.owned or None
        else:
            problems.append(lonely_room(room.file, room.name))
    return problems


def _named(reads: Sequence[GroupRead], room: Room) -> Iterator[Tally]:
    """Groups whose id the list holds, or its file's name."""
    for read in reads:
        for key, tally in read.tallies.items():
            if key and (key == room.key or (len(key) > 3 and key in room.file)):
                yield tally


def _written(reads: Sequence[GroupRead], room: Room) -> Iterator[Tally]:
    """Groups in which all who write are on the list. The archive mixes one-to-one talks in: they have no id."""
    names = frozenset(name for names in room.members for name in names)
    for read in reads:
        for key, tally in read.tallies.items():
            if (key or len(read.tallies) == 1) and tally.senders and tally.senders <= names:
                yield tally
