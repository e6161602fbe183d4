"""Plain drawings of weight: the waffle, the strip of four classes, the flat bar. Geometry only; colours stand in CSS."""

from dataclasses import dataclass

CELL, GAP = 8.0, 2.75
UNITS = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 3000, 6000)
MOST_CELLS = 150


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with the class that colours it; sizes in the drawing's own units."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes in a view box, with the words that a screen reader says."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Waffle:
    """One cell is `unit` minutes; ink is left, outline is lifted."""

    drawing: Drawing
    unit: int


def waffle(total: float, left: float, label: str, columns: int = 25) -> Waffle:
    """Draw minutes as cells: the smallest unit that needs at most 150 cells."""
    unit = next((each for each in UNITS if total / each <= MOST_CELLS), UNITS[-1])
    cells = max(1, round(total / unit))
    ink = min(cells, max(1 if left > 0 else 0, round(left / unit)))
    step = CELL + GAP
    boxes = tuple(
        Box(
            "after" if at < ink else "freed",
            0.5 + at % columns * step,
            0.5 + at // columns * step,
            CELL,
            CELL,
        )
        for at in range(cells)
    )
    rows = -(-cells // columns)
    return Waffle(Drawing(columns * step, rows * step, boxes, label), unit)


def strip(
    parts: tuple[tuple[str, int], ...], label: str, width: float = 640.0, height: float = 32.0
) -> Drawing:
    """Draw (class, count) side by side over the whole width; nothing is drawn for a zero."""
    total = sum(count for _kind, count in parts) or 1
    boxes: list[Box] = []
    x = 0.75
    for kind, count in parts:
        share = (width - 1.5) * count / total
        if count:
            boxes.append(Box(kind, round(x, 1), 0.75, round(max(share - 1.5, 1.0), 1), height - 1.5))
        x += share
    return Drawing(width, height, tuple(boxes), label)


def bar(before: float, after: float, longest: float, width: float = 300.0, height: float = 16.0) -> Drawing:
    """Draw a flat bar: solid what is left, dashed what is lifted, the whole length what was before."""
    scale = (width - 2) / longest if longest else 0.0
    left = round(after * scale, 1)
    boxes = [Box("after", 0, 1, left, height - 2)]
    if before > after:
        boxes.append(Box("freed", left, 1.75, round((before - after) * scale, 1), height - 3.5))
    return Drawing(width + 2, height, tuple(boxes), "")


@dataclass(frozen=True, slots=True)
class Curve:
    """Two lines over time from zero up: `solid` what is left, `dashed` what it would be; points as SVG writes them."""

    width: float
    height: float
    solid: str
    dashed: str
    body: str
    label: str


def curve(dashed: tuple[float, ...], solid: tuple[float, ...], label: str) -> Curve:
    """Draw two lines with as many points each; nothing is smoothed."""
    width, height = 300.0, 100.0
    highest = max((*dashed, *solid), default=0.0) or 1.0
    step = width / max(len(solid) - 1, 1)

    def points(values: tuple[float, ...]) -> str:
        return " ".join(
            f"{round(at * step, 1)},{round(height - value / highest * (height - 4), 1)}"
            for at, value in enumerate(values)
        )

    line = points(solid)
    return Curve(width, height, line, points(dashed), f"0,{height} {line} {width},{height}", label)
