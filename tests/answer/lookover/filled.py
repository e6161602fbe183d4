"""Filled forms made on the spot: a roll of people and a return of figures, right in every cell until a fault is put in."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

import openpyxl
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

from qingzhuang.model.sheet import Scalar
from tests.answer.known import id_number

AS_OF = date(2026, 11, 26)
ROLL = ("序号", "*姓名", "性别", "身份证号", "出生日期", "年龄", "联系电话", "月补贴（元）", "健康状况")
STATES = ("良好", "一般", "较差")
RETURN = ("村名", "合计", "男", "女", "耕地面积（亩）")
Row = list[Scalar]


def luck(seed: int) -> Random:
    """Return the dice of a form: the same seed gives the same form."""
    return Random(seed)  # noqa: S311


def people(rng: Random, count: int) -> list[Row]:
    """Return the rows of a roll, every cell in agreement with the others."""
    rows: list[Row] = []
    for at in range(count):
        born = date(rng.randrange(1930, 2010), rng.randrange(1, 13), rng.randrange(1, 29))
        number = id_number(born, rng.randrange(1, 400) * 2 + at % 2)
        years = AS_OF.year - born.year - ((AS_OF.month, AS_OF.day) < (born.month, born.day))
        sex = "男" if int(number[16]) % 2 else "女"
        phone = f"139{rng.randrange(10**7, 10**8)}"
        rows.append(
            [
                at + 1,
                f"甲{at}",
                sex,
                number,
                born.isoformat(),
                years,
                phone,
                rng.randrange(1, 9) * 50,
                rng.choice(STATES),
            ]
        )
    return rows


def villages(rng: Random, count: int) -> list[Row]:
    """Return the rows of a return, whose sums hold."""
    rows: list[Row] = []
    for at in range(count):
        men, women = rng.randrange(10, 900), rng.randrange(10, 900)
        rows.append([f"第{at + 1}村", men + women, men, women, rng.randrange(100, 9000) / 10])
    return rows


def roll(rows: Sequence[Row], total: Scalar = None, heads: Sequence[str] = ROLL) -> bytes:
    """Return a workbook with the roll and its total of the allowance."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["高龄老人补贴发放花名册"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(heads))
    sheet.append(list(heads))
    for row in rows:
        sheet.append(row)
    last: Row = [None] * len(heads)
    last[0], last[7] = (
        "合计",
        sum(row[7] for row in rows if isinstance(row[7], int)) if total is None else total,
    )
    sheet.append(last)
    words = DataValidation(type="list", formula1=f'"{",".join(STATES)}"', showErrorMessage=True)
    words.add(f"I3:I{len(rows) + 2}")
    sheet.add_data_validation(words)
    return _bytes(book)


def figures(rows: Sequence[Row], changed: Mapping[int, Scalar] | None = None) -> bytes:
    """Return a workbook with the return, its printed check and its row of sums (`changed` by column)."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["各村人口和耕地情况统计表"])
    sheet.merge_cells("A1:E1")
    sheet.append(list(RETURN))
    sums: Row = ["合计", *(round(sum(float(str(row[at])) for row in rows), 1) for at in range(1, 5))]
    for at, value in (changed or {}).items():
        sums[at] = value
    for row in [*rows, sums]:
        sheet.append(row)
    edge = Side("thin")
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    sheet.append(["审核关系：合计=男+女"])
    last = sheet.max_row
    sheet.merge_cells(start_row=last, start_column=1, end_row=last, end_column=5)
    return _bytes(book)


def _bytes(book: openpyxl.Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
