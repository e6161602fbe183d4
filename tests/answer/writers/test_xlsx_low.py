"""A text that wraps below the edge of its row is told; rows that grow by themselves and cells that shrink are not."""

from typing import Any

from tests.answer.writers.making import book, column, filled, listing

LONG = "因病致贫，长期服药，子女在外务工，家中无劳动力，住房漏雨需要修缮，已经申请救助"


def told(height: float | None, text: str = LONG, **looks: Any) -> list[str]:
    def write(workbook: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["姓名", "情况说明"])
        sheet.set_column(1, 1, 20)
        if height:
            sheet.set_row(1, height)
        sheet.write_blank(1, 1, None, workbook.add_format({"border": 1, **looks}))

    table = listing([column("A1", "姓名"), column("B1", "情况说明")], 2, 2)
    result = filled(book(write), table, [{"姓名": "甲", "情况说明": text}])
    return [each.message for each in result.problems if each.code == "QZ-R105"]


def test_a_long_text_in_a_row_of_fixed_height_is_told_with_its_column() -> None:
    (message,) = told(18, text_wrap=True)
    assert message.startswith("B 列")


def test_a_row_that_is_high_enough_or_grows_and_a_cell_that_shrinks_are_not() -> None:
    assert told(90, text_wrap=True) == []
    assert told(None, text_wrap=True) == []
    assert told(18, shrink=True) == []
    assert told(18, "甲乙丙", text_wrap=True) == []
