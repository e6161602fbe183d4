"""Shared formulas: a cell that only points at its master gets the master's formula, moved (ECMA-376 part 1,
18.3.1.40)."""

import re

from qingzhuang.model.place import column_letters, column_number

_TOKEN = re.compile(
    r"""("[^"]*"|'[^']*'!?)|(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]*)(?![A-Za-z0-9_(])"""
)


def moved(formula: str, rows: int, columns: int) -> str:
    """Return the formula with its relative references moved by so many rows and columns."""

    def shift(found: re.Match[str]) -> str:
        if found.group(1) is not None:
            return found.group(1)
        column, row = column_number(found.group(3)), int(found.group(5))
        column += 0 if found.group(2) else columns
        row += 0 if found.group(4) else rows
        if column < 1 or row < 1:
            return "#REF!"
        return f"{found.group(2)}{column_letters(column)}{found.group(4)}{row}"

    return _TOKEN.sub(shift, formula)
