"""The functions that formulas of forms use (ECMA-376 part 1, 18.17.7)."""

import math
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from qingzhuang.answer.writers.xlsx.formula.arrays import sumproduct
from qingzhuang.answer.writers.xlsx.formula.criteria import criterion
from qingzhuang.answer.writers.xlsx.formula.evaluate import Evaluation, Function, Region, Seat
from qingzhuang.answer.writers.xlsx.formula.parse import Node, NotComputableError, Reference
from qingzhuang.answer.writers.xlsx.formula.values import (
    FormulaError,
    Value,
    compare,
    is_number,
    number,
    text,
    truth,
)
from qingzhuang.model.place import Area

Arguments = Sequence[Node | None]
_TRUE_NUMBERS = frozenset((int, float))


def _numbers(run: Evaluation, seat: Seat, arguments: Arguments) -> list[float]:
    """Numbers as SUM takes them: of ranges only true numbers, of single values whatever reads as one."""
    found: list[float] = []
    for node in arguments:
        if isinstance(node, Reference):
            found += [each for each in run.within(run.region(node, seat)) if type(each) in _TRUE_NUMBERS]  # type: ignore[misc]
        else:
            found.append(number(run.value(node, seat)))
    return found


def _gather(fold: Callable[[list[float]], float]) -> Function:
    return lambda run, seat, arguments: fold(_numbers(run, seat, arguments))


def _average(numbers: list[float]) -> float:
    if not numbers:
        raise FormulaError("#DIV/0!")
    return math.fsum(numbers) / len(numbers)


