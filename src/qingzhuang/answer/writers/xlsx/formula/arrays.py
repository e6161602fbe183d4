"""SUMPRODUCT over whole ranges and conditions on them: SUMPRODUCT((B2:B9="男")*C2:C9)."""

import math
from collections.abc import Callable, Sequence

from qingzhuang.answer.writers.xlsx.formula.evaluate import ARITHMETIC, COMPARISONS, Evaluation, Region, Seat
from qingzhuang.answer.writers.xlsx.formula.parse import Node, NotComputableError, Operation, Reference
from qingzhuang.answer.writers.xlsx.formula.values import Value, compare, is_number, number

Size = tuple[int, int]


def sumproduct(run: Evaluation, seat: Seat, arguments: Sequence[Node | None]) -> Value:
    """The sum of the products of the arguments' values, place by place; within an argument truth values count as
    numbers only once an operator has touched them."""
    columns = [_array(run, seat, node) for node in arguments]
    if len({size for size, _ in columns}) != 1:
        raise NotComputableError("SUMPRODUCT")
    products = zip(*(values for _, values in columns), strict=True)
    return math.fsum(math.prod(value if is_number(value) else 0 for value in each) for each in products)


def _array(run: Evaluation, seat: Seat, node: Node | None) -> tuple[Size, list[Value]]:
    if isinstance(node, Reference):
        return _region(run, run.region(node, seat))
    if isinstance(node, Operation):
        return _operation(run, seat, node)
    return (1, 1), [run.value(node, seat)]


def _region(run: Evaluation, region: Region) -> tuple[Size, list[Value]]:
    rows, _columns = run.cells.extent(region.sheet)
    area = region.area
    bottom = min(area.bottom, rows)
    size = (bottom - area.top + 1, area.right - area.left + 1)
    if size[0] * size[1] > 1_000_000:
        raise NotComputableError("SUMPRODUCT")
    values = [
        run.cells.value(region.sheet, row, column)
        for row in range(area.top, bottom + 1)
        for column in range(area.left, area.right + 1)
    ]
    return size, values


def _operation(run: Evaluation, seat: Seat, node: Operation) -> tuple[Size, list[Value]]:
    parts = [_array(run, seat, operand) for operand in node.operands]
    sizes = {size for size, _ in parts} - {(1, 1)}
    if len(sizes) > 1 or node.operator == "&":
        raise NotComputableError(node.operator)
    size = sizes.pop() if sizes else (1, 1)
    count = size[0] * size[1]
    spread = [values if len(values) == count else values * count for _, values in parts]
    return size, [_apply(node.operator)(*each) for each in zip(*spread, strict=True)]


def _apply(operator: str) -> Callable[..., Value]:
    if operator in COMPARISONS:

        def comparison(left: Value, right: Value) -> Value:
            return COMPARISONS[operator](compare(left, right))

        return comparison

    def arithmetic(*values: Value) -> Value:
        numbers = [number(value) for value in values]
        if len(numbers) == 2:
            return ARITHMETIC[operator](*numbers)
        return {"-": -numbers[0], "+": numbers[0], "%": numbers[0] / 100}[operator]

    return arithmetic
