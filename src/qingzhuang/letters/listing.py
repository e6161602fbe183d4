"""A list to take away, as a workbook or as plain rows. What looks like a formula stays text."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # office programs read the wide ones too


def list_xlsx(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook in which every cell is text."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        text = book.add_format({"num_format": "@"})
        head = book.add_format({"bold": True, "bottom": 1})
        sheet.set_column(0, len(heads) - 1, 20, text)
        sheet.write_string(0, 0, title)
        for column, words in enumerate(heads):
            sheet.write_string(1, column, words, head)
        for number, row in enumerate(rows, 2):
            for column, words in enumerate(row):
                sheet.write_string(number, column, words, text)
    return target.getvalue()


def list_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows that office programs open with the right letters."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_plain(words) for words in row] for row in rows)
    return b"\xef\xbb\xbf" + target.getvalue().encode()


def _plain(words: str) -> str:
    return (
        f"'{words}" if words.lstrip(" \u3000").startswith(_FORMULA) or words.startswith(_FORMULA) else words
    )
