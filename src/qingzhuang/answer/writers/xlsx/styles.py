"""The cell formats of a workbook, and new ones for dates (ECMA-376 part 1, 18.8)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from qingzhuang.ooxml.rewrite import element_end, local, parser, set_attributes, splice, tag_end, utf8

_DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_FIRST_CUSTOM = 164
_QUIET = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_MONTH_IDS = frozenset((17, 27, 36, 50, 52, 55, 57))
_TEXT_ID = 49
_ALIGNMENT = re.compile(rb"\s*(<(?:\w+:)?alignment\b[^>]*>)")
_FITTING = re.compile(rb'\b(?:wrapText|shrinkToFit)="(?:1|true)"|horizontal="fill"')
_WRAPPING, _SHRINKING = re.compile(rb'\bwrapText="(?:1|true)"'), re.compile(rb'\bshrinkToFit="(?:1|true)"')
_UNSHOWN = re.compile(r'\[[^\]]*\]|["\\]|_.|\*.|@')
_ONE_FIGURE = re.compile(r"(?<![dmhs])([dmhs])(?![dmhs])", re.IGNORECASE)
_WIDE = 0x2E7F
_USUAL_WIDTHS, _DATE_WIDTH = {17: 6, 20: 5, 22: 16, 31: 14, 57: 10, 58: 8}, 10
_PERCENT_IDS = frozenset((9, 10))


@dataclass(slots=True)
class Styles:
    """The formats of a workbook as they stand: number format codes by id, and for each cell format its number format
    and its span in the part."""

    content: bytes = b""
    codes: dict[int, str] = field(default_factory=dict)
    formats: list[tuple[int, int, int]] = field(default_factory=list)
    root_end: int = 0
    formats_start: int = 0
    formats_end: int = 0
    codes_start: int = 0
    codes_end: int = 0
    prefix: str = ""

    def number_format(self, style: str) -> int:
        """The id of a style's number format; 0 (General) for a style that does not exist."""
        index = int(style) if style.isdigit() else 0
        return self.formats[index][0] if index < len(self.formats) else 0

    def is_date(self, style: str) -> bool:
        """Tell whether a number in this style shows as a date or time."""
        number = self.number_format(style)
        return number in _DATE_IDS or is_date_code(self.codes.get(number, ""))

    def shows_day(self, style: str) -> bool:
        """Tell whether a date in this style shows its day of the month."""
        number = self.number_format(style)
        code = self.codes.get(number)
        return number not in _MONTH_IDS if code is None else "d" in _QUIET.sub("", code.split(";")[0]).lower()

    def fits_itself(self, style: str) -> bool:
        """Tell whether a style wraps or shrinks what does not fit; so do all that are new."""
        index = int(style) if style.isdigit() else 0
        if index >= len(self.formats):
            return True
        _, start, end = self.formats[index]
        return _FITTING.search(self.content[start:end]) is not None

    def wraps(self, style: str) -> bool:
        """Tell whether a style breaks long texts into lines and does not make them smaller."""
        index = int(style) if style.isdigit() else 0
        if index >= len(self.formats):
            return False
        _, start, end = self.formats[index]
        look = self.content[start:end]
        return _WRAPPING.search(look) is not None and _SHRINKING.search(look) is None

    def date_width(self, style: str) -> int:
        """How many characters a date takes in this style; Chinese ones count twice."""
        number = self.number_format(style)
        code = self.codes.get(number)
        if code is None:
            return _USUAL_WIDTHS.get(number, _DATE_WIDTH)
        shown = _UNSHOWN.sub("", code.split(";")[0])
        return sum(2 if ord(letter) > _WIDE else 1 for letter in _ONE_FIGURE.sub(r"\1\1", shown))

    def is_text(self, style: str) -> bool:
        """Tell whether the style says that the cell holds text."""
        number = self.number_format(style)
        return number == _TEXT_ID or self.codes.get(number) == "@"

    def is_percent(self, style: str) -> bool:
        """Tell whether a number in this style shows as a percentage."""
        number = self.number_format(style)
        return number in _PERCENT_IDS or "%" in _QUIET.sub("", self.codes.get(number, ""))


def is_date_code(code: str) -> bool:
    """Tell whether a number format shows dates or times: it has y, m, d, h or s outside quotes and brackets."""
    first = _QUIET.sub("", code.split(";")[0]).lower()
    return first != "general" and any(letter in first for letter in "ymdhs")


