"""Masks personal data letter for letter, so that every offset in a masked text is one in the text as it was."""

import re
from collections.abc import Callable, Iterable

from qingzhuang.privacy.find import find
from qingzhuang.privacy.found import Kind, Personal
from qingzhuang.privacy.names import surname_length

STAR = "*"
_MENTION = re.compile(r"@(?!所有人|全体|all\b|ALL\b)[^\s@,，。:：;；、]{1,24}")


def mask(text: str, found: Iterable[Personal] | None = None) -> str:
    """The text with its personal data masked: 110105********002X, 138****5678, 王**. What is masked is as long as it was;
    looking again finds nothing."""
    if found is not None:
        return _masked(text, found)
    for _round in range(4):
        seen = find(text)
        if not seen:
            break
        text = _masked(text, seen)
    return text


def mask_mentions(text: str) -> str:
    """The text without the names that people are called by (@张三)."""
    return _MENTION.sub(lambda each: "@" + STAR * (len(each[0]) - 1), text)


def masked(words: str, kind: Kind) -> str:
    """Words of this kind, masked."""
    return _MASKS[kind](words)


def _masked(text: str, found: Iterable[Personal]) -> str:
    pieces: list[str] = []
    done = 0
    for each in sorted(found, key=lambda one: one.start):
        pieces += (text[done : each.start], masked(text[each.start : each.end], each.kind))
        done = each.end
    return "".join((*pieces, text[done:]))


def _middle(first: int, last: int) -> Callable[[str], str]:
    """Keep so many signs of a number at either end, and what stands between its groups."""

    def masked(words: str) -> str:
        signs = [index for index, char in enumerate(words) if char.isalnum()]
        hidden = set(signs[first : len(signs) - last])
        return "".join(STAR if index in hidden else char for index, char in enumerate(words))

    return masked


def _name(words: str) -> str:
    kept = surname_length(words)
    return words[:kept] + STAR * (len(words) - kept)


def _address(words: str) -> str:
    return re.sub(r"[0-9０-９一二三四五六七八九十]|(?<=[0-9])-", STAR, words)


_MASKS: dict[Kind, Callable[[str], str]] = {
    Kind.ID_NO: _middle(6, 4),
    Kind.PHONE: _middle(3, 4),
    Kind.BANK_ACCOUNT: _middle(4, 4),
    Kind.PLATE: _middle(2, 1),
    Kind.ADDRESS: _address,
    Kind.MEDICAL: lambda words: STAR * len(words),
    Kind.NAME: _name,
}
