"""One thing that a check point asks, as slots."""

from dataclasses import dataclass

from qingzhuang.match.checklist.figures import Range


@dataclass(frozen=True, slots=True)
class Point:
    """What is checked (`aspect`) of which `thing`, whose (`who`) and of what larger thing (`of`), where, with what figure.
    `pole` is the side that a yes tells: for judged aspects whether a yes is good. `rest` are words that nobody knows."""

    thing: str
    aspect: str
    who: str = ""
    of: str = ""
    place: str = ""
    figure: Range | None = None
    pole: bool = True
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence's points, and why it could not be read where it has none."""

    text: str
    points: tuple[Point, ...]
