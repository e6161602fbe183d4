"""Numbers that pass their checksums and yet can belong to nobody: region codes 9901xx are assigned to no place
(GB/T 2260), accounts fail the bank's own check, telephones come from one block of invented ones."""

from datetime import date

COUNTY_REGION = "990101"
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CODE_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BODY_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def id_check(first17: str) -> str:
    """Return the check character of an ID number's first 17 digits (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def id_number(region: str, birth: date, serial: int) -> str:
    """Return an ID number; an odd serial (1–999) is a man's."""
    first17 = f"{region}{birth:%Y%m%d}{serial:03d}"
    return first17 + id_check(first17)


def body_check(first8: str) -> str:
    """Return the check character of an organisation code's first eight characters (GB 11714)."""
    total = sum(
        _BODY_LETTERS.index(char) * weight for char, weight in zip(first8, _BODY_WEIGHTS, strict=True)
    )
    return "0123456789X0"[11 - total % 11]


def credit_check(first17: str) -> str:
    """Return the check character of a unified social credit code's first 17 characters (GB 32100)."""
    total = sum(_CODE_LETTERS.index(char) * 3**place % 31 for place, char in enumerate(first17))
    return _CODE_LETTERS[(31 - total % 31) % 31]


def credit_code(number: int) -> str:
    """Return a credit code of an individual business (92) in the invented county."""
    first8 = f"MA9{number:05d}"
    check = body_check(first8)
    first17 = f"92{COUNTY_REGION}{first8}{check}"
    return first17 + credit_check(first17)


def phone(number: int) -> str:
    """Return a mobile number of the block kept for invented people."""
    return f"1990000{number:04d}"


def _luhn(digits: str) -> int:
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits)))
    return sum(each - 9 if each > 9 else each for each in doubled) % 10


def account(number: int) -> str:
    """Return 19 digits that look like an account to a person and like none to a bank: the check digit is wrong."""
    digits = f"9900000000{number:08d}"
    return next(digits + str(last) for last in range(10) if _luhn(digits + str(last)) == 5)


def disability_certificate(id_no: str, kind: int, level: int) -> str:
    """Return a disability certificate's number: ID number, kind 1–7, level 1–4."""
    return f"{id_no}{kind}{level}"
