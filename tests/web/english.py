"""What a page in English still says in Chinese of what the catalogues know."""

import re
from functools import cache
from html import unescape

from babel.messages.pofile import read_po
from django.test import Client

from qingzhuang.language.binding import HERE
from qingzhuang.packs.load import packs

_HAN = re.compile(r"[\u3400-\u9fff]")
_PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)s")
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_SAID = re.compile(r'\b(?:aria-label|title|placeholder|data-l|alt)="([^"]*)"|>([^<]+)')
_NAMES = frozenset(
    (
        "中文",
        "县民政局",
        "县减负办",
        "柳湾村",
        "文件",
        "类别",
        "核对",
        "条号已核",
        "条号未核",
        "没有照片，因为……",
    )
)  # the way back to Chinese; units of the fixed people; heads that data uses too
_SENTENCE = 6  # a shorter message may be a part of a name


def in_english(browser: Client) -> Client:
    """The same browser, whose person chose English."""
    browser.cookies["qz_language"] = "en"
    return browser


def left_in_chinese(page: str) -> set[str]:
    """The messages of the catalogues that a page says in Chinese: as a whole text or label, or as a sentence within one."""
    said = {
        unescape(label or text).strip(" \n　。：，") for label, text in _SAID.findall(_UNSEEN.sub("", page))
    }
    said = {each for each in said if _HAN.search(each)}
    return {
        each
        for each in _messages()
        if each in said or (len(each) >= _SENTENCE and any(each in words for words in said))
    }


@cache
def _messages() -> frozenset[str]:
    found = set()
    for file in (HERE / "en").glob("*.po"):
        with file.open("rb") as text:
            for each in read_po(text, locale="en"):
                words = each.id[0] if isinstance(each.id, list | tuple) else each.id
                if len(_HAN.findall(words)) > 1 and not _PLACE.search(words):
                    found.add(words.strip(" \n　。：，"))
    law = {
        each.title for pack in packs() for each in pack.provisions
    }  # it has some words in common with pages
    return frozenset(found) - _NAMES - law
