"""A value as text with its type, and back without loss."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from qingzhuang.model.sheet import Scalar

_READ: Mapping[str, Callable[[str], Scalar]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def encode(value: Scalar) -> tuple[str, str]:
    """Return the kind and the JSON text of a value."""
    if isinstance(value, datetime | date | time):
        kind = "datetime" if isinstance(value, datetime) else "date" if isinstance(value, date) else "time"
        return kind, json.dumps(value.isoformat())
    return "json", json.dumps(value, ensure_ascii=False)


def decode(kind: str, text: str) -> Scalar:
    """Return the value of a kind and its JSON text. Most are words without anything to unescape."""
    plain: Scalar = text[1:-1] if text[0] == '"' and "\\" not in text else json.loads(text)
    read = _READ.get(kind)
    return read(str(plain)) if read else plain
