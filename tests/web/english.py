"""Whether a page that was opened in English still says something of ours in Chinese."""

import re
from functools import cache
from html import unescape

from babel.messages.pofile import read_po

from qingzhuang.language.binding import HERE
from qingzhuang.packs.load import packs

HAN = re.compile(r"[\u3400-\u9fff]")
PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
UNSEEN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
SPOKEN = re.compile(r'\b(?:aria-label|title|placeholder|alt|data-l|value|data-same)="([^"]*)"')
DATA = {
    "柳湾村",
    "县民政局",
    "县减负办",
    "文件",
    "类别",
    "核对",
}  # names of units of the tests, labels that data uses too
LONG = 6  # so many Chinese characters are no chance: they are looked for inside of other text too


@cache
def said() -> frozenset[str]:
    """All messages that are in English by now, without those that hold places or a single character."""
    found: set[str] = set()
    for file in (HERE / "en").glob("*.po"):
        with file.open("rb") as text:
            found |= {
                each.id for each in read_po(text, locale="en") if isinstance(each.id, str) and each.string
            }
    found -= DATA | {
        each.title for pack in packs() for each in pack.provisions
    }  # the law uses its titles' words
    return frozenset(each for each in found if len(HAN.findall(each)) > 1 and not PLACE.search(each))


def texts(page: str) -> set[str]:
    """What a page says: its text from tag to tag, and its spoken attributes."""
    bare = UNSEEN.sub("", page)
    shown = {*re.split(r"<[^>]*>", bare), *SPOKEN.findall(bare)}
    return {unescape(each).strip() for each in shown if HAN.search(each)}


def left_in_chinese(page: str) -> set[str]:
    """The messages of the catalogues that stand on the page in Chinese."""
    shown = texts(page)
    whole = "\n".join(shown)
    return {
        each for each in said() if each.strip() in shown or (len(HAN.findall(each)) >= LONG and each in whole)
    }
