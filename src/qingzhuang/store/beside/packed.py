"""What came of a job, made small: a proof says the same thing many times."""

import json
import zlib
from base64 import b85decode, b85encode
from typing import Any


def packed(tree: Any) -> str:
    """A JSON document as few letters."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return b85encode(zlib.compress(text.encode())).decode()


def unpacked(text: str) -> Any:
    """The document again. Raises ValueError when it is none."""
    try:
        return json.loads(zlib.decompress(b85decode(text)))
    except zlib.error as error:
        raise ValueError(text[:20]) from error
