"""The library that draws charts is taken only from the package that was looked at, with its licence, packed for the way."""

import gzip
from pathlib import Path

import pytest

from qingzhuang.web import library
from tests.web.packages import PARTS, choose, package


def test_the_chosen_package_is_put_beside_the_program_with_its_licence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = package(PARTS)
    choose(monkeypatch, content)
    assert not library.at_hand(tmp_path)
    placed = library.unpack(content, tmp_path)
    assert library.at_hand(tmp_path)
    assert placed.read_bytes() == PARTS["package/dist/echarts.simple.min.js"]
    assert gzip.decompress(placed.with_suffix(".js.gz").read_bytes()) == placed.read_bytes()
    assert (placed.parent / "LICENSE.txt").read_bytes() == b"Apache License"
    assert (placed.parent / "NOTICE.txt").is_file()


def test_other_bytes_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    for content in (b"", package(PARTS)):
        with pytest.raises(library.OtherPackageError):
            library.unpack(content, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_none_of_it_lies_in_this_repository() -> None:
    source = Path(library.__file__).parent
    assert not [each for each in source.rglob("*.js") if "echarts" in each.name]
    assert not library.FOLDER.is_relative_to(source)