def read_styles(content: bytes, file: str, part: str) -> Styles:
    """Read a styles part. Raises ProblemError QZ-R005 when it is not well-formed XML."""
    content = utf8(content)
    reader = _Reader(Styles(content))
    parser(content, file, part)(StartElementHandler=reader.start, EndElementHandler=reader.end)
    return reader.styles


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._inside = False
        self._open: tuple[int, int] | None = None

    def start(self, at: int, name: str, attributes: Mapping[str, str]) -> None:
        styles, name, prefix = self.styles, local(name), name[: len(name) - len(local(name))]
        if name == "styleSheet":
            styles.prefix, styles.root_end = prefix, tag_end(styles.content, at)
        elif name == "numFmts":
            styles.codes_start = at
        elif name == "numFmt" and not self._inside:
            styles.codes.setdefault(int(attributes["numFmtId"]), attributes.get("formatCode", ""))
        elif name == "cellXfs":
            styles.formats_start, self._inside = at, True
        elif name == "xf" and self._inside:
            self._open = (int(attributes.get("numFmtId", "0")), at)

    def end(self, at: int, name: str) -> None:
        styles, name = self.styles, local(name)
        if name == "numFmts":
            styles.codes_end = at
        elif name == "cellXfs":
            styles.formats_end, self._inside = at, False
        elif name == "xf" and self._open is not None:
            number, start = self._open
            styles.formats.append((number, start, element_end(styles.content, start, at)))
            self._open = None


class NewStyles:
    """Formats to add to a workbook's: each a copy of one it has with another number format."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._added: dict[tuple[int, str], bytes] = {}
        self._codes: dict[str, int] = {}

    def with_code(self, style: str, code: str) -> str:
        """Return the index of the style that is like the given one but shows numbers by the code, smaller where the
        column is too narrow for them: a date that does not fit would show as ###."""
        base = int(style) if style.isdigit() and int(style) < len(self._styles.formats) else 0
        key = (base, code)
        if key not in self._added:
            self._added[key] = self._copy(base, self._code_id(code))
        return str(len(self._styles.formats) + list(self._added).index(key))

    def _code_id(self, code: str) -> int:
        known = next((each for each, text in self._styles.codes.items() if text == code), None)
        if known is not None:
            return known
        free = max([_FIRST_CUSTOM - 1, *self._styles.codes, *self._codes.values()]) + 1
        return self._codes.setdefault(code, free)

    def _copy(self, base: int, code: int) -> bytes:
        _, start, end = self._styles.formats[base]
        raw = self._styles.content[start:end]
        opened = tag_end(raw, 0)
        changes = {"numFmtId": str(code), "applyNumberFormat": "1", "applyAlignment": "1"}
        tag, inside = set_attributes(raw[:opened], changes), raw[opened:]
        if tag.endswith(b"/>"):
            name = tag[1:].split(None, 1)[0]
            tag, inside = tag[:-2].rstrip() + b">", b"</%s>" % name
        return tag + _shrinking(inside, self._styles.prefix)

    def __bool__(self) -> bool:
        return bool(self._added)

    def render(self) -> bytes:
        """Return the styles part with the new formats; all else as it was."""
        styles = self._styles
        splices = self._code_splices()
        start, end = styles.formats_start, styles.formats_end
        opened = tag_end(styles.content, start)
        count = str(len(styles.formats) + len(self._added))
        splices.append((start, opened, set_attributes(styles.content[start:opened], {"count": count})))
        splices.append((end, end, b"".join(self._added.values())))
        return splice(styles.content, splices)

    def _code_splices(self) -> list[tuple[int, int, bytes]]:
        if not self._codes:
            return []
        styles = self._styles
        new = "".join(
            f'<{styles.prefix}numFmt numFmtId="{number}" formatCode="{code}"/>'
            for code, number in self._codes.items()
        )
        if not styles.codes_start or styles.content[styles.codes_end : styles.codes_end + 2] != b"</":
            whole = f'<{styles.prefix}numFmts count="{len(self._codes)}">{new}</{styles.prefix}numFmts>'
            start = styles.codes_start or styles.root_end
            return [(start, styles.codes_end or start, whole.encode())]
        opened = tag_end(styles.content, styles.codes_start)
        tag = set_attributes(
            styles.content[styles.codes_start : opened], {"count": str(len(styles.codes) + len(self._codes))}
        )
        return [(styles.codes_start, opened, tag), (styles.codes_end, styles.codes_end, new.encode())]


def _shrinking(inside: bytes, prefix: str) -> bytes:
    """The content of a cell format with an alignment that shrinks to fit; it comes first."""
    found = _ALIGNMENT.match(inside)
    if found is None:
        return f'<{prefix}alignment shrinkToFit="1"/>'.encode() + inside
    changed = set_attributes(found[1], {"shrinkToFit": "1", "wrapText": "0"})
    return changed + inside[found.end() :]
