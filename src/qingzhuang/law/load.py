"""Instruments and provisions from a pack's data files. Raises ValueError naming file and entry when one is malformed."""

import calendar
import re
import tomllib
from datetime import date
from typing import Any

import yaml

from qingzhuang.law.provision import (
    ArticleConfidence,
    Confidence,
    Display,
    Instrument,
    Provision,
)

_DAY = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")


def load_instrument(text: str, file: str) -> Instrument:
    """Read document.toml."""
    try:
        return Instrument(**tomllib.loads(text)["instrument"])
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{file}: {error!r}") from error


def load_provisions(text: str, file: str, instrument: Instrument) -> tuple[Provision, ...]:
    """Read articles.yaml, in its order."""
    return tuple(_provision(entry, file, instrument) for entry in yaml.safe_load(text)["provisions"])


def _provision(entry: dict[str, Any], file: str, instrument: Instrument) -> Provision:
    try:
        return Provision(
            id=entry["id"],
            instrument=instrument,
            article=entry["article"],
            article_confidence=ArticleConfidence(entry["article_confidence"]),
            title=entry["title"],
            words=entry["words"],
            verb=entry["verb"],
            since=last_day(entry["since"]) if entry["since"] else None,
            source=entry["source"],
            confidence=Confidence(entry["confidence"]),
            display=Display(entry["display"]),
            exemption=entry.get("exemption", ""),
            note=entry.get("note", ""),
            until=last_day(entry["until"]) if entry.get("until") else None,
            not_encoded=entry.get("not_encoded", ""),
            burden=entry.get("burden", False),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{file}: {entry.get('id')}: {error!r}") from error


def last_day(text: str) -> date:
    """The last day that a date of day, month or year can mean: a rule of "2024" binds nobody before the year is out."""
    found = _DAY.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    month = month or 12
    return date(year or 0, month, day or calendar.monthrange(year or 0, month)[1])
