"""What is written as a list form is read back as the same tree of headers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from qingzhuang.intake.read import read_form

WORDS = (
    "姓名",
    "年龄",
    "住址",
    "人口",
    "收入",
    "耕地",
    "户数",
    "电话",
    "类别",
    "来源",
    "补贴",
    "作物",
    "房屋",
    "学历",
)
UNITS = ("", "（元）", "（亩）", "（人）")


@dataclass(frozen=True)
class Node:
    """A header cell with its children."""

    name: str
    children: tuple["Node", ...] = ()

    @property
    def width(self) -> int:
        return sum(child.width for child in self.children) or 1

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)

    def paths(self) -> list[tuple[str, ...]]:
        if not self.children:
            return [(self.name,)]
        return [(self.name, *path) for child in self.children for path in child.paths()]


@st.composite
def nodes(draw: st.DrawFn, prefix: str = "", depth: int = 4) -> Node:
    name = prefix + draw(st.sampled_from(WORDS))
    count = draw(st.integers(0, 3)) if depth > 1 else 0
    if count < 2:
        return Node(name + draw(st.sampled_from(UNITS)))
    return Node(
        f"{name}{depth}层", tuple(draw(nodes(f"{'甲乙丙'[place]}", depth - 1)) for place in range(count))
    )


@st.composite
def headers(draw: st.DrawFn) -> list[Node]:
    groups = [draw(nodes("一二三四五"[place])) for place in range(draw(st.integers(2, 5)))]
    return [Node("序号"), *groups]


def _put(sheet: object, row: int, column: int, bottom: int, right: int, text: str, style: object) -> None:
    if (row, column) == (bottom, right):
        sheet.write(row, column, text, style)  # type: ignore[attr-defined]
    else:
        sheet.merge_range(row, column, bottom, right, text, style)  # type: ignore[attr-defined]


def _write(sheet: object, found: Sequence[Node], row: int, column: int, bottom: int, style: object) -> None:
    for node in found:
        end = bottom if not node.children else row
        _put(sheet, row, column, end, column + node.width - 1, node.name, style)
        _write(sheet, node.children, row + 1, column, bottom, style)
        column += node.width


def form(found: Sequence[Node], *, title: bool, total: bool, footer: bool, rows: int) -> tuple[bytes, int]:
    """Return the file and the number of its first header row."""
    file = io.BytesIO()
    width, depth = sum(node.width for node in found), max(node.depth for node in found)
    with xlsxwriter.Workbook(file) as book:
        sheet, style = book.add_worksheet(), book.add_format({"border": 1})
        top = 0
        if title:
            _put(
                sheet,
                0,
                0,
                0,
                width - 1,
                "甲镇情况统计表",
                book.add_format({"bold": True, "align": "center"}),
            )
            top = 1
        _write(sheet, found, top, 0, top + depth - 1, style)
        row = top + depth
        for number in range(rows):
            sheet.write(row, 0, number + 1, style)
            for column in range(1, width):
                sheet.write_blank(row, column, None, style)
            row += 1
        if total:
            sheet.write(row, 0, "合  计", style)
            row += 1
        if footer:
            sheet.write(row, 0, "填表人：")
    return file.getvalue(), top + 1


@settings(max_examples=150, deadline=None)
@given(headers(), st.booleans(), st.booleans(), st.booleans(), st.integers(1, 4))
def test_the_tree_of_headers_is_read_back(
    found: list[Node], title: bool, total: bool, footer: bool, rows: int
) -> None:
    content, top = form(found, title=title, total=total, footer=footer, rows=rows)
    read = read_form("表.xlsx", content)
    depth = max(node.depth for node in found)
    (table,) = read.tables
    assert [item.path for item in table.columns] == [path for node in found for path in node.paths()]
    assert table.header_rows == (top, top + depth - 1)
    assert table.data_start_row == top + depth
    assert table.title == ("甲镇情况统计表" if title else None)
    assert table.total_rows == ((top + depth + rows,) if total else ())
    assert table.footer_rows == ((top + depth + rows + total,) if footer else ())
