"""Small PDF files written by hand: lines and letters where a test wants them, in points from the top left of an upright A4."""

import zlib
from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 595, 842
_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    "/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>]>>"
)


def letters(x: float, y: float, text: str, size: float = 10) -> str:
    """Return a line of text whose letters stand on `y`; every letter is as wide as it is high."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """Return a thin line."""
    return f"0.5 w {x} {HEIGHT - y} m {to_x} {HEIGHT - to_y} l S\n"


def table(
    xs: Sequence[float],
    ys: Sequence[float],
    rows: Sequence[Sequence[str | None]],
    size: float = 10,
) -> str:
    """Return a ruled table. A cell None is one with that to its left, a cell "^" with that above; "" is blank."""
    drawn = [line(xs[0], ys[0], xs[-1], ys[0]), line(xs[0], ys[0], xs[0], ys[-1])]
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            right = row[place + 1] if place + 1 < len(row) else ""
            below = rows[at + 1][place] if at + 1 < len(rows) else ""
            if right is not None:
                drawn.append(line(xs[place + 1], ys[at], xs[place + 1], ys[at + 1]))
            if below != "^":
                drawn.append(line(xs[place], ys[at + 1], xs[place + 1], ys[at + 1]))
            if text and text != "^":
                drawn += [
                    letters(xs[place] + 3, ys[at] + (number + 1) * (size + 3), part, size)
                    for number, part in enumerate(text.split("\n"))
                ]
    return "".join(drawn)


def pdf(*pages: str, extra: Iterable[str] = (), page: str = "", trailer: str = "") -> bytes:
    """Return a file of pages, each as its drawing says; `extra` objects are numbered from 4 + two a page, `page` stands in every
    page's dictionary."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        _FONT.encode(),
    ]
    for at, drawing in enumerate(pages):
        packed = zlib.compress(drawing.encode())
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {5 + 2 * at} 0 R"
            f"/Resources<</Font<</F 3 0 R>>{page}>>>>".encode()
        )
        objects.append(_stream(packed, "/Filter/FlateDecode"))
    objects += [each.encode("latin-1") for each in extra]
    return _file(objects, trailer)


def _stream(content: bytes, more: str = "") -> bytes:
    return f"<</Length {len(content)}{more}>>stream\n".encode() + content + b"\nendstream"


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
