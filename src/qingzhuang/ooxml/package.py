"""Opening an office package (ECMA-376 part 2) without trusting it, and writing one back part by part."""

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.limits import DEFAULT_LIMITS, Limits

_RATIO_FLOOR = 10 * 2**20


@dataclass(slots=True)
class Package:
    """The parts of a package in their order in the file. `changed` holds the new content of parts that a writer
    replaced; all others are copied as they are, still compressed."""

    file: str
    content: bytes
    archive: zipfile.ZipFile
    changed: dict[str, bytes] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        """Part names as stored, without a leading slash."""
        return self.archive.namelist()

    def has(self, name: str) -> bool:
        """Tell whether the package has the part."""
        return name in self.changed or name in self.archive.NameToInfo

    def part(self, name: str) -> bytes:
        """Return a part's bytes, the new ones if it was replaced. Raises ProblemError QZ-R005 if it cannot be read."""
        if name in self.changed:
            return self.changed[name]
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
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, load_dtd=False)
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
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        infos = archive.infolist()
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
    return Package(file, content, archive)


def _check_size(file: str, size: int, infos: list[zipfile.ZipInfo], limits: Limits) -> None:
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
