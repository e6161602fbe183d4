"""What a form's own validations allow becomes a domain of the item, from every format; what depends on other cells does not."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from qingzhuang.intake.layout.domains import domain_of
from qingzhuang.intake.read import read_form
from qingzhuang.intake.readers.xls_validations import _number
from qingzhuang.intake.xlsform.constraints import domain_of as of_constraint
from qingzhuang.model.domain import Domain, Measured
from qingzhuang.model.form import Form, ItemType
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Bounds, Validation

NUMBER, DAY, LENGTH = Measured.NUMBER, Measured.DAY, Measured.LENGTH


def domain(kind: str, operator: str, first: str, second: str = "", **more: bool) -> Domain | None:
    return domain_of(Validation((Area(2, 1, 9, 1),), kind, bounds=Bounds(operator, first, second, **more)))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (("whole", "between", "0", "120"), Domain(NUMBER, Decimal(0), Decimal(120), whole=True)),
        (("decimal", "greaterThan", "0.5"), Domain(NUMBER, Decimal("0.5"), above=True)),
        (("decimal", "lessThan", "1"), Domain(NUMBER, high=Decimal(1), below=True)),
        (("date", "greaterThanOrEqual", "45292"), Domain(DAY, date(2024, 1, 1))),
        (("date", "lessThanOrEqual", "DATE(2026,12,31)"), Domain(DAY, high=date(2026, 12, 31))),
        (("date", "greaterThanOrEqual", "2024-01-01T00:00:00.000"), Domain(DAY, date(2024, 1, 1))),
        (("textLength", "equal", "18"), Domain(LENGTH, Decimal(18), Decimal(18))),
        (("custom", "between", "=LEN(B2)=18"), Domain(LENGTH, Decimal(18), Decimal(18))),
        (("whole", "between", "9", "1"), None),
        (("whole", "between", "0", "$B$1"), None),
        (("whole", "notBetween", "0", "9"), None),
        (("date", "lessThan", "TODAY()"), None),
        (("custom", "between", "COUNTIF(B:B,B2)=1"), None),
    ],
)
def test_only_written_bounds_count(rule: tuple[str, ...], expected: Domain | None) -> None:
    assert domain(*rule) == expected


def test_a_rule_that_only_warns_is_a_soft_domain() -> None:
    found = domain("whole", "equal", "3", soft=True)
    assert found is not None
    assert found.soft


def form() -> Form:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for column, label in enumerate(("姓名", "年龄", "身份证号", "入户日期", "类别"), 1):
        sheet.cell(1, column, label)
    rules = (
        DataValidation("whole", operator="between", formula1="0", formula2="120", prompt="填周岁"),
        DataValidation("textLength", operator="equal", formula1="18", errorStyle="warning"),
        DataValidation("date", operator="greaterThanOrEqual", formula1="45292"),
        DataValidation("list", formula1='"一类,二类"'),
    )
    for rule, letter in zip(rules, "BCDE", strict=True):
        rule.add(f"{letter}2:{letter}99")
        sheet.add_data_validation(rule)
    sheet["A1"].comment = Comment("照身份证写", "某某")
    sheet["B2"].comment = Comment("截至填表日", "某某")
    stream = io.BytesIO()
    book.save(stream)
    return read_form("册.xlsx", stream.getvalue())


def test_numbers_days_and_lengths_stand_on_the_columns() -> None:
    found = {item.label: item.domain for item in form().items}
    assert found == {
        "姓名": None,
        "年龄": Domain(NUMBER, Decimal(0), Decimal(120), whole=True),
        "身份证号": Domain(LENGTH, Decimal(18), Decimal(18), soft=True),
        "入户日期": Domain(DAY, date(2024, 1, 1)),
        "类别": None,
    }


def test_comments_and_prompts_are_hints_and_lists_are_codes() -> None:
    items = {item.label: item for item in form().items}
    assert items["姓名"].hint is not None
    assert "照身份证写" in items["姓名"].hint
    assert items["年龄"].hint is not None
    assert "截至填表日" in items["年龄"].hint
    assert "填周岁" in items["年龄"].hint
    assert items["类别"].codes == ("一类", "二类")


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (b"\x1e\x78\x00", "120"),
        (b"\x1e\x01\x00\x13", "-1"),
        (b"\x1f\x00\x00\x00\x00\x00\x00\xe0\x3f", "0.5"),
        (b"\x24\x00\x00\x00\xc0", ""),
        (b"", ""),
    ],
)
def test_bounds_of_old_workbooks_are_read_where_they_are_numbers(tokens: bytes, text: str) -> None:
    assert _number(tokens) == text


@pytest.mark.parametrize(
    ("constraint", "kind", "expected"),
    [
        (". >= 0 and . <= 120", ItemType.INTEGER, Domain(NUMBER, Decimal(0), Decimal(120), whole=True)),
        ("(.>=0) and (.<100)", ItemType.NUMBER, Domain(NUMBER, Decimal(0), Decimal(100), below=True)),
        ("0 < .", ItemType.NUMBER, Domain(NUMBER, Decimal(0), above=True)),
        ("string-length(.) = 11", ItemType.TEXT, Domain(LENGTH, Decimal(11), Decimal(11))),
        (". >= date('2024-01-01')", ItemType.DATE, Domain(DAY, date(2024, 1, 1))),
        (". <= today()", ItemType.DATE, None),
        (". > 0 or . = -1", ItemType.NUMBER, None),
        (". > ${other}", ItemType.NUMBER, None),
        (". >= 18", ItemType.TEXT, None),
        ("", ItemType.TEXT, None),
        (". > 1 and . > 2", ItemType.NUMBER, None),
    ],
)
def test_simple_constraints_of_xlsforms_are_domains(
    constraint: str, kind: ItemType, expected: Domain | None
) -> None:
    assert of_constraint(constraint, kind) == expected
