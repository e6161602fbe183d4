"""The parameters column: key=value pairs, and what each type takes (pyxform 4.5)."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from qingzhuang.intake.xlsform.names import is_name, is_reference, names_in
from qingzhuang.intake.xlsform.spellings import YES
from qingzhuang.model.xlsform import Choice

_PAIR = re.compile(r"[\s,;]*([^\s=,;]+)[\s,;]*=[\s,;]*([^\s=,;]+)")
_CASED = frozenset({"value", "label"})
_TRUE_FALSE = frozenset({"true", "false"})
_LOCATION = ("location-priority", "location-min-interval", "location-max-age")
_GEO = frozenset({"allow-mock-accuracy", "reference-geometry"})
TAKES: dict[str, frozenset[str]] = {
    "text": frozenset({"rows"}),
    "photo": frozenset({"app", "max-pixels"}),
    "audio": frozenset({"quality"}),
    "background-audio": frozenset({"quality"}),
    "audit": frozenset({"identify-user", "track-changes", "track-changes-reasons", *_LOCATION}),
    "geopoint": _GEO | {"capture-accuracy", "warning-accuracy"},
    "geotrace": _GEO | {"incremental"},
    "geoshape": _GEO | {"incremental"},
    "range": frozenset({"start", "end", "step", "placeholder", "tick_interval", "tick_labelset"}),
    "select": frozenset({"randomize", "seed"}),
    "select from file": frozenset({"randomize", "seed", "value", "label"}),
}
"""Type → the keys it takes; other types take any."""


def parse(text: str) -> dict[str, str] | None:
    """Return the pairs of a text, None when it cannot be read as such."""
    found: dict[str, str] = {}
    rest = text
    while rest.strip(" \t\r\n,;"):
        pair = _PAIR.match(rest)
        if pair is None:
            return None
        key = pair.group(1).lower()
        found[key] = pair.group(2) if key in _CASED else pair.group(2).lower()
        rest = rest[pair.end() :]
    return found


def wrong(
    kind: str, given: Mapping[str, str], appearance: str, choices: Mapping[str, Sequence[Choice]]
) -> str | None:
    """Return the pair of a type that cannot stand, None when all can."""
    for key in sorted(given.keys() - TAKES.get(kind, given.keys())):
        return f"{key}={given[key]}"
    for key, allowed in _ALLOWED.items():
        if key in given and kind in TAKES and not allowed(given[key]):
            return f"{key}={given[key]}"
    if kind == "audit" and not _located(given):
        return " ".join(f"{key}={given[key]}" for key in _LOCATION if key in given)
    if kind.startswith("select") and "seed" in given and "randomize" not in given:
        return f"seed={given['seed']}"
    if kind == "photo" and "app" in given and appearance in ("", "annotate") and not _package(given["app"]):
        return f"app={given['app']}"
    if kind == "background-audio" and given.get("quality") == "external":
        return "quality=external"
    return _range(given, appearance, choices) if kind == "range" else None


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _whole(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+", text) is not None


_ALLOWED: dict[str, Callable[[str], bool]] = {
    "rows": _whole,
    "max-pixels": _whole,
    "quality": lambda text: text in ("voice-only", "low", "normal", "external"),
    "identify-user": lambda text: text in _TRUE_FALSE,
    "track-changes": lambda text: text in _TRUE_FALSE,
    "track-changes-reasons": lambda text: text == "on-form-edit",
    "allow-mock-accuracy": lambda text: text in _TRUE_FALSE,
    "incremental": lambda text: text in YES,
    "capture-accuracy": _number,
    "warning-accuracy": _number,
    "randomize": lambda text: text in _TRUE_FALSE,
    "seed": lambda text: is_reference(text) or _number(text),
    "value": is_name,
    "label": is_name,
}


def _located(given: Mapping[str, str]) -> bool:
    """The three of them go together."""
    named = [key for key in _LOCATION if key in given]
    if not named:
        return True
    if len(named) < len(_LOCATION):
        return False
    if given[_LOCATION[0]] not in ("no-power", "low-power", "balanced", "high-accuracy"):
        return False
    least, oldest = given[_LOCATION[1]], given[_LOCATION[2]]
    return least.isdigit() and oldest.isdigit() and int(oldest) >= int(least)


def _package(name: str) -> bool:
    """The name of a program for Android: two parts or more, each begins with a letter."""
    return re.fullmatch(r"[a-zA-Z]\w*(\.[a-zA-Z]\w*)+", name) is not None


def _range(given: Mapping[str, str], appearance: str, choices: Mapping[str, Sequence[Choice]]) -> str | None:
    ticks = ("tick_interval", "placeholder", "tick_labelset")
    if appearance and "vertical" not in appearance and "no-ticks" not in appearance:
        for key in ticks:
            if key in given:
                return f"{key}={given[key]}"
    numbers: dict[str, Decimal] = {}
    for key, text in {"start": "1", "end": "10", "step": "1", **given}.items():
        if key != "tick_labelset":
            try:
                numbers[key] = Decimal(text)
            except InvalidOperation:
                return f"{key}={text}"
            if not numbers[key].is_finite():
                return f"{key}={text}"
    return _spread(numbers, given) or _labels(numbers, given.get("tick_labelset"), choices, appearance)


def _spread(numbers: Mapping[str, Decimal], given: Mapping[str, str]) -> str | None:
    start, end, step = numbers["start"], numbers["end"], numbers["step"]
    width = abs(end - start)
    if step == 0 or step > width:
        return f"step={step}"
    tick = numbers.get("tick_interval")
    if tick is not None and (tick == 0 or tick > width or tick % step != 0):
        return f"tick_interval={given['tick_interval']}"
    held = numbers.get("placeholder")
    if held is not None and ((held - start) % step != 0 or not min(start, end) <= held <= max(start, end)):
        return f"placeholder={given['placeholder']}"
    return None


def _labels(
    numbers: Mapping[str, Decimal],
    name: str | None,
    choices: Mapping[str, Sequence[Choice]],
    appearance: str,
) -> str | None:
    if not name:
        return None
    start, end = numbers["start"], numbers["end"]
    every = numbers.get("tick_interval", numbers["step"])
    bad = f"tick_labelset={name}"
    if name not in choices:
        return bad
    ends: set[Decimal] = set()
    for choice in choices[name]:
        try:
            value = Decimal(choice.name)
        except InvalidOperation:
            return bad
        if not value.is_finite() or not min(start, end) <= value <= max(start, end):
            return bad
        if (value - start) % every != 0:
            return bad
        ends.add(value)
    return bad if "no-ticks" in appearance and ends != {start, end} else None


def geometry(text: str, known: frozenset[str], repeats: frozenset[str]) -> bool:
    """Tell whether reference-geometry names a list, a file or a repeat of the form."""
    return text in known or (is_reference(text) and names_in(text)[0] in repeats)
