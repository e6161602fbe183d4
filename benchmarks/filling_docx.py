"""Filling an existing Word document: CPU per file and values right, ours beside docxtpl. A form with a card of twelve
fields (two of them printed lines behind a label, two ticked boxes), a list, a picture in the header, a shaded label
column. docxtpl gets the same document with its marks in it and keeps its template object as far as it can.

    python -m benchmarks.filling_docx [--quick]
"""

import argparse
import gc
import io
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from qingzhuang.answer.writers.docx.filling import Template
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.sheet import Scalar

FIELDS = ("姓名", "性别", "民族", "出生年月", "联系电话", "住址", "户籍地", "文化程度", "工作单位", "备注")
COLUMNS = ("姓名", "关系", "年龄", "联系电话", "月收入（元）", "备注")
TURN = 5
Record = dict[str, Scalar]


@dataclass
class Tool:
    """One way to fill; `seconds` of CPU over all copies."""

    name: str
    fill: Callable[[Record, Sequence[Record]], bytes]
    seconds: float = 0.0
    right: int = 0
    wanted: int = 0
    last: bytes = field(default=b"", repr=False)


def document(rows: int, *, marked: bool) -> bytes:
    """The form as issued, or with docxtpl's marks."""
    made = Document()
    made.add_heading("困难家庭入户登记表", 1)
    made.add_paragraph("填报单位：" + ("{{ unit }}" if marked else "\uff3f" * 8))
    card = made.add_table(rows=len(FIELDS) // 2, cols=4)
    card.style = "Table Grid"
    for at, name in enumerate(FIELDS):
        row, column = divmod(at, 2)
        _shaded(card.cell(row, 2 * column), name)
        if marked:
            card.cell(row, 2 * column + 1).text = f"{{{{ f{at} }}}}"
    made.add_paragraph("家庭成员")
    listing = made.add_table(rows=1, cols=len(COLUMNS))
    listing.style = "Table Grid"
    for at, name in enumerate(COLUMNS):
        _shaded(listing.cell(0, at), name)
    if marked:
        _loop(listing)
    else:
        for _number in range(rows):
            listing.add_row()
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _loop(listing: object) -> None:
    opening, row, closing = (listing.add_row() for _number in range(3))  # type: ignore[attr-defined]
    opening.cells[0].text, closing.cells[0].text = "{%tr for row in rows %}", "{%tr endfor %}"
    for at in range(len(COLUMNS)):
        row.cells[at].text = f"{{{{ row[{at}] }}}}"


def _shaded(cell: object, text: str) -> None:
    cell.text = text  # type: ignore[attr-defined]
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "D9E2F3")
    cell._tc.get_or_add_tcPr().append(shade)  # type: ignore[attr-defined]


def ours(rows: int) -> Callable[[Record, Sequence[Record]], bytes]:
    content = document(rows, marked=False)
    form = read_form("登记表.docx", content)
    template = Template("登记表.docx", content)

    def fill(card: Record, records: Sequence[Record]) -> bytes:
        return template.fill(form, Answers(tuple(records), card)).content

    return fill


def peer(rows: int) -> Callable[[Record, Sequence[Record]], bytes]:
    template = DocxTemplate(io.BytesIO(document(rows, marked=True)))

    def fill(card: Record, records: Sequence[Record]) -> bytes:
        values = {f"f{at}": card[name] for at, name in enumerate(FIELDS)}
        template.render({**values, "unit": "柳湾村", "rows": [list(each.values()) for each in records]})
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    return fill


def answers(copy: int, rows: int) -> tuple[Record, list[Record]]:
    card: Record = {name: f"{name}{copy}" for name in FIELDS}
    values = (f"成员{copy}", "长子", 30, "01012345678", 2100.5, "无")
    return card, [dict(zip(COLUMNS, (f"成员{copy}-{at}", *values[1:]), strict=True)) for at in range(rows)]


def check(tool: Tool, card: Record, records: Sequence[Record]) -> None:
    """Every value of the copy stands in its cell, read back with python-docx."""
    first, second = Document(io.BytesIO(tool.last)).tables
    cells = [[cell.text for cell in row.cells] for row in first.rows]
    found = {cells[at // 2][2 * (at % 2)]: cells[at // 2][2 * (at % 2) + 1] for at in range(len(FIELDS))}
    tool.wanted += len(FIELDS) + len(records) * len(COLUMNS)
    tool.right += sum(found[name] == str(card[name]) for name in FIELDS)
    for row, record in zip(list(second.rows)[1:], records, strict=False):
        tool.right += sum(
            cell.text == str(value) for cell, value in zip(row.cells, record.values(), strict=True)
        )


def race(rows: int, copies: int) -> list[Tool]:
    tools = [Tool("Qingzhuang", ours(rows)), Tool("docxtpl", peer(rows))]
    for tool in tools:
        tool.fill(*answers(0, rows))
    for first in range(0, copies, TURN):
        turn = [answers(copy, rows) for copy in range(first, first + TURN)]
        for tool in tools:
            gc.collect()
            start = time.process_time()
            made = [tool.fill(*each) for each in turn]
            tool.seconds += time.process_time() - start
            tool.last = made[-1]
            check(tool, *turn[-1])
    return tools


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    given = options.parse_args()
    for rows in (5, 20, 100):
        copies = 10 if given.quick else 50
        tools = race(rows, copies)
        print(f"\na card of {len(FIELDS)} fields and {rows} rows × {len(COLUMNS)}: {copies} copies\n")
        print("| tool | CPU ms per file | × ours | values right |\n|---|---|---|---|")
        for tool in tools:
            print(
                f"| {tool.name} | {1000 * tool.seconds / copies:.2f} | {tool.seconds / tools[0].seconds:.1f} | "
                f"{tool.right} of {tool.wanted} |"
            )


if __name__ == "__main__":
    main()
