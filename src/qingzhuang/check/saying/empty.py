"""Words in answer to “on what basis” and “what for” that name nothing: “上级要求”, “了解情况”, “x”."""

import re
from functools import cache
from importlib import resources

import yaml

import qingzhuang.check.saying

BASIS, PURPOSE = "basis", "purpose"
LEAST = 2  # so many letters must be left to name anything
_ARTICLE = re.compile(r"第[零一二三四五六七八九十百\d]+[条款项章点]")
_MARKS = re.compile(r"[\W_]+")
_SAME = re.compile(r"(.)\1*")


def says_nothing(words: str, about: str) -> bool:
    """Tell whether nothing is left of an answer when the words that name nothing are taken away."""
    left = _MARKS.sub("", _ARTICLE.sub("", words))
    left = _empty(about).sub("", left)
    return len(left) < LEAST or _SAME.fullmatch(left) is not None


@cache
def _empty(about: str) -> re.Pattern[str]:
    file = resources.files(qingzhuang.check.saying) / "empty.yaml"
    words: list[str] = yaml.safe_load(file.read_text("utf-8"))[about]
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
