"""A worksheet repeated within its package: the sheet and all that hangs on it (drawings, charts, comments, tables, print settings) once
more for each name, its own defined names with it (ECMA-376 part 1, 18.2.5, 18.2.6, 18.5)."""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.names import OFFICE_RELATIONS
from qingzhuang.ooxml.package import Package, open_package
from qingzhuang.ooxml.relations import relations, relations_part
from qingzhuang.ooxml.save import save
from qingzhuang.ooxml.workbook import SheetPart, read_map

_SHARED = frozenset(("image", "hyperlink", "theme", "media", "video", "audio"))
_BOUND = frozenset(("pivotTable", "queryTable", "slicer", "timeline", "oleObject", "control", "package"))
_FORMULA = re.compile(rb"(<(?:\w+:)?(?:f|formula|formula1|formula2)(?:\s[^<>]*)?>)([^<]*)(?=</)")
_SELECTED = re.compile(rb'\s(?:tabSelected|codeName)="[^"]*"')
_TYPES = "[Content_Types].xml"
_SHEET_TYPE = f"{OFFICE_RELATIONS}/worksheet"
_NAME = re.compile(rb"<((?:\w+:)?)definedName\b([^>]*)>([^<]*)</(?:\w+:)?definedName>")


def repeated(file: str, content: bytes, sheet: str, names: Sequence[str]) -> bytes:
    """Return the workbook with a worksheet under each of the names: the sheet itself under the first, copies behind all others. What in
    it speaks of itself by its name speaks of the copy. Raises ProblemError QZ-R093 when something on the sheet exists once in a
    workbook (a pivot table, an embedded object), and as `open_package` does."""
    package = open_package(file, content)
    part = read_map(package).sheet(sheet)
    bound = next((each.kind for each in relations(package, part.part) if each.kind in _BOUND), "")
    if bound:
        raise ProblemError(_cannot(file, sheet))
    copies = _Copies(package, part)
    blank = package.part(part.part)
    for name in names[1:]:
        copies.add(name, blank)
    copies.rename(names[0])
    copies.finish()
    return save(package)


@dataclass
class _Copies:
    """The package while copies are put into it; what is added to the parts that list others is put in at the end."""

    package: Package
    sheet: SheetPart
    types: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    locals: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.map = read_map(self.package)
        self.names = {name.casefold() for name in self.package.names}
        root = self.package.xml(self.map.part)
        found = list(root.iterfind("{*}sheets/{*}sheet"))
        self.next_id = max((int(each.get("sheetId", "0")) for each in found), default=0) + 1
        self.next_index = len(found)
        self.index = [each.get("name", "") for each in found].index(self.sheet.name)
        self.tables = 1 + max((_number(self.package.part(each)) for each in self._tables()), default=0)

    def _tables(self) -> list[str]:
        return [name for name in self.package.names if re.search(r"/tables?/table\d*\.xml$", name)]

    def add(self, name: str, blank: bytes) -> None:
        """Put in one copy of the sheet."""
        target = self._copy(self.sheet.part, lambda xml: _SELECTED.sub(b"", xml), name, blank)
        ident = f"rIdRepeated{len(self.sheets) + 1}"
        self.links.append(f'<Relationship Id="{ident}" Type="{_SHEET_TYPE}" Target="/{target}"/>')
        self.sheets.append(
            f'<{{p}}sheet name={quoteattr(name)} sheetId="{self.next_id}" '
            f'xmlns:rr="{OFFICE_RELATIONS}" rr:id="{ident}"/>'
        )
        for found in _NAME.finditer(self.package.part(self.map.part)):
            if re.search(rb'localSheetId="%d"' % self.index, found[2]):
                marks = re.sub(rb'localSheetId="\d+"', b'localSheetId="%d"' % self.next_index, found[2])
                words = _spoken(found[3], self.sheet.name, name)
                self.locals.append(
                    b"<%sdefinedName%s>%s</%sdefinedName>" % (found[1], marks, words, found[1])
                )
        self.next_id += 1
        self.next_index += 1

    def rename(self, name: str) -> None:
        """Give the sheet itself its name, in all that speaks of it."""
        package, old = self.package, self.sheet.name
        copied = set(package.changed)
        for part in package.names:
            if (
                part.endswith(".xml")
                and part.startswith("xl/")
                and part not in copied
                and part != self.map.part
            ):
                xml = package.part(part)
                made = _formulas(xml, old, name) if b"f>" in xml or b"formula" in xml else xml
                if made != xml:
                    package.changed[part] = made
        book = package.part(self.map.part)
        book = _NAME.sub(lambda found: found[0].replace(found[3], _spoken(found[3], old, name)), book)
        self.book = re.sub(
            rb'(<(?:\w+:)?sheet\b[^>]*?\sname=)"%s"' % re.escape(_attribute(old)),
            lambda found: found[1] + quoteattr(name).encode(),
            book,
            count=1,
        )

    def finish(self) -> None:
        """List the new parts."""
        package = self.package
        close = re.search(rb"</((?:\w+:)?)sheets>", self.book)
        prefix = close[1].decode() if close else ""
        sheets = "".join(self.sheets).replace("{p}", prefix).encode()
        book = self.book.replace(b"</%ssheets>" % prefix.encode(), sheets + b"</%ssheets>" % prefix.encode())
        end = b"</%sdefinedNames>" % prefix.encode()
        package.changed[self.map.part] = book.replace(end, b"".join(self.locals) + end)
        self._append(relations_part(self.map.part), "Relationships", self.links)
        self._append(_TYPES, "Types", self.types)

    def _append(self, part: str, root: str, lines: Sequence[str]) -> None:
        xml = self.package.part(part)
        end = re.compile(rb"</((?:\w+:)?)%s>\s*$" % root.encode())
        added = "".join(lines)

        def put(found: re.Match[bytes]) -> bytes:
            return added.replace("<", f"<{found[1].decode()}").encode() + found[0]

        self.package.changed[part] = end.sub(put, xml)

    def _copy(
        self, part: str, change: Callable[[bytes], bytes], name: str, content: bytes | None = None
    ) -> str:
        """Copy a part and all parts that belong to it alone; returns the copy's name."""
        target = self._unused(part)
        xml = change(content if content is not None else self.package.part(part))
        linked = []
        for each in relations(self.package, part):
            if each.external or each.kind in _SHARED or not self.package.has(each.target):
                continue
            twin = self._copy(each.target, lambda same: same, name)
            linked.append((each.id, twin))
        if part.endswith((".xml", ".vml")):
            xml = _formulas(xml, self.sheet.name, name)
        self.package.changed[target] = self._as_table(xml) if "/table" in part else xml
        self._links(part, target, dict(linked))
        self._type(part, target)
        return target

    def _as_table(self, xml: bytes) -> bytes:
        """A table has a number and a name of its own in the whole workbook."""
        number, self.tables = self.tables, self.tables + 1
        xml = re.sub(rb'(<(?:\w+:)?table\b[^>]*?\sid=)"\d+"', rb'\g<1>"%d"' % number, xml, count=1)
        return re.sub(
            rb'(\s(?:displayName|name)=")([^"]*)"(?=[^>]*\sref=)', rb'\g<1>\g<2>_%d"' % number, xml, count=2
        )

    def _links(self, part: str, target: str, linked: dict[str, str]) -> None:
        """The copy's own relations: to copies, else to the same parts from where it lies."""
        source = relations_part(part)
        if not self.package.has(source):
            return
        root = self.package.xml(source)
        for element in root.iterfind("{*}Relationship"):
            twin = linked.get(element.get("Id", ""))
            if twin:
                element.set("Target", f"/{twin}")
        self.package.changed[relations_part(target)] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def _type(self, part: str, target: str) -> None:
        types = self.package.xml(_TYPES)
        for element in types.iterfind("{*}Override"):
            if element.get("PartName", "").lstrip("/").casefold() == part.casefold():
                self.types.append(
                    f'<Override PartName="/{target}" ContentType={quoteattr(element.get("ContentType", ""))}/>'
                )

    def _unused(self, part: str) -> str:
        folder, name = posixpath.split(part)
        stem, dot, suffix = name.partition(".")
        stem = stem.rstrip("0123456789") or "part"
        number = 1
        while f"{folder}/{stem}{number}{dot}{suffix}".casefold() in self.names:
            number += 1
        made = f"{folder}/{stem}{number}{dot}{suffix}"
        self.names.add(made.casefold())
        return made


