"""Where each entity of a form is made: one to a container (the form, a group, a repeat), as ODK allots them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from qingzhuang.model.xlsform import Section, SectionKind

Around: TypeAlias = tuple[Section, ...]
_Path: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """An entity declared in a row, with the sections around each question that is saved to it, and around each that it
    refers to."""

    row: int
    saved: tuple[Around, ...] = ()
    used: tuple[Around, ...] = ()


def homeless(requests: Sequence[Request]) -> Iterator[int]:
    """Yield the rows of entities for which no container is left, or whose questions stand in repeats apart."""
    taken: dict[_Path, int] = {}
    if len(requests) == 1 and not any(_repeats(each) for each in (*requests[0].saved, *requests[0].used)):
        return
    for request in requests:
        home = _wanted(request)
        if home is None or not _settle(request, home, taken):
            yield request.row


def _wanted(request: Request) -> Around | None:
    """The container that an entity asks for; None when its questions cannot be told of together."""
    every = (*request.saved, *request.used)
    if not every:
        return ()
    deepest = max((_scope(each) for each in every), key=_repeats)
    inside = [each for each in (request.saved or every) if _scope(each) == deepest]
    home = max(inside or [deepest], key=len)
    paths = {_path(each) for each in request.saved}
    if len(paths) > 1:
        home = max((_scope(home), _shared(request.saved)), key=lambda each: (_repeats(each), len(each)))
    fits = all(_path(_scope(each)) == _path(deepest)[: len(_scope(each))] for each in every)
    return home if fits and all(_scope(each) == _scope(home) for each in request.saved) else None


def _settle(request: Request, home: Around, taken: dict[_Path, int]) -> bool:
    """Take the lowest free container between the wanted one and its repeat."""
    for depth in range(len(home), len(_scope(home)) - 1, -1):
        place = _path(home[:depth])
        if place not in taken:
            taken[place] = request.row
            for each in request.saved:
                taken.update((_path(each[:end]), request.row) for end in range(depth, len(each) + 1))
            return True
        if any(_path(each) in taken for each in request.saved):
            return False
    return False


def _path(around: Around) -> _Path:
    return tuple(each.row for each in around)


def _repeats(around: Around) -> int:
    return sum(each.kind is SectionKind.REPEAT for each in around)


def _scope(around: Around) -> Around:
    """The sections down to the innermost repeat."""
    last = max((at for at, each in enumerate(around) if each.kind is SectionKind.REPEAT), default=-1)
    return around[: last + 1]


def _shared(paths: Sequence[Around]) -> Around:
    depth = 0
    while all(len(each) > depth for each in paths) and len({each[depth].row for each in paths}) == 1:
        depth += 1
    return paths[0][:depth]
