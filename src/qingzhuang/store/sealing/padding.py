"""Text as the bytes that are sealed: padded to blocks, so that its length does not tell 是 from 否, 男 from 高血压."""

_BLOCK = 32
_END = b"\x80"


def padded(text: str) -> bytes:
    """Return text that fills whole blocks."""
    plain = text.encode() + _END
    return plain + bytes(-len(plain) % _BLOCK)


def unpadded(plain: bytes) -> str:
    """Return the text of whole blocks."""
    return plain.rstrip(b"\0")[: -len(_END)].decode()


def spaced(text: str) -> bytes:
    """Return JSON that fills whole blocks with the blanks that JSON allows at its end."""
    plain = text.encode()
    return plain + b" " * (-len(plain) % _BLOCK)
