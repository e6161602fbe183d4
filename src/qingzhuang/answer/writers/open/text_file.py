"""A text as the bytes that it was: encoding, mark and all, or not at all."""

import codecs

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def opened(content: bytes) -> tuple[str, str, bytes] | None:
    """Return the text, its encoding and its mark, None where it would not come back as the same bytes."""
    for mark, name in _MARKED:
        if content.startswith(mark):
            return _exact(content[len(mark) :], name, mark)
    if b"\x00" in content[:200]:
        return _exact(content, "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be", b"")
    return next((found for name in _UNMARKED[:2] if (found := _exact(content, name, b""))), None)


def _exact(content: bytes, name: str, mark: bytes) -> tuple[str, str, bytes] | None:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        return None
    return (text, name, mark) if text.encode(name) == content else None
