"""Reads the bureaus' forms from their files. A column or entry is a word, or a mapping with more about it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from qingzhuang.demo.forms.spec import (
    Block,
    Card,
    CardRow,
    Column,
    DemandSpec,
    Entry,
    FormSpec,
    Gap,
    Line,
    Listing,
    Note,
    SheetSpec,
    Title,
    Total,
)
from qingzhuang.demo.village import village_names

_BUREAUS = "bureaus"
_SLASH = "\\/"
_HOLD = "\x00"


def split_key(key: str) -> tuple[str, ...]:
    """Return the levels of a key; a slash inside a level is written \\/."""
    return tuple(level.replace(_HOLD, "/") for level in key.replace(_SLASH, _HOLD).split("/"))


def _tuples(raw: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: tuple(raw[name]) for name in names if name in raw}


def _column(raw: str | Mapping[str, Any]) -> Column:
    if isinstance(raw, str):
        return Column(split_key(raw))
    rest = {name: value for name, value in raw.items() if name not in ("k", "codes")}
    return Column(split_key(raw["k"]), **rest, **_tuples(raw, "codes"))


def _entry(raw: str | Mapping[str, Any]) -> Entry:
    if isinstance(raw, str):
        return Entry(raw)
    rest = {name: value for name, value in raw.items() if name not in ("choice", "codes")}
    return Entry(**rest, **_tuples(raw, "choice", "codes"))


def _stubs(raw: object) -> tuple[tuple[str, ...], ...]:
    if raw == "villages":
        return tuple((str(number), name) for number, name in enumerate(village_names(), 1))
    assert isinstance(raw, list)  # noqa: S101  our own data
    return tuple(tuple(each) if isinstance(each, list) else (each,) for each in raw)


def _listing(raw: Mapping[str, Any]) -> Listing:
    rest = {
        name: value
        for name, value in raw.items()
        if name not in ("columns", "under", "total", "stubs", "unmerged")
    }
    total = raw.get("total")
    return Listing(
        tuple(_column(each) for each in raw["columns"]),
        under=tuple(tuple(row) for row in raw.get("under", ())),
        total=Total(total["label"], total["over"], tuple(total["sums"]), total.get("first", False))
        if total
        else None,
        stubs=_stubs(raw["stubs"]) if "stubs" in raw else (),
        unmerged=tuple(raw.get("unmerged", ())),
        **rest,
    )


def _card_rows(raw: Iterable[Any]) -> Iterable[CardRow]:
    for row in raw:
        if isinstance(row, list):
            yield CardRow(tuple(_entry(each) for each in row))
        elif "side" in row:
            yield from (
                CardRow(tuple(_entry(each) for each in inner), side=row["side"]) for inner in row["rows"]
            )
        elif "section" in row:
            yield CardRow(section=row["section"])
        else:
            yield CardRow(tuple(_entry(each) for each in row["row"]), high=row["high"])


def _card(raw: Mapping[str, Any]) -> Card:
    return Card(raw["grid"], tuple(_card_rows(raw["rows"])))


def _title(raw: str | Mapping[str, Any]) -> Title:
    return Title(raw) if isinstance(raw, str) else Title(**raw)


_BLOCKS: dict[str, Callable[[Any], Block]] = {
    "title": _title,
    "line": lambda raw: Line(tuple(raw)),
    "foot": lambda raw: Line(tuple(raw), foot=True),
    "note": Note,
    "long_note": lambda raw: Note(raw, foot=True, high=70),
    "end_note": lambda raw: Note(raw, foot=True),
    "section": lambda raw: Note(raw, section=True),
    "list": _listing,
    "card": _card,
    "gap": Gap,
}


def _block(raw: Mapping[str, Any]) -> Block:
    [(kind, body)] = raw.items()
    return _BLOCKS[kind](body)


def _sheet(raw: Mapping[str, Any]) -> SheetSpec:
    rest = {name: value for name, value in raw.items() if name in ("left", "portrait")}
    blocks = tuple(_block(each) for each in raw["blocks"])
    return SheetSpec(raw.get("name", "Sheet1"), blocks, **rest, **_tuples(raw, "extras", "widths"))


def _form(bureau: Mapping[str, Any], raw: Mapping[str, Any]) -> FormSpec:
    sheets = tuple(_sheet(each) for each in raw["sheets"]) if "sheets" in raw else (_sheet(raw),)
    demand = DemandSpec(**raw.get("demand", {}))
    about = raw.get("about", "")
    return FormSpec(bureau["folder"], raw["file"], bureau["issuer"], bureau["level"], sheets, demand, about)


@cache
def all_forms() -> tuple[FormSpec, ...]:
    """Return the forms of all bureaus, bureau by bureau."""
    folder = resources.files("qingzhuang.demo.forms") / _BUREAUS
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name
    )
    bureaus = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in files]
    return tuple(_form(bureau, raw) for bureau in bureaus for raw in bureau["forms"])
