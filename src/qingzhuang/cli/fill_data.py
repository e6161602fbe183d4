"""The answers a person or another program gives as JSON: {"rows": [{path: value}], "cards": {label: value}}."""

import json
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from typing import Any, NoReturn

from qingzhuang.model.answers import Answers
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import Scalar

_PARTS = ("rows", "cards")
_SAFE_DIGITS = 15  # what a spreadsheet keeps of a number; a longer one is an identifier
_SHAPE = '{"rows": [{"姓名": "…"}], "cards": {"填报单位": "…"}}'


def parse_answers(file: str, content: bytes) -> Answers:
    """Return the answers of a JSON file. Raises ProblemError QZ-F110 (not JSON, with line and column), QZ-F111 (not
    text in UTF-8), QZ-F112 (another shape) or QZ-F113 (a value that no cell can hold, with its place)."""
    document = _load(file, content)
    if not isinstance(document, dict) or not document or set(document) - set(_PARTS):
        raise ProblemError(_shape(file, _("最外层要写成 rows 和 cards 两部分。")))
    rows, cards = document.get("rows", []), document.get("cards", {})
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ProblemError(_shape(file, _("rows 要写成一行一个对象的列表。")))
    if not isinstance(cards, dict):
        raise ProblemError(_shape(file, _("cards 要写成“名称: 内容”的对象。")))
    named = [(f"rows[{number}]", row) for number, row in enumerate(rows)]
    return Answers(tuple(_scalars(file, where, row) for where, row in named), _scalars(file, "cards", cards))


def _load(file: str, content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_int=_digits,
            parse_constant=_no_number,
            object_pairs_hook=_each_key_once,
        )
    except UnicodeDecodeError as error:
        problem = Problem(
            "QZ-F111", file, _("不是 UTF-8 编码的文本。"), _("请用编辑器另存为 UTF-8 编码后再试。")
        )
        raise ProblemError(problem) from error
    except json.JSONDecodeError as error:
        message = _("第 {line} 行第 {column} 个字符处不是正确的 JSON。").format(
            line=error.lineno, column=error.colno
        )
        cure = _("请看这一处的引号、逗号和括号是否成对、是否用了中文标点。")
        raise ProblemError(Problem("QZ-F110", file, message, cure)) from error
    except RecursionError as error:
        raise ProblemError(_shape(file, _("括号套得太深。"))) from error
    except _UnfitError as error:
        raise ProblemError(_unfit(file, str(error))) from error


class _UnfitError(ValueError):
    """A value or a key that cannot be kept apart in a form."""


def _digits(text: str) -> int | str:
    """Keep all digits of an identifier that was written without quotation marks."""
    return text if len(text.lstrip("-")) > _SAFE_DIGITS else int(text)


def _no_number(name: str) -> NoReturn:
    raise _UnfitError(name)


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets a key stand twice and the last one win; a form must not lose an answer that way."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        raise _UnfitError(next(key for key in keys if keys.count(key) > 1))
    return found


def _scalars(file: str, where: str, values: Mapping[str, Any]) -> Mapping[str, Scalar]:
    return dict(_checked(file, where, values))


def _checked(file: str, where: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Scalar]]:
    for key, value in values.items():
        if isinstance(value, dict | list):
            raise ProblemError(_unfit(file, f"{where}.{key}"))
        yield key, value


def _shape(file: str, message: str) -> Problem:
    return Problem("QZ-F112", file, message, _("请写成 {shape} 的样子。").format(shape=_SHAPE))


def _unfit(file: str, place: str) -> Problem:
    return Problem(
        "QZ-F113",
        file,
        _("“{place}”重复了，或者不是一个格子放得下的内容。").format(place=place),
        _("每个名称只写一次，内容只能是文字、数字、true、false 或 null。"),
    )