def _formulas(xml: bytes, old: str, new: str) -> bytes:
    return _FORMULA.sub(lambda found: found[1] + _spoken(found[2], old, new), xml)


def _spoken(words: bytes, old: str, new: str) -> bytes:
    """A formula that speaks of a sheet by its old name, with the new one."""
    quoted = escape("'" + old.replace("'", "''") + "'!").encode()
    bare = escape(old + "!").encode()
    target = escape("'" + new.replace("'", "''") + "'!").encode()
    made = words.replace(quoted, target).replace(quoted.replace(b"'", b"&apos;"), target)
    return re.sub(rb"(?<![\w.'\]\x80-\xff])" + re.escape(bare), lambda _found: target, made)


def _attribute(name: str) -> bytes:
    return escape(name, {'"': "&quot;"}).encode()


def _number(xml: bytes) -> int:
    found = re.search(rb'<(?:\w+:)?table\b[^>]*?\sid="(\d+)"', xml)
    return int(found[1]) if found else 0


def _cannot(file: str, sheet: str) -> Problem:
    return Problem(
        "QZ-R093",
        file,
        _("工作表“{sheet}”里有数据透视表或嵌入的对象，一份文件里只能有一个，没有复制。").format(sheet=sheet),
        _("请一个村填一份（--per village，不加 --sheets）。"),
    )


def tab(name: str, taken: Sequence[str] = ()) -> str:
    """Return a sheet's name: 31 signs at most, none that programs refuse, different from those taken."""
    bare = re.sub(r"[\\/*?:\[\]\x00-\x1f]", "_", name).strip().strip("'")[:31] or "_"
    if bare.casefold() == "history":
        bare += "_"
    used, made, number = {each.casefold() for each in taken}, bare, 1
    while made.casefold() in used:
        number += 1
        made = f"{bare[: 31 - len(str(number)) - 1]}-{number}"
    return made


def tabs(names: Sequence[str]) -> Iterator[str]:
    """Yield the sheets' names, each unlike those before."""
    found: list[str] = []
    for name in names:
        found.append(tab(name, found))
        yield found[-1]
