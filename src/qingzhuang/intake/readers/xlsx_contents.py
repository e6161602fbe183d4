"""What the cells of one worksheet hold, from the few words that the part keeps of each (ECMA-376 part 1, 18.3.1.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qingzhuang.intake.readers.number_format import moment, shows_date
from qingzhuang.intake.readers.shared_formula import moved
from qingzhuang.model.sheet import Scalar
from qingzhuang.ooxml.strings import unescape

_TRUE = "1"
_PICTURE = "=DISPIMG("
"""What WPS keeps in a cell that holds a picture."""


@dataclass(slots=True)
class Contents:
    """Turns words into contents with what the whole workbook shares; one for each sheet, because of its shared formulas."""

    strings: Sequence[str]
    date1904: bool
    masters: dict[str, tuple[str, int, int]] = field(default_factory=dict)

    def formula(self, kind: str | None, key: str | None, text: str, row: int, column: int) -> str | None:
        """Return a cell's formula; `kind` and `key` are the attributes t and si."""
        if kind != "shared" or key is None:
            return text or None
        if text:
            self.masters[key] = (text, row, column)
            return text
        master = self.masters.get(key)
        return moved(master[0], row - master[1], column - master[2]) if master else ""

    def content(
        self, kind: str, raw: str | None, inline: str | None, number_format: str
    ) -> tuple[str, Scalar]:
        """Return text and value of a cell; `kind` is the attribute t, `raw` what v holds, `inline` what is says."""
        if kind == "inlineStr":
            return inline or "", inline or None
        if raw is None:
            return "", None
        if kind == "s":
            text = self.strings[int(raw)] if raw.strip().isdecimal() and int(raw) < len(self.strings) else ""
            return text, text or None
        if kind == "b":
            return ("TRUE" if raw == _TRUE else "FALSE"), raw == _TRUE
        if kind == "str" and raw.startswith(_PICTURE):
            return "", None
        if kind in {"str", "e", "d"}:
            return unescape(raw), unescape(raw)
        return number_content(raw, number_format, date1904=self.date1904)


def number_content(raw: str, number_format: str, *, date1904: bool) -> tuple[str, Scalar]:
    """Return text and value of a stored number: a date when the format shows one, else int or float."""
    try:
        number = float(raw)
    except ValueError:
        return raw, raw
    if shows_date(number_format):
        when = moment(number, date1904=date1904)
        if when is not None:
            return when.isoformat(), when
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number)), int(number)
    return f"{number:.15g}", number
