"""A cell's content as the value that the ledger keeps: ISO days, plain numbers in the element's unit, full ID numbers."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.answer.derive_numbers import decimal, plain_number
from qingzhuang.answer.plan_words import choose
from qingzhuang.model import id_number
from qingzhuang.model.form import ItemType
from qingzhuang.model.sheet import Scalar

BLANK = frozenset(
    ("", "/", "//", "\\", "-", "--", "—", "——", "－", "不详", "未知", "#N/A", "#REF!", "#VALUE!")
)
YES = frozenset(("是", "有", "√", "✓", "✔", "☑", "对", "1", "Y", "YES", "TRUE"))
NO = frozenset(("否", "无", "×", "✗", "✘", "X", "错", "没有", "不是", "0", "N", "NO", "FALSE"))
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(3_654, 73_051)  # 1910 to 2099
_TICKED = re.compile(r"[☑☒■√✓✔]\s*([^\s□☐☑☒■√✓✔()（）]+)")
_MONTH = re.compile(r"((?:19|20)[0-9]{2})[年./-]?(0?[1-9]|1[0-2])月?(?:份)?")
_AMOUNT = re.compile(r"([-+]?[0-9][0-9,，]*(?:\.[0-9]+)?)\s*(万)?\s*[^0-9.]{0,4}")
_PRINTED_CODE = re.compile(r"(?<![0-9])([0-9]{1,2})[\s.．、：:=\-－—]*([\u4e00-\u9fff]+)")
_GRADE = re.compile(r"([1-9])级")
_NUMBERING = re.compile(r"^[0-9]{1,2}[.、\-:：)）\s]*(?=[^0-9])")


@dataclass(frozen=True, slots=True)
class Shape:
    """How an element is represented: its type, its permitted words, and how many of the element's unit one of the
    form's unit is (万元 kept as 元: 10000). `numbered` says what a bare number means (1男2女), `printed`
    how a form says each value that is kept (合格: 否)."""

    type: ItemType = ItemType.TEXT
    codes: tuple[str, ...] = ()
    factor: Fraction | None = None
    numbered: Mapping[str, str] = field(default_factory=dict)
    printed: tuple[tuple[str, str], ...] = ()

    def kept(self, word: Scalar) -> Scalar:
        """Return what is kept of a printed word."""
        return next((value for value, said in self.printed if said == word), word)

    def said(self, value: Scalar) -> Scalar:
        """Return how the form says what is kept."""
        return next((said for kept, said in self.printed if kept == value), value)


def numbers_of(label: str) -> Mapping[str, str]:
    """Return the code list that a label prints: 性别(1男2女) → 1 男, 2 女."""
    return {number.lstrip("0") or "0": word for number, word in _PRINTED_CODE.findall(label)}


def read_value(value: Scalar, text: str, shape: Shape) -> Scalar:
    """Return the value of a cell from what is stored and what is shown, None for a blank. What does not look like its
    type stays as text: nothing is thrown away."""
    if isinstance(value, str):
        value = _UNSEEN.sub("", value)  # marks that come along when a text is copied from another program
    typed = value is None or isinstance(value, str)
    shown = _UNSEEN.sub("", text).strip() if typed else ""
    if typed and unicodedata.normalize("NFKC", shown) in BLANK:
        return None
    read = _READ.get(shape.type, _text)
    plain = shown if read in _WORDS else unicodedata.normalize("NFKC", shown)
    return read(value, plain, shape)


def _text(value: Scalar, shown: str, _shape: Shape) -> Scalar:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, int | float):
        number = decimal(value)
        return str(value) if number is None else str(plain_number(Fraction(number)))
    return shown or str(value)


def _id_number(value: Scalar, shown: str, shape: Shape) -> Scalar:
    number = id_number.normalise(str(_text(value, shown, shape)))
    valid = id_number.parse(number)
    return valid.text if valid else number


def _phone(value: Scalar, shown: str, shape: Shape) -> Scalar:
    plain = re.sub(r"[\s'‘’`]", "", str(_text(value, shown, shape)))
    mobile = re.sub(r"^(?:\+?86)?-?(?=1[0-9])|(?<=[0-9])-(?=[0-9])", "", plain)
    return mobile if re.fullmatch(r"1[0-9]{10}", mobile) else plain


def _date(value: Scalar, shown: str, shape: Shape) -> Scalar:
    day = as_date(value if not isinstance(value, int | float) else _text(value, "", shape))
    if day is None and isinstance(value, int | float) and int(value) in _SERIALS:
        return _EPOCH + timedelta(days=int(value))
    return day or as_date(shown) or _month(value, shown, shape)


def _month(value: Scalar, shown: str, shape: Shape) -> Scalar:
    day = as_date(value)
    if day is not None:
        return f"{day.year:04}-{day.month:02}"
    text = str(_text(value, shown, shape))
    found = _MONTH.fullmatch(re.sub(r"\s", "", text))
    return f"{found[1]}-{int(found[2]):02}" if found else text


def _yesno(value: Scalar, shown: str, shape: Shape) -> Scalar:
    text = str(_text(value, _ticked(shown), shape))
    word = unicodedata.normalize("NFKC", text).upper()
    return "是" if word in YES else "否" if word in NO else text


def _number(value: Scalar, shown: str, shape: Shape) -> Scalar:
    amount, tens = (decimal(value), False) if not isinstance(value, str) else (None, False)
    if amount is None:
        found = _AMOUNT.fullmatch(shown)
        if found is None:
            return shown or str(value)
        amount, tens = decimal(found[1]), bool(found[2])
    if amount is None:
        return shown
    factor = shape.factor or Fraction(1)
    if tens:
        factor = Fraction(10_000)
    return plain_number(Fraction(amount) * factor)


def _code(value: Scalar, shown: str, shape: Shape) -> Scalar:
    text = str(_text(value, _ticked(shown), shape))
    text = shape.numbered.get(text.lstrip("0") or "0", text)
    if text in shape.codes:
        return text
    graded = _GRADE.sub(lambda found: "零一二三四五六七八九"[int(found[1])] + "级", text)
    bare = _NUMBERING.sub("", graded)
    if sum(code.startswith(bare) for code in shape.codes) > 1:
        return bare or text
    return _same_word(bare, shape.codes) or choose(bare, shape.codes) or bare or text


def _same_word(text: str, codes: Sequence[str]) -> str | None:
    """汉 means 汉族 where only one permitted word begins with it."""
    meant = [code for code in codes if code == text or (text and code.startswith(text))]
    return text if text in meant else meant[0] if len(meant) == 1 else None


def _ticked(shown: str) -> str:
    found = _TICKED.findall(shown)
    return "、".join(found) if found else shown


_WORDS = (_text, _yesno, _code)  # people's words keep their punctuation
_READ: Mapping[ItemType, Callable[[Scalar, str, Shape], Scalar]] = {
    ItemType.ID_NUMBER: _id_number,
    ItemType.PHONE: _phone,
    ItemType.DATE: _date,
    ItemType.MONTH: _month,
    ItemType.YESNO: _yesno,
    ItemType.INTEGER: _number,
    ItemType.NUMBER: _number,
    ItemType.CODE: _code,
}
