"""Turning an old format into one we read. The core only knows that somebody can; who does it lives outside."""

from typing import Protocol

from qingzhuang.model.sheet import FileKind


class Converter(Protocol):
    """Something that converts old office files."""

    def __call__(self, file: str, content: bytes, kind: FileKind) -> bytes:
        """Return the bytes of a .docx or .xlsx with the same content. Raises ProblemError when it cannot."""
        ...
