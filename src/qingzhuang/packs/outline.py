"""The outline of an instrument: which provision covers each of its numbered measures or articles, or why none does."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

import qingzhuang.packs


@dataclass(frozen=True, slots=True)
class Row:
    """One numbered measure; `reason` says why nothing covers it, or how far its number is known."""

    number: str
    name: str
    codes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Outline:
    """All numbered measures of an instrument; `unplaced` are provisions whose number is not known."""

    title: str
    rows: tuple[Row, ...]
    unplaced: tuple[str, ...]


def outline(folder: str) -> Outline:
    """Read packs/<folder>/outline.yaml."""
    file = resources.files(qingzhuang.packs) / folder / "outline.yaml"
    data = yaml.safe_load(file.read_text("utf-8"))
    rows = tuple(row for entry in data["rows"] for row in _rows(entry))
    return Outline(data["title"], rows, tuple(data.get("unplaced", ())))


def _rows(entry: dict[str, Any]) -> Iterator[Row]:
    for number in entry.get("numbers", [entry.get("number")]):
        yield Row(f"{number}", entry["name"], tuple(entry.get("codes", ())), entry.get("reason", ""))
