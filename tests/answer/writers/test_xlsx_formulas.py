"""Formulas: references that follow their rows, and the values of the small language that forms use."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.answer.writers.xlsx.formula.evaluate import Evaluation
from qingzhuang.answer.writers.xlsx.formula.evaluate import Seat as Spot
from qingzhuang.answer.writers.xlsx.formula.functions import FUNCTIONS
from qingzhuang.answer.writers.xlsx.formula.move import Seat, move, translate
from qingzhuang.answer.writers.xlsx.formula.parse import NotComputableError
from qingzhuang.answer.writers.xlsx.formula.tokens import tokens
from qingzhuang.answer.writers.xlsx.formula.values import FormulaError, Value
from qingzhuang.answer.writers.xlsx.rowmap import Insert, RowMap
from qingzhuang.model.place import Area, parse_a1

ONE_ROW = RowMap([Insert(6, 10, 5, 5)])  # the list is row 5, ten rows go in behind it
SEVERAL = RowMap([Insert(7, 10, 5, 7)])  # the list is rows 5 to 7, ten rows go in before the last


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(C5:C5)", "SUM(C5:C15)"),
        ("SUM(C5)", "SUM(C5:C15)"),
        ("SUM( C5 , D5 )", "SUM( C5:C15 , D5:D15 )"),
        ("SUM($C$5:$C$5)/C6", "SUM($C$5:$C$15)/C16"),
        ("SUM(C1:C6)", "SUM(C1:C16)"),
        ("C5+C6", "C5+C16"),
        ("ROUND(C5,2)", "ROUND(C5,2)"),
        ("SUM(C:C)", "SUM(C:C)"),
        ("SUM(6:6)", "SUM(16:16)"),
        ("表!C6&其他!C6&'表'!C6", "表!C16&其他!C6&'表'!C16"),
        ('"C6"&C6', '"C6"&C16'),
        ("[1]表!C6+'[2]表'!C6", "[1]表!C6+'[2]表'!C6"),
        ("LOG10(C6)+税率2024", "LOG10(C16)+税率2024"),
        ("表格1[金额]+C6", "表格1[金额]+C16"),
        ("COUNTIF(C5:C5,C6)", "COUNTIF(C5:C15,C16)"),
        ("SUM(C6:C5)", "SUM(C5:C16)"),
        ("#REF!+C6", "#REF!+C16"),
    ],
)
def test_a_formula_outside_the_list_takes_new_rows_in_and_follows_those_that_moved(
    before: str, after: str
) -> None:
    assert move(before, Seat("表"), {"表": ONE_ROW}) == after


@pytest.mark.parametrize(
    ("before", "down", "after"),
    [
        ("C5*D5", 0, "C5*D5"),
        ("C5*D5", 3, "C8*D8"),
        ("SUM(C5:E5)", 3, "SUM(C8:E8)"),
        ("C5/C$6", 3, "C8/C$16"),
        ("C5/C6", 3, "C8/C16"),
        ("C5/SUM($C$5:$C$5)", 3, "C8/SUM($C$5:$C$15)"),
        ("SUM($C$5:C5)", 3, "SUM($C$5:C8)"),
        ("C5*$H$1", 3, "C8*$H$1"),
        ("其他!C5", 3, "其他!C5"),
    ],
)
def test_a_formula_of_the_list_goes_down_with_its_row(before: str, down: int, after: str) -> None:
    seat = Seat("表", ONE_ROW.block(5), down)
    assert move(before, seat, {"表": ONE_ROW}) == after


def test_rows_before_the_last_one_leave_the_lists_last_formula_in_step() -> None:
    block = SEVERAL.block(7)
    assert move("SUM(C5:C7)", Seat("表"), {"表": SEVERAL}) == "SUM(C5:C17)"
    assert move("C7*D7", Seat("表", block), {"表": SEVERAL}) == "C17*D17"


@given(st.text(alphabet="ABC$123:!,()+-*/&=<>\"' 表%{}[].#", max_size=30))
def test_tokens_joined_are_the_formula(formula: str) -> None:
    assert "".join(token.text for token in tokens(formula)) == formula


@given(st.text(alphabet="ABC$123:!,()+-*/&=<>\"' 表%{}[].#", max_size=30))
def test_a_formula_stays_as_it_is_when_no_row_moves(formula: str) -> None:
    assert move(formula, Seat("表"), {"表": RowMap()}) == formula
    assert translate(formula, 0, 0).upper() == formula.upper()


class _Cells:
    """A sheet given as a mapping of A1 references."""

    def __init__(self, given: Mapping[str, Value]) -> None:
        self._values = {parse_a1(name): value for name, value in given.items()}

    def value(self, sheet: str, row: int, column: int) -> Value:
        found = self._values.get((row, column))
        if isinstance(found, str) and found.startswith("#"):
            raise FormulaError(found)
        return found

    def within(self, sheet: str, area: Area) -> Iterator[Value]:
        rows, columns = self.extent(sheet)
        for row in range(area.top, min(area.bottom, rows) + 1):
            for column in range(area.left, min(area.right, columns) + 1):
                yield self.value(sheet, row, column)

    def extent(self, sheet: str) -> tuple[int, int]:
        return max(row for row, _ in self._values), max(column for _, column in self._values)

    def region(self, name: str, sheet: str) -> str:
        if name != "名单":
            raise NotComputableError(name)
        return "表!$B$1:$B$3"


CELLS = _Cells(
    {
        "A1": "男",
        "A2": "女",
        "A3": "男",
        "B1": 1,
        "B2": 2.5,
        "B3": 4,
        "C1": "12",
        "C2": None,
        "C3": True,
        "D1": "#N/A",
    }
)


def _computed(formula: str) -> Value:
    return Evaluation(CELLS, FUNCTIONS).formula(formula, Spot("表", 2, 5))


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("SUM(B1:B3)", 7.5),
        ("SUM(名单)", 7.5),
        ("SUM(B:B)", 7.5),
        ("SUM(1:1)*0", FormulaError("#N/A")),
        ("SUM(A1:C3)", 7.5),
        ("SUM(B1,B3,3)", 8),
        ("SUBTOTAL(9,B1:B3)", 7.5),
        ("SUBTOTAL(109,B1:B3)", 7.5),
        ('SUMIF(A1:A3,"男",B1:B3)', 5),
        ('SUMIF(B1:B3,">2")', 6.5),
        ('SUMIFS(B1:B3,A1:A3,"男",B1:B3,">1")', 4),
        ('COUNTIF(A1:A3,"男")', 2),
        ('COUNTIF(B1:B3,"<>4")', 2),
        ('COUNTIF(A1:A3,"*")', 3),
        ('COUNTIFS(A1:A3,"男",B1:B3,">=4")', 1),
        ("COUNT(A1:D3)", 3),
        ("COUNTA(A1:C3)", 8),
        ("COUNTBLANK(C1:C3)", 1),
        ("AVERAGE(B1:B3)", 2.5),
        ('AVERAGEIF(A1:A3,"男",B1:B3)', 2.5),
        ("MAX(B1:B3)-MIN(B1:B3)", 3),
        ("MEDIAN(B1:B3)", 2.5),
        ('IF(B1>2,"多","少")', "少"),
        ('IF(A1="男",1,0)+IF(B2,10,0)', 11),
        ('IF(C2="","空",C2)', "空"),
        ('IFERROR(B1/0,"-")', "-"),
        ('IFERROR(VLOOKUP("女",A1:B3,2,FALSE),0)', 2.5),
        ("B1/C2", FormulaError("#DIV/0!")),
        ("A1+1", FormulaError("#VALUE!")),
        ("D1", FormulaError("#N/A")),
        ("ROUND(2.345,2)", 2.35),
        ("ROUND(-2.5,0)", -3),
        ("ROUND(1234,-2)", 1200),
        ("ROUNDUP(2.1,0)+ROUNDDOWN(2.9,0)+INT(-1.5)", 3),
        ("2+3*4^2/8%", 602),
        ("-2^2", 4),
        ("2^-1", 0.5),
        ("10-2-3", 5),
        ('"合"&"计"&B3&B2', "合计42.5"),
        ("C1+1", 13),
        ("1=1", True),
        ('"a"="A"', True),
        ("(1<2)+(2<=1)", 1),
        ("AND(B1=1,B2>2,C3)", True),
        ("OR(B1=2,NOT(B2>2))", False),
        ('SUMPRODUCT((A1:A3="男")*B1:B3)', 5),
        ("SUMPRODUCT(B1:B3,B1:B3)", 23.25),
        ("RANK(B2,B1:B3)", 2),
        ("ROW()-1", 1),
        ("ROWS(B1:B3)*COLUMNS(A1:C1)", 9),
        ('LEFT("柳湾村",2)&RIGHT("柳湾村")&MID("柳湾村",2,1)&LEN("柳湾村")', "柳湾村湾3"),
        ("MOD(-1,3)+ABS(-2)", 4),
        ("B1:B3*1", 2.5),
        ("C2", 0),
    ],
)
def test_what_forms_compute_is_computed_as_spreadsheet_programs_do(
    formula: str, value: Value | FormulaError
) -> None:
    if isinstance(value, FormulaError):
        with pytest.raises(FormulaError) as caught:
            _computed(formula)
        assert caught.value.code == value.code
    else:
        assert _computed(formula) == value


@pytest.mark.parametrize(
    "formula",
    [
        "TODAY()",
        'INDIRECT("B1")',
        "{1,2}",
        "别的名字",
        "B1:B3 B2",
        "表1:表3!B1",
        "[1]表!B1",
        "表格1[金额]",
        "SUM(",
        "1+",
        ")",
    ],
)
def test_what_lies_beyond_is_left_to_the_program(formula: str) -> None:
    with pytest.raises((NotComputableError, FormulaError)):
        _computed(formula)
