"""A package written out as one XML, filled: only the parts that changed are spelt anew, between the same marks."""

import base64
import io
import re
import zipfile

from qingzhuang.answer.writers.open.text_file import opened

_PART = re.compile(r"<pkg:part\b[^>]*\bpkg:name=\"([^\"]+)\"[^>]*>(.*?)</pkg:part>", re.DOTALL)
_INSIDE = re.compile(r"(<pkg:(xmlData|binaryData)\b[^>]*>)(.*)(</pkg:\2>)", re.DOTALL)
_DECLARATION = re.compile(rb"^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")


def written_out(content: bytes, before: bytes, after: bytes) -> bytes | None:
    """Return the XML with the parts that differ between two packages. None where its marks are not the usual ones, or a part
    is new."""
    text = opened(content)
    if text is None:
        return None
    words, encoding, mark = text
    changed = _changed(before, after)
    if changed is None:
        return None
    left = dict(changed)

    def anew(found: re.Match[str]) -> str:
        part = left.pop(found[1].lstrip("/"), None)
        return found[0] if part is None else found[0].replace(found[2], _inside(found[2], part), 1)

    made = _PART.sub(anew, words)
    return None if left else mark + made.encode(encoding, "xmlcharrefreplace")


def _changed(before: bytes, after: bytes) -> dict[str, bytes] | None:
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        if set(old.namelist()) != set(new.namelist()):
            return None
        return {name: new.read(name) for name in new.namelist() if new.read(name) != old.read(name)}


def _inside(raw: str, part: bytes) -> str:
    def put(found: re.Match[str]) -> str:
        if found[2] == "binaryData":
            return found[1] + base64.encodebytes(part).decode() + found[4]
        return found[1] + _DECLARATION.sub(b"", part).decode() + found[4]

    return _INSIDE.sub(put, raw, count=1)
