"""What does not fit, in words: where it stands in what was sent, and what is expected there."""

from collections.abc import Mapping, Sequence
from typing import Any

from qingzhuang.language import gettext as _
from qingzhuang.language import later

_MOST = 50
_WORDS = {
    "missing": later("缺这一项。"),
    "extra_forbidden": later("没有这一项，请去掉。"),
    "string_too_short": later("不能空着。"),
    "string_too_long": later("太长了，最多 {max_length} 字。"),
    "greater_than": later("要比 {gt} 大。"),
    "greater_than_equal": later("最小是 {ge}。"),
    "less_than": later("要比 {lt} 小。"),
    "less_than_equal": later("最大是 {le}。"),
    "too_long": later("太多了，最多 {max_length} 个。"),
    "enum": later("只能是 {expected}。"),
    "literal_error": later("只能是 {expected}。"),
    "json_invalid": later("不是 JSON。"),
}
_KINDS = (
    ("date", later("日期请写成 2026-12-05 这样。")),
    ("int", later("要写整数。")),
    ("float", later("要写数。")),
    ("bool", later("要写 true 或 false。")),
    ("string", later("要写文字，不能有看不见的字符。")),
    ("list", later("要写成一列。")),
    ("dict", later("要写成一组。")),
    ("model", later("要写成一组。")),
)


def complaints(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return what does not fit, place by place."""
    return [{"where": _place(each), "says": _says(each)} for each in errors[:_MOST]]


def _place(error: Mapping[str, Any]) -> str:
    return ".".join(map(str, error["loc"]))[:200]


def _says(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    told = _WORDS.get(kind) or next((words for start, words in _KINDS if kind.startswith(start)), "")
    if not told:
        return _("不合要求。")
    try:
        return told.format(**error.get("ctx", {})).replace(" or ", "、")[:200]
    except KeyError:
        return _("不合要求。")
