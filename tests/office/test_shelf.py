"""The cache is only a cache: it speeds up, and nothing depends on it."""

from pathlib import Path

import pytest

from qingzhuang.office import shelf
from qingzhuang.office.shelf import Shelf


def test_what_was_kept_is_found_by_its_label_and_maker_only(tmp_path: Path) -> None:
    kept = Shelf(tmp_path / "cache" / "vectors.sqlite3", "model 1")
    kept.keep({"姓名": b"\x01\x00", "住址": b"\x02"})
    assert kept.known(["住址", "姓名", "电话"]) == {"姓名": b"\x01\x00", "住址": b"\x02"}
    assert Shelf(tmp_path / "cache" / "vectors.sqlite3", "model 2").known(["姓名"]) == {}


def test_no_label_can_be_read_from_the_file(tmp_path: Path) -> None:
    Shelf(tmp_path / "vectors.sqlite3", "model").keep({"户主姓名": b"\x01"})
    assert "户主".encode() not in (tmp_path / "vectors.sqlite3").read_bytes()


def test_a_broken_file_and_a_folder_that_cannot_be_written_are_as_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"no database" * 500)
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "broken", tmp_path / "file" / "vectors.sqlite3"):
        broken = Shelf(place, "model")
        broken.keep({"姓名": b"\x01"})
        assert broken.known(["姓名"]) == {}


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST", 3)
    kept = Shelf(tmp_path / "vectors.sqlite3", "model")
    labels = ["甲", "乙", "丙", "丁", "戊"]
    for label in labels:
        kept.keep({label: b"\x01"})
    assert list(kept.known(labels)) == labels[2:]
