"""Stubs: the printed labels that name the rows of a matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qingzhuang.intake.layout.body import Body
from qingzhuang.intake.layout.choices import has_boxes
from qingzhuang.intake.layout.dividers import told_apart
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.header import Header
from qingzhuang.intake.layout.text import is_dash, is_mark, is_number, is_placeholder, is_value, squash
from qingzhuang.intake.layout.words import NAMES_ROWS
from qingzhuang.model.form import Stub

_MOST = 0.67
"""Share of the columns that stubs may take; more is an example or filled data."""
_ANSWERS = frozenset(
    [
        "是",
        "否",
        "有",
        "无",
        "√",
        "✓",
        "×",
        "合格",
        "不合格",
        "符合",
        "不符合",
        "达标",
        "不达标",
        "正常",
        "不正常",
    ]
)
"""Words that answer a printed row."""
_REMARKS = (
    "备注",
    "说明",
    "填报说明",
    "填写说明",
    "指标说明",
    "指标解释",
    "存在问题",
    "整改情况",
    "整改措施",
    "处理情况",
)
_ABOUT_THE_STUB = frozenset(
    ("计量单位", "单位", "代码", "指标代码", "行次", "序号", "编号", "分值", "满分", "标准分", "配分", "权重")
)
"""Columns that only say more of the stub beside them."""


@dataclass(frozen=True, slots=True)
class Stubs:
    """The columns that hold stubs and the stubs row by row."""

    columns: tuple[int, ...]
    rows: tuple[Stub, ...]


def find_stubs(grid: Grid, header: Header, body: Body, leaves: tuple[int, ...]) -> Stubs | None:
    """Return the stubs when the rows are printed, None when they are to be filled or are filled data."""
    rows = tuple(sorted({*body.rows, *body.totals}))
    columns = _leading(grid, header, rows, leaves)
    words = [row for row in body.rows if _words(grid, row, columns)]
    about = sum(grid.box(header.bottom, column).label in _ABOUT_THE_STUB for column in columns)
    if not words or len(columns) - about > _MOST * (len(leaves) - about):
        return None
    if len(words) == 1 and len(columns) > 1:
        return None
    rest = [column for column in leaves if column not in columns]
    if not all(_awaits(grid, row, column) for row in rows for column in rest) and not _names_rows(
        grid, header, body, columns, rest
    ):
        return None
    if len(words) * 2 < len(body.rows):
        return None
    return Stubs(columns, told_apart(grid, header, _stub_rows(grid, rows, columns), columns))


def _leading(grid: Grid, header: Header, rows: tuple[int, ...], leaves: tuple[int, ...]) -> tuple[int, ...]:
    """The leading columns in which something is printed, down to the first that is open in all rows or holds answers."""
    found: list[int] = []
    for column in leaves[:-1]:
        if all(_awaits(grid, row, column) for row in rows):
            break
        texts = [squash(box.text) for row in rows if not (box := grid.box(row, column)).blank]
        if any(is_value(text) and not _is_ordinal(text) for text in texts):
            break
        if all(text in _ANSWERS or is_dash(text) for text in texts):
            break
        if found and not _counts_up(texts) and grid.box(header.bottom, column).label not in _ABOUT_THE_STUB:
            break
        found.append(column)
    return tuple(found)


def _is_ordinal(text: str) -> bool:
    bare = squash(text)
    return bare.isdigit() and len(bare) <= 3


def _counts_up(texts: Sequence[str]) -> bool:
    """Whether figures that might be numbers of rows are: from 0, 1 or 01 on one by one, perhaps anew."""
    numbers = [int(text) for text in texts if text.isdigit()]
    first = numbers[0] if numbers else 0
    steady = all(after in (before + 1, first) for before, after in pairwise(numbers))
    return steady and (first < 2 or texts[0].startswith("0"))


def _awaits(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell is open, or only lies under the words of a stub or total that reaches over it."""
    box = grid.box(row, column)
    return _open(box) or box.left < column


def _open(box: Box) -> bool:
    """Whether a cell of the body awaits an answer, is computed, or says that none belongs there."""
    bare = squash(box.text)
    return (
        not bare
        or is_dash(bare)
        or is_mark(bare)
        or is_placeholder(box.text)
        or has_boxes(bare)
        or box.formula
    )


def _names_rows(grid: Grid, header: Header, body: Body, columns: tuple[int, ...], rest: list[int]) -> bool:
    """Whether a filled table has rows that the form itself names: a stub-like header over words, numbers or marks beside."""
    corners = [grid.box(header.bottom, column).label for column in columns]
    named = [label for label in corners if label not in _ABOUT_THE_STUB]
    generic = bool(named) and (not named[0] or bool(NAMES_ROWS.search(named[0])))
    return generic and all(
        _answers(grid.box(row, column))
        for column in rest
        if not _is_remark(grid, header, column)
        for row in body.rows
    )


def _is_remark(grid: Grid, header: Header, column: int) -> bool:
    return grid.box(header.bottom, column).label in _REMARKS


def _answers(box: Box) -> bool:
    return _open(box) or is_number(box.text) or squash(box.text) in _ANSWERS


def _words(grid: Grid, row: int, columns: tuple[int, ...]) -> bool:
    boxes = (grid.box(row, column) for column in columns)
    return any(not _open(box) and not is_value(box.text) for box in boxes)


def _stub_rows(grid: Grid, rows: tuple[int, ...], columns: tuple[int, ...]) -> list[Stub]:
    found: list[Stub] = []
    above: list[str] = []
    for row in rows:
        labels = [grid.box(row, column).label for column in columns]
        if not any(labels):
            above = []
            continue
        filled = _fill_down(labels, above)
        above = filled
        found.append(Stub(row, _without_repeats(filled)))
    return found


def _fill_down(labels: list[str], above: list[str]) -> list[str]:
    """A blank outer stub takes the one above it as long as a stub further in is its own."""
    last = max(place for place, label in enumerate(labels) if label)
    return [label or (above[place] if above and place < last else "") for place, label in enumerate(labels)]


def _without_repeats(labels: list[str]) -> tuple[str, ...]:
    return tuple(
        label for place, label in enumerate(labels) if label and (place == 0 or label != labels[place - 1])
    )
