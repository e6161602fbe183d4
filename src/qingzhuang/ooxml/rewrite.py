"""Changing attributes and texts of an XML part in place: every byte that is not touched stays as it was."""

import re
from collections.abc import Callable, Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import broken

Attributes = Mapping[str, str]
OnTag = Callable[[str, Attributes], Mapping[str, str]]
OnText = Callable[[str, str, Attributes], str]

TAG = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_ATTRIBUTE = re.compile(rb"""(\s)([^\s=<>"']+)(\s*=\s*)("[^"]*"|'[^']*')""")
_DECLARED = re.compile(r"""(<\?xml[^>]*encoding=["'])[^"']*""")


def utf8(content: bytes) -> bytes:
    """Return a part's XML in UTF-8; UTF-16, the other encoding that a package may use, is converted. What only begins
    like UTF-16 is left to the parser, which refuses it."""
    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content
    try:
        return _DECLARED.sub(r"\1UTF-8", content.decode("utf-16")).encode()
    except UnicodeDecodeError:
        return content


def local(name: str) -> str:
    """Return an XML name without its prefix."""
    return name.rpartition(":")[2]


def parser(content: bytes, file: str, part: str) -> Callable[..., None]:
    """Return a function that runs expat over the content with the given handlers, passing each the parser first.
    Raises ProblemError QZ-R005 for XML that is not well formed, brings a document type, or has attributes that a
    handler cannot make sense of (a row number that is none, a merge without its area)."""

    def refuse(*_: object) -> None:
        raise ProblemError(broken(file, part))

    def run(**handlers: Callable[..., None]) -> None:
        reader = expat.ParserCreate()
        reader.buffer_text = True
        reader.StartDoctypeDeclHandler = refuse
        for name, handler in handlers.items():
            setattr(reader, name, _bound(handler, reader))
        try:
            reader.Parse(content, True)
        except (expat.ExpatError, KeyError, ValueError) as error:
            raise ProblemError(broken(file, part)) from error

    return run


def _bound(handler: Callable[..., None], reader: expat.XMLParserType) -> Callable[..., None]:
    return lambda *given: handler(reader.CurrentByteIndex, *given)


def tag_end(content: bytes, start: int) -> int:
    """Return the offset behind the tag that starts at `start`."""
    found = TAG.match(content, start)
    return found.end() if found else content.index(b">", start) + 1


def element_end(content: bytes, start: int, at: int) -> int:
    """Return the offset behind the element that starts at `start` and whose end the parser reports at `at`: for an
    empty tag expat points behind it, otherwise to the end tag."""
    opened = tag_end(content, start)
    return opened if at == opened and content[opened - 2 : opened] == b"/>" else tag_end(content, at)


def set_attributes(tag: bytes, values: Mapping[str, str]) -> bytes:
    """Return a start tag with attributes replaced, or added at its end when it has none of that name."""
    left = dict(values)

    def put(found: re.Match[bytes]) -> bytes:
        name = found.group(2).decode()
        if name not in left:
            return found.group(0)
        return b"".join((found.group(1), found.group(2), b"=", quoteattr(left.pop(name)).encode()))

    tag = _ATTRIBUTE.sub(put, tag)
    close = len(tag) - (2 if tag.endswith(b"/>") else 1)
    added = "".join(f" {name}={quoteattr(value)}" for name, value in left.items())
    return tag[:close].rstrip() + added.encode() + tag[close:] if added else tag


def rewrite(content: bytes, file: str, part: str, on_tag: OnTag | None, on_text: OnText | None) -> bytes:
    """Walk through a part. `on_tag` gets each element's name (without prefix) and attributes and returns those to
    change; `on_text` the name, text and attributes of each element without children and returns its text. Raises ProblemError QZ-R005 for XML that is not well formed."""
    content = utf8(content)
    splices: list[tuple[int, int, bytes]] = []
    pending: list[tuple[str, Attributes, int]] = []
    texts: list[str] = []

    def start(at: int, name: str, attributes: Attributes) -> None:
        changes = on_tag(local(name), attributes) if on_tag else {}
        end = tag_end(content, at)
        if changes:
            splices.append((at, end, set_attributes(content[at:end], changes)))
        pending[:] = [(name, attributes, end)] if on_text and content[end - 2 : end] != b"/>" else []
        texts.clear()

    def end(at: int, name: str) -> None:
        if on_text and pending and pending[0][0] == name:
            text = "".join(texts)
            new = on_text(local(name), text, pending[0][1])
            if new != text:
                splices.append((pending[0][2], at, escape(new).encode()))
        pending.clear()

    def characters(_at: int, data: str) -> None:
        texts.append(data)

    parser(content, file, part)(
        StartElementHandler=start,
        EndElementHandler=end,
        CharacterDataHandler=characters,
    )
    return splice(content, splices)


def splice(content: bytes, splices: list[tuple[int, int, bytes]]) -> bytes:
    """Return the content with each span (start, end) replaced; spans come in order and do not overlap."""
    if not splices:
        return content
    pieces, at = [], 0
    for start, end, new in splices:
        pieces += [content[at:start], new]
        at = end
    return b"".join((*pieces, content[at:]))
