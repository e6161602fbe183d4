"""A plain archive is read as `zipfile` reads it; an unusual or lying one is left to it."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.directory import entries
from qingzhuang.ooxml.package import open_package


def archive(
    *, extra: bytes = b"", comment: bytes = b"", name: str = "xl/表.xml", method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        made.comment = comment
        made.writestr("a.xml", b"<a/>" * 50)
        info = zipfile.ZipInfo(name)
        info.extra = extra
        info.compress_type = method
        made.writestr(info, b"<b/>" * 50)
        made.writestr("empty.xml", b"")
    return file.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_plain_archive_gives_the_parts_that_zipfile_gives(method: int) -> None:
    content = archive(name="b.xml", method=method)
    package = open_package("a.xlsx", content)
    assert entries(content) is not None
    with zipfile.ZipFile(io.BytesIO(content)) as peer:
        assert package.names == peer.namelist()
        assert all(package.part(name) == peer.read(name) for name in peer.namelist())
    assert package.has("b.xml")
    assert not package.has("c.xml")


@pytest.mark.parametrize(
    "content",
    [
        archive(),
        archive(name="b.xml", extra=struct.pack("<HH4s", 0xCAFE, 4, b"abcd")),
        archive(name="b.xml", comment=b"of somebody"),
        archive(name="b.xml", method=zipfile.ZIP_BZIP2),
        b"before" + archive(name="b.xml"),
    ],
    ids=["a name beyond ASCII", "an extra field", "a comment", "another packing", "bytes before"],
)
def test_an_unusual_archive_is_read_all_the_same(content: bytes) -> None:
    assert entries(content) is None
    package = open_package("a.xlsx", content)
    assert [len(package.part(name)) for name in package.names] == [200, 200, 0]


def test_a_name_that_comes_twice_is_left_to_zipfile() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.xml", b"first")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a.xml", b"last")
    assert entries(file.getvalue()) is None
    assert open_package("a.xlsx", file.getvalue()).part("a.xml") == b"last"


def _with(content: bytes, mark: bytes, offset: int, value: bytes) -> bytes:
    """The bytes with some of the first record of a kind replaced."""
    at = content.index(mark) + offset
    return content[:at] + value + content[at + len(value) :]


@pytest.mark.parametrize(
    ("mark", "offset", "value"),
    [
        (b"PK\1\2", 16, b"\0\0\0\0"),
        (b"PK\1\2", 24, struct.pack("<I", 7)),
        (b"PK\3\4", 0, b"PK\7\7"),
        (b"PK\3\4", 30, b"z.xml"),
        (b"PK\3\4", 35, b"\xff\xff\xff\xff"),
    ],
    ids=["checksum", "too short", "no header", "another name", "not packed so"],
)
def test_a_member_that_is_not_what_the_directory_says_is_a_coded_problem(
    mark: bytes, offset: int, value: bytes
) -> None:
    package = open_package("a.xlsx", _with(archive(name="b.xml"), mark, offset, value))
    with pytest.raises(ProblemError) as caught:
        package.part("a.xml")
    assert caught.value.problem.code == "QZ-R005"
    assert len(package.part("b.xml")) == 200


def test_a_member_shorter_than_the_directory_says_is_read_as_zipfile_reads_it() -> None:
    content = _with(archive(name="b.xml"), b"PK\1\2", 24, struct.pack("<I", 900))
    assert open_package("a.xlsx", content).part("a.xml") == b"<a/>" * 50


def test_members_that_lie_over_each_other_are_not_plain() -> None:
    content = archive(name="b.xml")
    second = content.index(b"PK\1\2", content.index(b"PK\1\2") + 4)
    assert entries(content[: second + 42] + b"\0\0\0\0" + content[second + 46 :]) is None


@pytest.mark.parametrize("length", [0, 4, 21, 22, 60, 200])
def test_a_part_of_an_archive_is_none(length: int) -> None:
    content = archive(name="b.xml")
    assert entries(content[:length]) is None
    assert entries(content[-length:] if length else b"") is None


def test_real_packages_give_what_zipfile_gives(corpus: Path) -> None:
    plain = 0
    for path in sorted((corpus / "forms").rglob("*.xlsx")):
        content = path.read_bytes()
        if entries(content) is None:
            continue
        plain += 1
        package = open_package(path.name, content)
        with zipfile.ZipFile(path) as peer:
            assert package.names == peer.namelist()
            assert all(package.part(name) == peer.read(name) for name in peer.namelist())
    assert plain > 50
