"""Chinese numerals as digits, only where they count: 二〇二四年, 六十岁, 第三季度, 一级, 三层及以上."""

import re

_DIGITS = {char: digit for digit, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_YEAR = re.compile(r"[一二][〇零○一二三四五六七八九]{3}(?=年)")
_COUNT = re.compile(
    r"(?<=第)[一二三四五六七八九十]+|(?:(?<=[满过于足])[一二三四五六七八九十]+(?=[层年人户亩])|[一二三四五六七八九十]+(?=[层年人户亩]及?以[上下]))|[一二三四五六七八九十]+(?=[至到]?[一二三四五六七八九十]*(?:周?岁|季度|级|月份))"
)


def arabic(text: str) -> str:
    """Return the text with numerals of years, ages, levels, bounds and ordinals as digits: 六十岁 → 60岁."""
    text = _YEAR.sub(lambda found: "".join(str(_DIGITS[char]) for char in found.group()), text)
    return _COUNT.sub(lambda found: str(_number(found.group())), text)


def _number(text: str) -> int:
    tens, ten, units = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[char]) for char in text))
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(units, 0) if units else 0)
