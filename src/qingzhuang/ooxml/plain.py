"""XML of the plain kind, as programs write it, taken apart by patterns, which is quicker than a parser and what walks its tree.
A pattern may only be asked where its answer is the parser's: what it does not match to the last letter, and so every mistake,
is left to the parser."""

import re

_CONTROLS = bytes(each for each in range(32) if each not in b"\t\n")
_NEVER = (b"]]>", b"\xef\xbf\xbe", b"\xef\xbf\xbf")
"""The end of raw data, and what is no letter of XML."""
_UTF8 = re.compile(
    rb"""<(?:\?xml version=["']1\.0["'](?: encoding=["'](?:UTF|utf)-8["'])?(?: standalone=["']\w+["'])?\s*\?>|[a-z])"""
)
_ENTITY = re.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_LETTERS = (range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000), (0x9, 0xA, 0xD))
"""What may be written by its number (XML 1.0, 2.2)."""


def cut(content: bytes, name: str) -> tuple[bytes, str, bytes] | None:
    """Return a part as what stands up to the opening tag of its only element of this name, the inside of that as text, and
    the closing tag with what follows. None where the inside might hold anything but tags and letters: controls, entities of
    its own, or where comments, instructions or raw data may be about."""
    opening, closing = f"<{name}>".encode(), f"</{name}>".encode()
    begin, end = content.find(opening) + len(opening), content.rfind(closing)
    if begin < len(opening) or end < begin or b"<!" in content or _UTF8.match(content) is None:
        return None
    inside = content[begin:end]
    if len(inside.translate(None, _CONTROLS)) != len(inside) or any(each in inside for each in _NEVER):
        return None
    try:
        text = inside.decode()
    except UnicodeDecodeError:
        return None
    return (content[:begin], text, content[end:]) if _is_sound(text) else None


def _is_sound(text: str) -> bool:
    """Whether every entity is one of XML's own or the number of a letter."""
    if "&" not in text:
        return True
    count = 0
    for count, each in enumerate(_ENTITY.finditer(text), 1):  # noqa: B007 - how many there are
        if each.group(1) is None and not any(_number(each) in legal for legal in _LETTERS):
            return False
    return count == text.count("&")


def _number(entity: re.Match[str]) -> int:
    return int(entity.group(2)) if entity.group(2) else int(entity.group(3), 16)


def letters(text: str) -> str:
    """Return what a text of a part that was cut says: its entities resolved."""
    return _ENTITY.sub(_letter, text) if "&" in text else text


def _letter(entity: re.Match[str]) -> str:
    return _NAMED[entity.group(1)] if entity.group(1) else chr(_number(entity))
