"""A definition as plain data and back, for pairs that are kept and shared."""

from collections.abc import Mapping
from typing import Any

from qingzhuang.model.definition import Ages, Definition, Moment

_COUNTS = ("lived", "away", "decimals")
_WORDS = ("population", "scope", "basis", "unit")
_LISTS = ("only", "includes", "excludes")
_LONGEST, _MOST = 400, 60


def says(definition: Definition) -> dict[str, Any]:
    """Only what it says as data, by facet."""
    return {name: _plain(getattr(definition, name)) for name in definition.said}


def definition_tree(definition: Definition) -> dict[str, Any]:
    """Its words and what it says."""
    return {"text": definition.text, **says(definition)}


def definition_of(tree: Any) -> Definition | None:
    """Read what `definition_tree` made, None for none. Raises ValueError, TypeError or KeyError for anything else."""
    if tree is None:
        return None
    found: dict[str, Any] = {name: _count(tree[name]) for name in _COUNTS if tree.get(name) is not None}
    found |= {name: _word(tree[name]) for name in _WORDS if tree.get(name) is not None}
    found |= {name: tuple(map(_word, tree[name][:_MOST])) for name in _LISTS if tree.get(name)}
    if tree.get("ages"):
        found["ages"] = _ages(tree["ages"])
    if tree.get("as_of"):
        found["as_of"] = _moment(tree["as_of"])
    if tree.get("span"):
        first, last = tree["span"]
        found["span"] = (_moment(first), _moment(last))
    return Definition(_word(tree.get("text", "")), **found)


def _ages(tree: Mapping[str, Any]) -> Ages:
    return Ages(_maybe(tree.get("low")), _maybe(tree.get("high")), tree.get("nominal") is True)


def _plain(value: Any) -> Any:
    if isinstance(value, Ages):
        return {"low": value.low, "high": value.high, "nominal": value.nominal}
    if isinstance(value, Moment):
        return {
            "month": value.month,
            "day": value.day,
            "year": value.year,
            "ago": value.ago,
            "named": value.named,
        }
    return [_plain(each) for each in value] if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownVariableType]


def _moment(tree: Mapping[str, Any]) -> Moment:
    return Moment(
        _count(tree["month"]),
        _count(tree["day"]),
        _maybe(tree.get("year")),
        _count(tree.get("ago", 0)),
        _word(tree.get("named", "")),
    )


def _maybe(value: Any) -> int | None:
    return None if value is None else _count(value)


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 9999:
        raise ValueError
    return value


def _word(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or "\0" in value:
        raise ValueError
    return value.strip()
