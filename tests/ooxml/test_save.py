"""Saving a package copies what did not change, byte by byte."""

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.package import open_package
from qingzhuang.ooxml.save import save

if TYPE_CHECKING:
    from typing_extensions import Buffer


def _zipped(parts: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = b"kept"
    return buffer.getvalue()


class _Stream(io.RawIOBase):
    """A sink that cannot seek, so that zipfile writes data descriptors behind the data as streaming writers do."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: "Buffer") -> int:
        chunk = bytes(data)
        self.data += chunk
        return len(chunk)


def test_an_unchanged_package_is_saved_with_the_same_parts_in_the_same_order() -> None:
    content = _zipped({"b.xml": b"<b/>" * 99, "a.xml": b"<a/>"})
    again = zipfile.ZipFile(io.BytesIO(save(open_package("a.xlsx", content))))
    assert again.namelist() == ["b.xml", "a.xml"]
    assert again.testzip() is None
    assert again.comment == b"kept"


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_changed_part_is_replaced_and_the_others_keep_their_compressed_bytes(kind: int) -> None:
    package = open_package("a.xlsx", _zipped({"a.xml": b"x" * 500, "b.xml": b"y" * 500}, kind))
    package.changed["a.xml"] = b"new"
    package.changed["c.xml"] = b"added"
    saved = open_package("a.xlsx", save(package))
    assert saved.names == ["a.xml", "b.xml", "c.xml"]
    assert [saved.part(name) for name in saved.names] == [b"new", b"y" * 500, b"added"]
    before, after = package.archive.getinfo("b.xml"), saved.archive.getinfo("b.xml")
    assert (before.CRC, before.compress_size, before.compress_type) == (
        after.CRC,
        after.compress_size,
        after.compress_type,
    )


def test_packages_of_streaming_writers_with_data_descriptors_are_copied_whole() -> None:
    sink = _Stream()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"x" * 500)
        archive.writestr("b.xml", b"y" * 500)
    package = open_package("a.xlsx", bytes(sink.data))
    assert package.archive.getinfo("b.xml").flag_bits & 8
    package.changed["a.xml"] = b"new"
    saved = zipfile.ZipFile(io.BytesIO(save(package)))
    assert saved.testzip() is None
    assert saved.read("b.xml") == b"y" * 500


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_was_stored_twice_is_saved_once() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.xml", b"old")
        archive.writestr("a.xml", b"last")
    saved = open_package("a.xlsx", save(open_package("a.xlsx", buffer.getvalue())))
    assert saved.names == ["a.xml"]
    assert saved.part("a.xml") == b"last"


def test_a_directory_that_points_beside_the_data_is_refused() -> None:
    content = bytearray(_zipped({"a.xml": b"<a/>"}))
    content[0:4] = b"XXXX"
    with pytest.raises(ProblemError) as caught:
        save(open_package("a.xlsx", bytes(content)))
    assert caught.value.problem.code == "QZ-R005"