def _median(numbers: list[float]) -> float:
    if not numbers:
        raise FormulaError("#NUM!")
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _count(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    return sum(is_number(value) for node in arguments for value in _lenient(run, seat, node))


def _counta(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    return sum(value is not None for node in arguments for value in _lenient(run, seat, node))


def _countblank(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    region = run.region(arguments[0], seat)
    area = region.area
    size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
    return size - sum(value not in (None, "") for value in _lenient(run, seat, arguments[0]))


def _lenient(run: Evaluation, seat: Seat, node: Node | None) -> Iterator[Value]:
    """Values with errors in the way of counting shown as text."""
    if not isinstance(node, Reference):
        yield run.value(node, seat)
        return
    region = run.region(node, seat)
    rows, columns = run.cells.extent(region.sheet)
    for row in range(region.area.top, min(region.area.bottom, rows) + 1):
        for column in range(region.area.left, min(region.area.right, columns) + 1):
            yield _shown(run, region.sheet, row, column)


def _shown(run: Evaluation, sheet: str, row: int, column: int) -> Value:
    try:
        return run.cells.value(sheet, row, column)
    except FormulaError as error:
        return error.code


def _matching(run: Evaluation, seat: Seat, pairs: Arguments) -> Iterator[tuple[int, int]]:
    """The offsets of the cells that meet all conditions."""
    regions = [run.region(node, seat) for node in pairs[::2]]
    tests = [criterion(run.value(node, seat)) for node in pairs[1::2]]
    rows, columns = run.cells.extent(regions[0].sheet)
    area = regions[0].area
    for down in range(min(area.bottom, rows) - area.top + 1):
        for right in range(min(area.right, columns) - area.left + 1):
            cells = (_at(run, region, down, right) for region in regions)
            if all(test(value) for test, value in zip(tests, cells, strict=True)):
                yield down, right


def _at(run: Evaluation, region: Region, down: int, right: int) -> Value:
    return run.cells.value(region.sheet, region.area.top + down, region.area.left + right)


def _picked(run: Evaluation, seat: Seat, target: Node | None, pairs: Arguments) -> list[float]:
    region = run.region(target, seat)
    values = (_at(run, region, down, right) for down, right in _matching(run, seat, pairs))
    return [value for value in values if is_number(value)]  # type: ignore[misc]


def _one_condition(fold: Callable[[list[float]], float]) -> Function:
    """SUMIF(range, condition, [sum range])."""

    def function(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
        target = arguments[2] if len(arguments) > 2 else arguments[0]
        return fold(_picked(run, seat, target, arguments[:2]))

    return function


def _many_conditions(fold: Callable[[list[float]], float]) -> Function:
    """SUMIFS(sum range, range, condition, …)."""
    return lambda run, seat, arguments: fold(_picked(run, seat, arguments[0], arguments[1:]))


def _countifs(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    return sum(1 for _ in _matching(run, seat, arguments))


def _if(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    if truth(run.value(arguments[0], seat)):
        return run.value(arguments[1], seat) if arguments[1] is not None else 0
    return run.value(arguments[2], seat) if len(arguments) > 2 else False


def _iferror(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    try:
        return run.value(arguments[0], seat)
    except FormulaError:
        return run.value(arguments[1], seat)


def _is_error(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    try:
        run.value(arguments[0], seat)
    except FormulaError:
        return True
    return False


def _truths(run: Evaluation, seat: Seat, arguments: Arguments) -> list[bool]:
    values = (value for node in arguments for value in run.values(node, seat))
    return [truth(value) for value in values if value is not None and not isinstance(value, str)]


def _rounded(mode: str) -> Function:
    def function(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
        value = number(run.value(arguments[0], seat))
        places = int(number(run.value(arguments[1], seat))) if len(arguments) > 1 else 0
        exact = Decimal(repr(round(value, 14)) if abs(value) < 1e15 else repr(value))
        return float(exact.quantize(Decimal(1).scaleb(-places), rounding=mode))

    return function


def _on_number(change: Callable[[float], float]) -> Function:
    return lambda run, seat, arguments: change(number(run.value(arguments[0], seat)))


def _on_text(change: Callable[[str, list[int]], Value]) -> Function:
    def function(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
        counts = [int(number(run.value(node, seat))) for node in arguments[1:]]
        return change(text(run.value(arguments[0], seat)), counts)

    return function


def _mod(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    left, right = (number(run.value(node, seat)) for node in arguments)
    if right == 0:
        raise FormulaError("#DIV/0!")
    return left - right * math.floor(left / right)


def _joined(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    return "".join(text(value) for node in arguments for value in run.values(node, seat))


def _subtotal(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    """Without hidden rows and nested subtotals in the way, which forms do not have."""
    kinds = {1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 6: "PRODUCT", 9: "SUM"}
    kind = int(number(run.value(arguments[0], seat))) % 100
    if kind not in kinds:
        raise NotComputableError("SUBTOTAL")
    return FUNCTIONS[kinds[kind]](run, seat, arguments[1:])


def _vlookup(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    exact = len(arguments) > 3 and not truth(run.value(arguments[3], seat))
    if not exact:
        raise NotComputableError("VLOOKUP")
    wanted, region = run.value(arguments[0], seat), run.region(arguments[1], seat)
    right = int(number(run.value(arguments[2], seat))) - 1
    rows, _columns = run.cells.extent(region.sheet)
    for down in range(min(region.area.bottom, rows) - region.area.top + 1):
        found = _at(run, region, down, 0)
        if found is not None and wanted is not None and compare(found, wanted) == 0:
            return _at(run, region, down, right)
    raise FormulaError("#N/A")


def _rank(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    value = number(run.value(arguments[0], seat))
    rising = len(arguments) > 2 and truth(run.value(arguments[2], seat))
    others = [each for each in run.values(arguments[1], seat) if is_number(each)]
    if value not in others:
        raise FormulaError("#N/A")
    return 1 + sum((each < value) if rising else (each > value) for each in others)  # type: ignore[operator]


def _row(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    return run.region(arguments[0], seat).area.top if arguments else seat.row


def _column(run: Evaluation, seat: Seat, arguments: Arguments) -> Value:
    return run.region(arguments[0], seat).area.left if arguments else seat.column


def _size(measure: Callable[[Area], int]) -> Function:
    return lambda run, seat, arguments: measure(run.region(arguments[0], seat).area)


def _is(test: Callable[[Value], bool]) -> Function:
    return lambda run, seat, arguments: test(run.value(arguments[0], seat))


FUNCTIONS: dict[str, Function] = {
    "SUM": _gather(math.fsum),
    "PRODUCT": _gather(lambda numbers: math.prod(numbers) if numbers else 0),
    "AVERAGE": _gather(_average),
    "MEDIAN": _gather(_median),
    "MIN": _gather(lambda numbers: min(numbers, default=0)),
    "MAX": _gather(lambda numbers: max(numbers, default=0)),
    "COUNT": _count,
    "COUNTA": _counta,
    "COUNTBLANK": _countblank,
    "COUNTIF": _countifs,
    "COUNTIFS": _countifs,
    "SUMIF": _one_condition(math.fsum),
    "SUMIFS": _many_conditions(math.fsum),
    "AVERAGEIF": _one_condition(_average),
    "AVERAGEIFS": _many_conditions(_average),
    "SUMPRODUCT": sumproduct,
    "SUBTOTAL": _subtotal,
    "VLOOKUP": _vlookup,
    "RANK": _rank,
    "RANK.EQ": _rank,
    "IF": _if,
    "IFERROR": _iferror,
    "ISERROR": _is_error,
    "ISBLANK": _is(lambda value: value is None),
    "ISNUMBER": _is(is_number),
    "ISTEXT": _is(lambda value: isinstance(value, str)),
    "AND": lambda run, seat, arguments: all(_truths(run, seat, arguments)),
    "OR": lambda run, seat, arguments: any(_truths(run, seat, arguments)),
    "NOT": lambda run, seat, arguments: not truth(run.value(arguments[0], seat)),
    "TRUE": lambda _run, _seat, _arguments: True,
    "FALSE": lambda _run, _seat, _arguments: False,
    "ROUND": _rounded(ROUND_HALF_UP),
    "ROUNDUP": _rounded(ROUND_UP),
    "ROUNDDOWN": _rounded(ROUND_DOWN),
    "INT": _on_number(math.floor),
    "ABS": _on_number(abs),
    "VALUE": _on_number(lambda value: value),
    "MOD": _mod,
    "CONCATENATE": _joined,
    "CONCAT": _joined,
    "LEN": _on_text(lambda words, _: len(words)),
    "TRIM": _on_text(lambda words, _: " ".join(words.split(" ")).strip()),
    "LEFT": _on_text(lambda words, counts: words[: counts[0] if counts else 1]),
    "RIGHT": _on_text(lambda words, counts: words[max(len(words) - (counts[0] if counts else 1), 0) :]),
    "MID": _on_text(lambda words, counts: words[counts[0] - 1 : counts[0] - 1 + counts[1]]),
    "ROW": _row,
    "COLUMN": _column,
    "ROWS": _size(lambda area: area.bottom - area.top + 1),
    "COLUMNS": _size(lambda area: area.right - area.left + 1),
}
