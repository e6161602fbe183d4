"""From the lines of a tip-off to what is reported: the fields of a small form, or all of it as free text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

_FIELDS = {
    "category": "线索类别|问题类别|反映类别|举报类别|类别|分类|类型",
    "name": "(?:应用|APP|App|app|账号|公众号|小程序|群|平台|工作群)?名称|应用或账号名称|应用(?:/|、|或)账号名称|涉及应用|涉及账号|涉及群|对象",
    "unit": "被反映单位|责任单位|主办单位|所在单位|涉及单位|单位名称|单位",
    "content": "具体要求|要求内容|反映内容|问题描述|具体情况|线索内容|主要问题|反映问题|要求|内容|情况|问题",
    "day": "发生时间|反映时间|时间|日期",
    "place": "发生地|所在地|地区|地点|地方",
    "contact": "反映人|举报人|联系人|姓名|联系方式|联系电话|手机号?|电话",
}
_LINE = re.compile(
    r"^\s*(?:[0-9一二三四五六七八九]+[.、)]\s*)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items())
    + r")\s*[:：]\s*(?P<value>.*)$"
)
_DAY = re.compile(r"(20\d\d)\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})")
_LETTER = re.compile(r"^\s*([A-Ia-i])(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Clue:
    """A tip-off. `category` is one of A–I, "" when none is given; `label` the place's own name of it, as written; `about`
    the words before the name (应用名称). Who reports is no part of it."""

    text: str
    category: str = ""
    label: str = ""
    name: str = ""
    unit: str = ""
    place: str = ""
    day: date | None = None
    about: str = ""


@cache
def categories() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """The nine kinds: name and the words by which places call them."""
    text = resources.files("qingzhuang.check.clue").joinpath("categories.yaml").read_text("utf-8")
    entries: dict[str, Any] = yaml.safe_load(text)["categories"]
    return {letter: (entry["name"], re.compile(entry["words"])) for letter, entry in entries.items()}


def category_of(label: str) -> str:
    """The kind that a label means: its letter, its name, or the words of a place's own list; "" for none."""
    if found := _LETTER.match(label):
        return found[1].upper()
    named = (letter for letter, (name, words) in categories().items() if name in label or words.search(label))
    return next(named, "") if label.strip() else ""


def read_clue(text: str) -> Clue:
    """Read a tip-off; lines that say who reports are left out."""
    fields: dict[str, list[str]] = {}
    free: list[str] = []
    open_ = about = ""
    for line in text.splitlines():
        found = _LINE.match(line[:2000])
        if found:
            open_ = _field(found)
            about = found[open_] if open_ == "name" else about
            fields.setdefault(open_, []).append(found["value"].strip())
        elif open_ == "content":
            fields["content"].append(line)
        elif line.strip():
            free.append(line)
    content = "\n".join((*fields.get("content", ()), *free)).strip()
    label = " ".join(fields.get("category", ()))
    return Clue(
        content,
        category_of(label),
        label,
        " ".join(fields.get("name", ())),
        " ".join(fields.get("unit", ())),
        " ".join(fields.get("place", ())),
        _day(" ".join(fields.get("day", ()))),
        about,
    )


def _field(found: re.Match[str]) -> str:
    return next(name for name in _FIELDS if found[name] is not None)


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None
