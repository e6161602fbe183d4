"""Photographs in the cells of a document that wait for one: fitted in with their proportions, centred, in place of the label."""

from collections.abc import Mapping

from lxml import etree

from qingzhuang.answer.pictures import Picture
from qingzhuang.answer.writers.docx.document import Document, Layout
from qingzhuang.answer.writers.docx.spot import Spot
from qingzhuang.model.answers import Filled
from qingzhuang.model.form import Form, ItemType
from qingzhuang.model.place import Place
from qingzhuang.ooxml.package import Package, open_package
from qingzhuang.ooxml.relations import relations_part
from qingzhuang.ooxml.save import save
from qingzhuang.ooxml.word import Element, child, document_part, parse_document, w

_TWIP = 635  # EMU; 20 to a point
_USUAL = 1_400, 1_960  # twips: a picture of one inch as offices know it, 25 × 35 mm
_MARGIN = 120
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"


def paste(file: str, content: bytes, form: Form, photos: Mapping[str, Picture]) -> Filled:
    """Return the document with pictures in its photo cells; `photos` are keyed by Item.key. Cells that hold anything but their
    label are left alone."""
    package = open_package(file, content)
    part = document_part(package)
    root = parse_document(package, part)
    body = next(root.iterchildren(w("body")))
    document = Document(body, Layout(body))
    changed: dict[str, bytes] = {}
    written: list[Place] = []
    for item in (each for table in form.tables for each in table.inputs if each.type is ItemType.PHOTO):
        picture, spot = photos.get(item.key), document.spot(item.place)
        free = spot is not None and _is_free(spot, item.label)
        if picture is None or spot is None or not free:
            continue
        number = len(written) + 1
        name = f"word/media/qz{number}.{picture.suffix}"
        changed[name] = picture.content
        spot.write("")
        _put(spot, picture, f"rIdQz{number}", _room(spot.element))
        written.append(item.place)
    if not written:
        return Filled(content, ())
    changed[part] = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    changed |= _linked(package, part, list(changed)[:-1])
    return Filled(save(package.with_changes(changed)), tuple(written))


def _is_free(spot: Spot, label: str) -> bool:
    said = "".join(spot.text.split())
    pictures = next(spot.element.iter(w("drawing"), w("pict")), None)
    return pictures is None and (not said or label.strip("（）()") in said)


def _room(cell: Element) -> tuple[int, int]:
    """Width and height of a cell in twips, without its margins; the usual size of a photograph where it does not say."""
    width = _width(cell) - 2 * _MARGIN
    height = _height(cell) - _MARGIN
    return (width if width > _MARGIN else _USUAL[0]), (height if height > _MARGIN else _USUAL[1])


def _width(cell: Element) -> int:
    told = child(child(cell, "tcPr"), "tcW")
    return _twips(told) if told is not None and told.get(w("type"), "dxa") == "dxa" else 0


def _height(cell: Element) -> int:
    """The heights of the rows that a cell goes over, as far as they are fixed."""
    row = cell.getparent()
    total = 0
    while row is not None:
        total += _twips(child(child(row, "trPr"), "trHeight"), "val")
        row = row.getnext()
        merged = child(child(cell, "tcPr"), "vMerge")
        if merged is None or row is None or not _goes_on(row, cell):
            break
    return total


def _goes_on(row: Element, cell: Element) -> bool:
    own = cell.getparent()
    at = (
        0
        if own is None
        else list(own.iterchildren(w("tc"))).index(cell) - len(list(own.iterchildren(w("tc"))))
    )
    cells = list(row.iterchildren(w("tc")))
    if len(cells) < -at:
        return False
    merged = child(child(cells[at], "tcPr"), "vMerge")
    return merged is not None and merged.get(w("val"), "continue") == "continue"


def _twips(element: Element | None, name: str = "w") -> int:
    text = "" if element is None else element.get(w(name), "")
    return int(text) if text.isdigit() else 0


def _put(spot: Spot, picture: Picture, link: str, room: tuple[int, int]) -> None:
    wide, high = picture.shown
    scale = min(room[0] * _TWIP / wide, room[1] * _TWIP / high)
    width, height = int(picture.width * scale), int(picture.height * scale)
    beside = (
        (height - width) // 2 if picture.turn in (90, 270) else 0
    )  # a turned picture reaches out of its own frame
    above = -beside
    turn = f' rot="{picture.turn * 60_000}"' if picture.turn else ""
    flip = ' flipH="1"' if picture.mirrored else ""
    drawing = f"""<w:r xmlns:w="{w("x")[1:-2]}"><w:drawing><wp:inline xmlns:wp="{_DRAWING}wordprocessingDrawing" distT="0" distB="0" distL="0"
 distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="{beside}" t="{above}" r="{beside}" b="{above}"/><wp:docPr id="{9_000 + int(link[5:])}" name="{link}"/><a:graphic xmlns:a="{_DRAWING}main">
<a:graphicData uri="{_DRAWING}picture"><pic:pic xmlns:pic="{_DRAWING}picture"><pic:nvPicPr><pic:cNvPr id="0" name="{link}"/><pic:cNvPicPr/>
</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{_LINKS}" r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>
<a:xfrm{turn}{flip}><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>""".replace("\n", "")
    paragraphs = spot.paragraphs
    paragraphs[0].append(etree.fromstring(drawing))
    for blank in paragraphs[1:]:
        parent = blank.getparent()
        if parent is not None and not len(list(blank.iter(w("r")))):
            parent.remove(blank)


def _linked(package: Package, part: str, names: list[str]) -> dict[str, bytes]:
    """The document's relations and the package's types with the new pictures."""
    name = relations_part(part)
    links = (
        package.xml(name) if package.has(name) else etree.Element(f"{{{_PACKAGE}relationships}}Relationships")
    )
    for number, each in enumerate(names, start=1):
        etree.SubElement(
            links,
            f"{{{_PACKAGE}relationships}}Relationship",
            Id=f"rIdQz{number}",
            Type=f"{_LINKS}/image",
            Target=f"/{each}",
        )
    types = package.xml("[Content_Types].xml")
    known = {each.get("Extension", "").lower() for each in types.iterfind("{*}Default")}
    for suffix in sorted({each.rpartition(".")[2] for each in names} - known):
        made = etree.Element(
            f"{{{_PACKAGE}content-types}}Default", Extension=suffix, ContentType=f"image/{suffix}"
        )
        types.insert(0, made)
    return {
        each: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        for each, tree in ((name, links), ("[Content_Types].xml", types))
    }
