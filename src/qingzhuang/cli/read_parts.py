"""Parts of what was read as JSON."""

from datetime import date
from typing import Any

from qingzhuang.match.wording.definition_tree import says
from qingzhuang.model.definition import Definition
from qingzhuang.model.domain import Bound, Domain


def domain_json(domain: Domain | None) -> dict[str, Any] | None:
    """The bounds of an item; numbers as they are written, days in ISO 8601."""
    if domain is None:
        return None
    return {
        "of": str(domain.of),
        "low": _bound(domain.low),
        "high": _bound(domain.high),
        "above": domain.above,
        "below": domain.below,
        "whole": domain.whole,
        "soft": domain.soft,
    }


def definition_json(each: Definition) -> dict[str, Any]:
    """What a note defines: its words, where it stands, of which items and rows it speaks, and only what it says."""
    cell = each.place.cell if each.place else None
    return {
        "text": each.text,
        "sheet": each.place.sheet if each.place else None,
        "cell": cell,
        "term": each.term or None,
        "items": list(each.keys),
        "rows": list(each.rows),
        **({"source": each.source, "sure": each.sure} if each.source else {}),
        "says": says(each),
    }


def _bound(bound: Bound | None) -> str | int | None:
    if bound is None or isinstance(bound, int):
        return bound
    return bound.isoformat() if isinstance(bound, date) else format(bound, "f")
