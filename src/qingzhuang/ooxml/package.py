"""Opening an office package (ECMA-376 part 2) without trusting it, and writing one back part by part."""

import io
import zipfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.directory import Entry, entries, unpacked
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits

_RATIO_FLOOR = 10 * 2**20
_SMALL = 1 << 16


def _parser() -> "etree.XMLParser":
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)


_FOR_SMALL = _parser()
"""Making a parser takes as long as reading a small part; large parts get their own, because one parser reads for one thread at
a time."""


@dataclass
class Package:
    """The parts of a package in their order in the file. `changed` holds the new content of parts that a writer
    replaced; all others are copied as they are, still compressed. `entries` is its directory where it is plain."""

    file: str
    content: bytes
    entries: Mapping[str, Entry] | None
    changed: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        """The archive in full: what a writer needs, and a reader of an unusual one. Raises BadZipFile."""
        try:
            return zipfile.ZipFile(io.BytesIO(self.content))
        except NotImplementedError as error:  # it asks for a program of a version that nobody has
            raise zipfile.BadZipFile(str(error)) from error

    def with_changes(self, changed: dict[str, bytes]) -> "Package":
        """Return the package with other parts replaced; the archive is opened once for all of them."""
        found = Package(self.file, self.content, self.entries, changed)
        found.archive = self.archive
        return found

    @property
    def names(self) -> list[str]:
        """Part names as stored, without a leading slash."""
        return list(self.entries) if self.entries is not None else self.archive.namelist()

    def has(self, name: str) -> bool:
        """Tell whether the package has the part."""
        return name in self.changed or name in (
            self.entries if self.entries is not None else self.archive.NameToInfo
        )

    def part(self, name: str) -> bytes:
        """Return a part's bytes, the new ones if it was replaced. Raises ProblemError QZ-R005 if it cannot be read."""
        if name in self.changed:
            return self.changed[name]
        entry = self.entries.get(name) if self.entries is not None else None
        found = unpacked(self.content, entry) if entry is not None else None
        return self._by_archive(name) if found is None else found

    def _by_archive(self, name: str) -> bytes:
        try:
            return self.archive.read(name)
        except (
            KeyError,
            zipfile.BadZipFile,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise ProblemError(broken(self.file, name)) from error
        except Exception as error:  # zlib.error is not an OSError
            raise ProblemError(broken(self.file, name)) from error

    def xml(self, name: str) -> "etree._Element":
        """Return a part parsed. Entities are not resolved, nothing is fetched. Raises ProblemError QZ-R005."""
        return parse_xml(self.part(name), self.file, name)


def parse_xml(content: bytes, file: str, name: str) -> "etree._Element":
    """Parse XML from outside. Raises ProblemError QZ-R005 if it is not well formed or has a document type."""
    parser = _FOR_SMALL if len(content) <= _SMALL else _parser()
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ProblemError(broken(file, name)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ProblemError(broken(file, name))
    return root


def broken(file: str, part: str) -> Problem:
    """The problem of a package whose part cannot be read."""
    return Problem(
        "QZ-R005",
        file,
        _("文件损坏：内部的“{part}”读不出来。").format(part=part),
        _("请用 WPS 或 Excel 打开后另存一份；打不开就请发表单位重发。"),
    )


def open_package(file: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Package:
    """Open a package. Raises ProblemError QZ-R004 (not a readable zip) or QZ-R006 (beyond the limits)."""
    plain = entries(content)
    package = Package(file, content, plain)
    try:
        infos = plain.values() if plain is not None else package.archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
        raise ProblemError(
            Problem(
                "QZ-R004",
                file,
                _("文件损坏：压缩包不完整。"),
                _("多半是没传完。请重新下载，或请发表单位重发。"),
            )
        ) from error
    _check_size(file, len(content), infos, limits)
    return package


def _check_size(file: str, size: int, infos: Collection[Entry | zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(info.file_size for info in infos)
    swollen = any(
        info.file_size > _RATIO_FLOOR and info.file_size > limits.ratio * max(info.compress_size, 1)
        for info in infos
    )
    if size > limits.file_bytes or unpacked > limits.unpacked_bytes or len(infos) > limits.parts or swollen:
        raise ProblemError(too_large(file, unpacked))


def too_large(file: str, size: int) -> Problem:
    """The problem of a file beyond the limits; `size` in bytes."""
    return Problem(
        "QZ-R006",
        file,
        _("文件大得不正常（展开后 {size} MB），没有打开。").format(size=size // 2**20),
        _("请确认来源；确实是表格就请发表单位删去多余内容再发。"),
    )
