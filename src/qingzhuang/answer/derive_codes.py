"""What certificate numbers and pairs of values written as one encode: credit codes, disability cards, coordinates, spans."""

import re
import unicodedata
from datetime import date

from qingzhuang.answer.derive_dates import as_date
from qingzhuang.model import id_number
from qingzhuang.model.sheet import Scalar

_CREDIT = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
_CARD = re.compile(r"(\d{17}[\dX])([1-7])([1-4])(?:B\d{0,2})?")
_KINDS = ("视力", "听力", "言语", "肢体", "智力", "精神", "多重")
_PAIR = re.compile(r"(视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?[/、]?([一二三四])级")
_LEVELS = ("一级", "二级", "三级", "四级")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_DAY = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?")
_NUMBER = re.compile(r"\d+\.\d+")
_EAST, _NORTH = (73.0, 136.0), (3.0, 54.0)
_ANIMALS = "猴鸡狗猪鼠牛虎兔龙蛇马羊"
_NEW_YEAR = ((1, 20), (2, 21))  # lunar new year falls between these days


def credit_code(part: str, value: Scalar) -> Scalar:
    """GB 32100: the registrar's division, the organisation code (its check character set off), the taxpayer's number."""
    code = _plain(value)
    if not _CREDIT.fullmatch(code):
        return None
    return {"division": code[2:8], "organisation": f"{code[8:16]}-{code[16]}", "tax_no": code}.get(part)


def disability_card(value: Scalar, as_of: date) -> tuple[id_number.IdNumber, str, str] | None:
    """The holder's ID number, kind and grade of a disability certificate number, None when it is none."""
    found = _CARD.fullmatch(_plain(value))
    holder = id_number.parse(found.group(1), as_of) if found else None
    if found is None or holder is None:
        return None
    return holder, _KINDS[int(found.group(2)) - 1], _LEVELS[int(found.group(3)) - 1]


def disability_pair(part: str, value: Scalar) -> Scalar:
    """Kind or grade of what is written as one: 肢体二级, 视力残疾一级."""
    found = _PAIR.fullmatch(_plain(value))
    return None if found is None else {"kind": found[1], "level": f"{found[2]}级"}.get(part)


def coordinate(part: str, value: Scalar) -> Scalar:
    """Longitude or latitude of a point in China written as two decimals; which is which their size tells."""
    numbers = [float(each) for each in _NUMBER.findall(str(value or ""))]
    east = [each for each in numbers if _EAST[0] <= each <= _EAST[1]]
    north = [each for each in numbers if _NORTH[0] <= each <= _NORTH[1]]
    if len(numbers) != 2 or len(east) != 1 or len(north) != 1:
        return None
    return {"longitude": east[0], "latitude": north[0]}.get(part)


def span_edge(part: str, value: Scalar) -> Scalar:
    """The first or last day of a span that writes both in full, in order."""
    days = [as_date(text) for text in _DAY.findall(str(value or ""))]
    if len(days) != 2 or days[0] is None or days[1] is None or days[0] > days[1]:
        return None
    return {"start": days[0], "end": days[1]}.get(part)


def zodiac(birth: date, _as_of: date) -> str | None:
    """The animal of the year of birth, None near lunar new year, which is not computed here."""
    day = (birth.month, birth.day)
    if _NEW_YEAR[0] < day < _NEW_YEAR[1]:
        return None
    return _ANIMALS[(birth.year - (day <= _NEW_YEAR[0])) % 12]


def mobile(value: Scalar) -> str | None:
    """A telephone number that is a mobile one; a landline is none, and two numbers in one cell are left alone."""
    number = _plain(value)
    return number if _MOBILE.fullmatch(number) else None


def _plain(value: Scalar) -> str:
    return unicodedata.normalize("NFKC", str(value or "")).replace(" ", "").upper()
