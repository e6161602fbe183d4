"""One workbook with a sheet for each village: each holds its own answers and nobody else's."""

import io

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.repeating import filled_sheets


def template(sheets: int = 1) -> bytes:
    book = openpyxl.Workbook()
    edge = Side("thin")
    for at in range(sheets):
        sheet = book.active if at == 0 else book.create_sheet(f"表{at}")
        assert sheet is not None
        for row in (
            ["老年人名册"],
            ["填报单位：", None],
            ["姓名", "年龄（岁）"],
            *([None, None],) * 2,
            ["合计", None],
        ):
            sheet.append(row)
        sheet.merge_cells("A1:B1")
        for cells in sheet["A3:B6"]:
            for cell in cells:
                cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def people(*names: str) -> Answers:
    return Answers(tuple({"姓名": name, "年龄（岁）": 80 + at} for at, name in enumerate(names)))


def test_each_sheet_holds_the_answers_of_its_village_and_grows_by_itself() -> None:
    content = template()
    given = [("柳湾村", people("甲", "乙", "丙", "丁", "戊")), ("上坪村", people("己"))]
    filled, form = filled_sheets("名册.xlsx", content, read_form("名册.xlsx", content), given)
    book = openpyxl.load_workbook(io.BytesIO(filled.content))
    assert book.sheetnames == ["柳湾村", "上坪村"]
    first, second = (
        [row[0] for row in sheet.iter_rows(min_row=4, values_only=True)] for sheet in book.worksheets
    )
    assert first == ["甲", "乙", "丙", "丁", "戊", "合计"]
    assert second == ["己", None, "合计"]
    assert {place.sheet for place in filled.written} == {"柳湾村", "上坪村"}
    assert [table.sheet for table in form.tables] == ["柳湾村", "上坪村"]


def test_a_form_of_several_sheets_is_refused_in_words() -> None:
    content = template(2)
    with pytest.raises(ProblemError, match="QZ-R094"):
        filled_sheets("名册.xlsx", content, read_form("名册.xlsx", content), [("甲村", people("甲"))])
