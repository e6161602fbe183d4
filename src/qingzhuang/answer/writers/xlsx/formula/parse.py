"""A formula as a tree, by operator precedence (ECMA-376 part 1, 18.17.2.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.answer.writers.xlsx.formula.tokens import Token, tokens

_BINARY = {"=": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "<>": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
_SIGN_POWER = 6


class NotComputableError(Exception):
    """The formula uses something that is left to a spreadsheet program."""


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, text, truth value, or an error as a FormulaError's code."""

    value: float | str | bool | None


@dataclass(frozen=True, slots=True)
class ErrorConstant:
    """A written-out error such as #REF!."""

    code: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference token: an area, whole columns, whole rows, or a name."""

    token: Token


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with one or two operands; % stands behind its one."""

    operator: str
    operands: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function, its name in capitals, with its arguments; an empty argument is None."""

    name: str
    arguments: tuple["Node | None", ...]


Node = Constant | ErrorConstant | Reference | Operation | Call


@lru_cache(maxsize=2048)
def parse(formula: str) -> Node:
    """Return the tree of a formula given without its leading =. Raises NotComputableError for unknown grammar."""
    reader = _Parser([token for token in tokens(formula) if token.kind != "space"])
    node = reader.expression(0)
    if reader.peek() is not None:
        raise NotComputableError(formula)
    return node


class _Parser:
    def __init__(self, parts: Sequence[Token]) -> None:
        self._parts = parts
        self._at = 0

    def peek(self) -> Token | None:
        return self._parts[self._at] if self._at < len(self._parts) else None

    def _next(self) -> Token:
        token = self.peek()
        if token is None:
            raise NotComputableError
        self._at += 1
        return token

    def _text(self) -> str:
        token = self.peek()
        return token.text if token is not None and token.kind == "operator" else ""

    def expression(self, least: int) -> Node:
        left = self._percent(self._primary())
        while (power := _BINARY.get(self._text(), 0)) > least:
            operator = self._next().text
            left = Operation(operator, (left, self.expression(power)))
        return left

    def _percent(self, node: Node) -> Node:
        while self._text() == "%":
            self._next()
            node = Operation("%", (node,))
        return node

    def _primary(self) -> Node:
        token = self._next()
        if token.kind == "operator":
            return self._prefixed(token)
        if token.kind == "function":
            return self._call(token.body)
        if token.kind in {"area", "columns", "rows"}:
            return Reference(token)
        return _leaf(token)

    def _prefixed(self, token: Token) -> Node:
        if token.text in {"-", "+"}:
            return Operation(token.text, (self.expression(_SIGN_POWER - 1),))
        if token.text != "(":
            raise NotComputableError(token.text)
        inner = self.expression(0)
        if self._text() != ")":
            raise NotComputableError(token.text)
        self._next()
        return inner

    def _call(self, name: str) -> Node:
        arguments: list[Node | None] = []
        while True:
            if self._text() in {",", ")"}:
                arguments.append(None)
            else:
                arguments.append(self.expression(0))
            token = self._next()
            if token.text == ")":
                break
            if token.text != ",":
                raise NotComputableError(name)
        plain = name.upper().removeprefix("_XLFN.").removeprefix("_XLWS.")
        return Call(plain, () if arguments == [None] else tuple(arguments))


def _leaf(token: Token) -> Node:
    if token.kind == "number":
        return Constant(float(token.text))
    if token.kind == "string":
        return Constant(token.text[1:-1].replace('""', '"'))
    if token.kind == "error":
        return ErrorConstant(token.text)
    if token.kind == "name":
        known = {"TRUE": True, "FALSE": False}.get(token.text.upper())
        return Reference(token) if known is None else Constant(known)
    raise NotComputableError(token.text)
