"""Filled columns as profiles: what their values look like. No value is kept: what is compared later are keyed fingerprints."""

import hashlib
import re
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from qingzhuang.model.form import Form, Item, Table, TableKind
from qingzhuang.model.profile import Holds, Profile
from qingzhuang.model.sheet import Scalar, Sheet, Workbook

_KEY = secrets.token_bytes(16)
_MOST_ROWS = 2_000
_FORMS = (
    (Holds.ID_NUMBER, re.compile(r"\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX]")),
    (Holds.PHONE, re.compile(r"(?:\+?86)?1[3-9]\d{9}|0\d{2,3}\d{7,8}")),
    (Holds.CREDIT_CODE, re.compile(r"(?=.*[A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}")),
    (Holds.BANK_CARD, re.compile(r"[3-9]\d{15,18}")),
    (Holds.DATE, re.compile(r"(?:18|19|20)\d{2}(?:年|[./]?)(?:0?[1-9]|1[0-2])(?:月|[./]?)(?:(?:0?[1-9]|[12]\d|3[01])日?)?")),
    (Holds.NUMBER, re.compile(r"[+-]?\d+(?:\.\d+)?%?")),
)  # fmt: skip
_DAY = re.compile(r"((?:18|19|20)\d{2})[-年./](0?[1-9]|1[0-2])[-月./](0?[1-9]|[12]\d|3[01])日?")
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_YEAR = re.compile(r"(?:18|19|20)\d{2}")


def profiles(form: Form, book: Workbook) -> Mapping[str, Profile]:
    """Return a profile for each column of a list that is filled, by the item's key."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    found: dict[str, Profile] = {}
    for table in form.tables:
        sheet = sheets.get(table.sheet)
        if sheet and table.kind in (TableKind.LIST, TableKind.MIXED) and table.data_start_row:
            found |= _of_table(table, sheet)
    return found


def _of_table(table: Table, sheet: Sheet) -> Iterator[tuple[str, Profile]]:
    rows = list(_rows(table, sheet))
    filled = {item: [_value(sheet, row, item) for row in rows] for item in table.columns}
    keys = next((each for each in filled.values() if _profile(each, None).holds is Holds.ID_NUMBER), None)
    return ((item.key, _profile(values, keys)) for item, values in filled.items() if any(values))


def _rows(table: Table, sheet: Sheet) -> Iterator[int]:
    first = table.data_start_row or 1
    last = table.data_end_row or max((row for row, _column in sheet.cells), default=0)
    skipped = {*table.total_rows, *table.footer_rows}
    yield from (row for row in range(first, min(last, first + _MOST_ROWS - 1) + 1) if row not in skipped)


def _value(sheet: Sheet, row: int, item: Item) -> str:
    cell = sheet.cells.get((row, item.place.column))
    return _plain(cell.value if cell.value is not None else cell.text) if cell else ""


def _plain(value: Scalar) -> str:
    """A value spelt one way: full days as eight digits, telephones without hyphens, whole numbers without a point."""
    if isinstance(value, date):
        return f"{value:%Y%m%d}"
    text = "".join(unicodedata.normalize("NFKC", str("" if value is None else value)).upper().split())
    if day := _DAY.fullmatch(text):
        return f"{day[1]}{int(day[2]):02}{int(day[3]):02}"
    return _HYPHEN.sub("", text).removesuffix(".0")


def _profile(values: list[str], keys: list[str] | None) -> Profile:
    told = [value for value in values if value]
    often = Counter(_form(value) for value in told)
    shares = {form: count / len(told) for form, count in often.items()}
    by_key = {
        _print(key): _print(value) for key, value in zip(keys or (), values, strict=False) if key and value
    }
    return Profile(len(told), shares, by_key if keys is not values else {})


def _form(value: str) -> Holds:
    if _YEAR.fullmatch(value):
        return Holds.NUMBER
    return next((form for form, pattern in _FORMS if pattern.fullmatch(value)), Holds.TEXT)


def _print(value: str) -> int:
    return int.from_bytes(hashlib.blake2b(value.encode(), key=_KEY, digest_size=8).digest())
