"""A package written out as one XML ("flat OPC", ECMA-376 part 2 as Word 2007 saves it): packed again it is a package."""

import base64
import binascii
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import broken

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_STEADY = (2026, 1, 1, 0, 0, 0)
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"


def packed(file: str, root: etree._Element) -> bytes:
    """Return the package as a zip, the same bytes for the same XML. Raises ProblemError QZ-R005 when a part is damaged."""
    parts = list(root.iterfind(f"{_PKG}part"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr(zipfile.ZipInfo("[Content_Types].xml", _STEADY), _types(parts))
        for name, content in _parts(file, parts):
            box.writestr(zipfile.ZipInfo(name, _STEADY), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def holds_sheets(package: bytes) -> bool:
    """Tell whether a package holds a workbook and no document."""
    with zipfile.ZipFile(io.BytesIO(package)) as box:
        return any(name.startswith("xl/") for name in box.namelist())


def _parts(file: str, parts: list[etree._Element]) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    for part in parts:
        name = part.get(f"{_PKG}name", "").lstrip("/")
        inside, binary = part.find(f"{_PKG}xmlData"), part.findtext(f"{_PKG}binaryData")
        if not name or name in seen or ".." in name.split("/"):
            continue
        seen.add(name)
        if inside is not None and len(inside):
            yield name, etree.tostring(inside[0], xml_declaration=True, encoding="UTF-8", standalone=True)
        elif binary is not None:
            try:
                yield name, base64.b64decode(binary)
            except (binascii.Error, ValueError) as error:
                raise ProblemError(broken(file, name)) from error


def _types(parts: list[etree._Element]) -> bytes:
    types = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    etree.SubElement(types, f"{{{_TYPES}}}Default", Extension="rels", ContentType=_RELATIONS)
    for part in parts:
        kind = part.get(f"{_PKG}contentType", "")
        if kind and kind != _RELATIONS:
            name = "/" + part.get(f"{_PKG}name", "").lstrip("/")
            etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=name, ContentType=kind)
    return etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
