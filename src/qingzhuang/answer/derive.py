"""Computing an answer from facts already known, by formula id. None means: does not follow from these values.

Formulas grow by a line in FORMULAS or PREFIXES.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import MappingProxyType

from qingzhuang.answer import derive_bounds, derive_codes, derive_places, derive_spans, national
from qingzhuang.answer.derive_dates import age, as_date
from qingzhuang.answer.derive_numbers import decimal, plain_number
from qingzhuang.model import id_number
from qingzhuang.model.sheet import Scalar

Values = Sequence[Scalar]
Formula = Callable[[Values, date], Scalar]
Parameterised = Callable[[str, Values, date], Scalar]

YES, NO = "是", "否"
_NO_WORDS = frozenset(("", "0", "无", "×", "N", "NO", "FALSE"))
_NO_STARTS = ("否", "非", "未", "不", "没")
_UNKNOWN_WORDS = frozenset(
    ("不详", "不清楚", "不清", "不知道", "不明", "未知", "未说明", "未核实", "待核", "/", "-", "—")
)


_BARE = frozenset((YES, NO, "有", "无", "√", "×", "Y", "N", "YES", "NO", "TRUE", "FALSE", "1", "0"))


def derive(formula: str, values: Values, as_of: date) -> Scalar:
    """Return what the formula makes of the values on the date `as_of`, None when an input is missing or unusable.

    Raises KeyError for a formula id that nobody has registered.
    """
    plain = FORMULAS.get(formula)
    if plain is not None:
        return plain(values, as_of)
    family, _, parameter = formula.partition(".")
    return PREFIXES[family](parameter, values, as_of)


def known(formula: str) -> bool:
    """Tell whether `derive` can compute the formula."""
    family, _, parameter = formula.partition(".")
    if formula not in FORMULAS and family in BOUNDED:
        return derive_bounds.usable(parameter)
    return formula in FORMULAS or (family in PREFIXES and bool(parameter))


def read_off(formula: str) -> bool:
    """Tell whether a formula is one that a person reads off the source: how the answer is to be put is not known."""
    return formula in READ_OFF


def _first(values: Values) -> Scalar:
    return values[0] if values else None


def _of_id(read: Callable[[id_number.IdNumber, date], Scalar]) -> Formula:
    def formula(values: Values, as_of: date) -> Scalar:
        value = _first(values)
        number = id_number.parse(value, as_of) if isinstance(value, str) else None
        return None if number is None else read(number, as_of)

    return formula


def _of_day(read: Callable[[date, date], Scalar]) -> Formula:
    def formula(values: Values, as_of: date) -> Scalar:
        day = as_date(_first(values))
        return None if day is None else read(day, as_of)

    return formula


def _of_card(read: Callable[[id_number.IdNumber, str, str, date], Scalar]) -> Formula:
    def formula(values: Values, as_of: date) -> Scalar:
        found = derive_codes.disability_card(_first(values), as_of)
        return None if found is None else read(*found, as_of)

    return formula


def _part(read: Callable[[str, Scalar], Scalar], part: str) -> Formula:
    return lambda values, _as_of: read(part, _first(values))


def _month(day: date, _as_of: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def _yesno(values: Values, _as_of: date) -> Scalar:
    value = _first(values)
    if value is None or isinstance(value, bool):
        return None if value is None else YES if value else NO
    word = str(value).strip()
    if word in _UNKNOWN_WORDS:
        return None
    return NO if word.upper() in _NO_WORDS or word.startswith(_NO_STARTS) else YES


def _graded(values: Values, _as_of: date) -> Scalar:
    """已参保 tells more than yes and answers 参保情况; a bare yes does not."""
    word = str(_first(values) or "").strip()
    bare = not word or word in _BARE or word in _UNKNOWN_WORDS or isinstance(_first(values), bool)
    return None if bare else word


def _count(values: Values, _as_of: date) -> Scalar:
    return sum(value is not None for value in values)


def _count_if(values: Values, as_of: date) -> Scalar:
    """How many say yes; None while one has not said."""
    answers = [_yesno((value,), as_of) for value in values]
    return None if None in answers else sum(answer == YES for answer in answers)


def _sum(values: Values, _as_of: date) -> Scalar:
    numbers = [number for value in values if (number := decimal(value)) is not None]
    return (
        plain_number(Fraction(sum(numbers, Decimal(0)))) if values and len(numbers) == len(values) else None
    )


def _positive(values: Values, _as_of: date) -> Scalar:
    """Whether there is any; a number below nought says nothing."""
    number = decimal(_first(values))
    return None if number is None or number < 0 else YES if number else NO


def _ratio(values: Values, _as_of: date) -> Scalar:
    part, whole = (decimal(value) for value in values) if len(values) == 2 else (None, None)
    return None if part is None or not whole else plain_number(Fraction(part) / Fraction(whole))


def _unit(factor: str, values: Values, _as_of: date) -> Scalar:
    """`factor` is a decimal or a fraction: a mu is 2000/3 square metres."""
    number = decimal(_first(values))
    return None if number is None else plain_number(Fraction(number) * Fraction(factor))


def _round(places: str, values: Values, _as_of: date) -> Scalar:
    """A number with so many places, halves away from nought (四舍五入)."""
    number = decimal(_first(values))
    if number is None or not places.isdigit():
        return None
    step = Decimal(1).scaleb(-int(places))
    return plain_number(Fraction(number.quantize(step, ROUND_HALF_UP)))


FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        "people.same": lambda values, _: _first(values),
        "id_number.birth": _of_id(lambda number, _: number.birth),
        "id_number.sex": _of_id(lambda number, _: number.sex),
        "id_number.text": _of_id(lambda number, _: number.text),
        "id_number.document": _of_id(lambda _number, _: "居民身份证"),
        "id_number.age": _of_id(lambda number, as_of: age(number.birth, as_of)),
        "id_number.region": _of_id(lambda number, _: number.region),
        "id_number.birth_month": _of_id(lambda number, as_of: _month(number.birth, as_of)),
        "id_number.birth_year": _of_id(lambda number, _: number.birth.year),
        "birth.age": _of_day(age),
        "birth.month": _of_day(_month),
        "birth.year": _of_day(lambda day, _: day.year),
        "birth.zodiac": _of_day(derive_codes.zodiac),
        "id_number.zodiac": _of_id(lambda number, as_of: derive_codes.zodiac(number.birth, as_of)),
        "disability_card.id_no": _of_card(lambda holder, _kind, _level, _: holder.text),
        "disability_card.kind": _of_card(lambda _holder, kind, _level, _: kind),
        "disability_card.level": _of_card(lambda _holder, _kind, level, _: level),
        "disability_card.birth": _of_card(lambda holder, _kind, _level, _: holder.birth),
        "disability_card.birth_month": _of_card(
            lambda holder, _kind, _level, as_of: _month(holder.birth, as_of)
        ),
        "disability_card.sex": _of_card(lambda holder, _kind, _level, _: holder.sex),
        "disability_card.age": _of_card(lambda holder, _kind, _level, as_of: age(holder.birth, as_of)),
        "credit_code.division": _part(derive_codes.credit_code, "division"),
        "credit_code.organisation": _part(derive_codes.credit_code, "organisation"),
        "credit_code.tax_no": _part(derive_codes.credit_code, "tax_no"),
        "coordinates.longitude": _part(derive_codes.coordinate, "longitude"),
        "coordinates.latitude": _part(derive_codes.coordinate, "latitude"),
        "span.start": _part(derive_codes.span_edge, "start"),
        "span.end": _part(derive_codes.span_edge, "end"),
        "day.past": _of_day(lambda day, as_of: YES if day < as_of else NO),
        "date.years": _of_day(age),
        "date.year": _of_day(lambda day, _: day.year),
        "date.month": _of_day(_month),
        "datetime.date": _of_day(lambda day, _: day),
        "category.yesno": _yesno,
        "category.graded": _graded,
        "phone.mobile": lambda values, _: derive_codes.mobile(_first(values)),
        "phone.any": lambda values, _: _first(values),
        "rows.count": _count,
        "rows.count_if": _count_if,
        "rows.sum": _sum,
        "ratio": _ratio,
        "number.positive": _positive,
        "disability_pair.kind": _part(derive_codes.disability_pair, "kind"),
        "disability_pair.level": _part(derive_codes.disability_pair, "level"),
        "date.quarter": _part(derive_spans.part_of, "quarter"),
        "date.ten_days": _part(derive_spans.part_of, "ten_days"),
        "date.weekday": _part(derive_spans.part_of, "weekday"),
        "span.years": _part(derive_spans.length, "years"),
        "span.months": _part(derive_spans.length, "months"),
        "span.weeks": _part(derive_spans.length, "weeks"),
        "span.past": lambda values, as_of: derive_spans.over(_first(values), as_of),
        "span.valid": lambda values, as_of: derive_spans.within(_first(values), as_of),
        "day.valid": lambda values, as_of: derive_spans.valid(_first(values), as_of),
        "address.town": lambda values, _: derive_places.town(*values) if len(values) == 2 else None,
    }
)
BOUNDED: Mapping[str, Parameterised] = MappingProxyType(
    {
        "number": lambda bound, values, _as_of: derive_bounds.number(bound, _first(values)),
        "years": lambda bound, values, as_of: derive_bounds.years(bound, _first(values), as_of),
        "id_years": lambda bound, values, as_of: derive_bounds.id_years(bound, _first(values), as_of),
    }
)
PREFIXES: Mapping[str, Parameterised] = MappingProxyType(
    {
        "unit": _unit,
        "round": _round,
        "code_word": lambda table, values, _as_of: national.word(table, _first(values)),
        **BOUNDED,
    }
)
READ_OFF = frozenset(
    ("age.band", "birth.age_band", "birth.age_mark", "category.read", "date.term", "id_number.age_band", "pregnancy.due_date",
     "pregnancy.weeks", "span.days", "span.hours", "span.minutes")
)  # fmt: skip
"""Formulas whose answer depends on words of the form: which bands, which terms, whether the first day counts."""
