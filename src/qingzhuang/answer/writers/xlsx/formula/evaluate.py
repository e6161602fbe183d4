"""The value of a formula, for the small language that forms use. Whatever lies beyond raises NotComputableError and is
left to the spreadsheet program."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from qingzhuang.answer.writers.xlsx.formula.parse import (
    Call,
    Constant,
    ErrorConstant,
    Node,
    NotComputableError,
    Operation,
    Reference,
    parse,
)
from qingzhuang.answer.writers.xlsx.formula.tokens import Token, area_of
from qingzhuang.answer.writers.xlsx.formula.values import FormulaError, Value, compare, number, text
from qingzhuang.model.place import Area


@dataclass(frozen=True, slots=True)
class Region:
    """An area of a sheet."""

    sheet: str
    area: Area


class Cells(Protocol):
    """What formulas can ask of a workbook. Names are matched without regard to case."""

    def value(self, sheet: str, row: int, column: int) -> Value:
        """The value of a cell. Raises FormulaError when it is an error, NotComputableError when it is unknown."""
        ...

    def within(self, sheet: str, area: Area) -> Iterator[Value]:
        """The values of an area, row by row, blanks included, up to what is in use. Raises as `value` does."""
        ...

    def extent(self, sheet: str) -> tuple[int, int]:
        """The last row and column in use. Raises NotComputableError for a sheet that does not exist."""
        ...

    def region(self, name: str, sheet: str) -> str:
        """The reference that a defined name stands for. Raises NotComputableError for an unknown one."""
        ...


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the formula stands."""

    sheet: str
    row: int
    column: int


class Evaluation:
    """Computes formulas over some cells."""

    def __init__(self, cells: Cells, functions: "dict[str, Function]") -> None:
        self.cells = cells
        self._functions = functions

    def formula(self, source: str, seat: Seat) -> Value:
        """Return a formula's value; a blank counts as 0. Raises FormulaError or NotComputableError."""
        found = self.value(parse(source), seat)
        return 0 if found is None else found

    def value(self, node: Node | None, seat: Seat) -> Value:
        """Return the single value of a node."""
        if node is None:
            return None
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, ErrorConstant):
            raise FormulaError(node.code)
        if isinstance(node, Operation):
            return self._operation(node, seat)
        if isinstance(node, Call):
            return self._call(node, seat)
        return self._single(self.region(node, seat), seat)

    def _single(self, region: Region, seat: Seat) -> Value:
        """A range where one value is asked means the cell in the formula's own row or column."""
        area = region.area
        row, column = area.top, area.left
        if area.top != area.bottom:
            row = seat.row
        if area.left != area.right:
            column = seat.column
        if not area.holds(row, column):
            raise FormulaError("#VALUE!")
        return self.cells.value(region.sheet, row, column)

    def region(self, node: Node | None, seat: Seat) -> Region:
        """Return the area that a node refers to. Raises NotComputableError when it is no reference."""
        if not isinstance(node, Reference):
            raise NotComputableError
        if node.token.kind == "name":
            inner = parse(self.cells.region(node.token.text, seat.sheet))
            if isinstance(inner, Reference) and inner.token.kind == "name":
                raise NotComputableError(node.token.text)
            return self.region(inner, seat)
        return self._bounds(node.token, node.token.sheet or seat.sheet)

    def _bounds(self, token: Token, sheet: str) -> Region:
        if "[" in sheet or ":" in sheet:
            raise NotComputableError(sheet)
        return Region(sheet, area_of(token.body))

    def values(self, node: Node | None, seat: Seat) -> Iterator[Value]:
        """Return all values of a node: those of a range row by row, else its single one."""
        if isinstance(node, Reference):
            yield from self.within(self.region(node, seat))
        else:
            yield self.value(node, seat)

    def within(self, region: Region) -> Iterator[Value]:
        """The values of an area, row by row, up to what is in use."""
        return self.cells.within(region.sheet, region.area)

    def _operation(self, node: Operation, seat: Seat) -> Value:
        values = [self.value(operand, seat) for operand in node.operands]
        if len(values) == 1:
            value = number(values[0])
            return value / 100 if node.operator == "%" else -value if node.operator == "-" else value
        left, right = values
        if node.operator == "&":
            return text(left) + text(right)
        if node.operator in COMPARISONS:
            return COMPARISONS[node.operator](compare(left, right))
        return ARITHMETIC[node.operator](number(left), number(right))

    def _call(self, node: Call, seat: Seat) -> Value:
        function = self._functions.get(node.name)
        if function is None:
            raise NotComputableError(node.name)
        try:
            return function(self, seat, node.arguments)
        except (IndexError, OverflowError) as error:
            raise NotComputableError(node.name) from error


Function = Callable[[Evaluation, Seat, Sequence[Node | None]], Value]


def _divide(left: float, right: float) -> float:
    if right == 0:
        raise FormulaError("#DIV/0!")
    return left / right


def _power(left: float, right: float) -> float:
    try:
        result = left**right
    except (ZeroDivisionError, OverflowError):
        raise FormulaError("#NUM!") from None
    if isinstance(result, complex):
        raise FormulaError("#NUM!")
    return float(result)


COMPARISONS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    ">": lambda order: order > 0,
    "<=": lambda order: order <= 0,
    ">=": lambda order: order >= 0,
}
ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": _divide,
    "^": _power,
}
