"""Old files become new ones through LibreOffice, and leave nothing behind."""

import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import pytest

from qingzhuang.intake.read import read_form
from qingzhuang.intake.readers.docx import read
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.office import convert
from qingzhuang.office.convert import Batch, LibreOffice, Source, converter
from tests.intake.test_read import book, ole
from tests.old_office import as_old
from tests.word_paper import document, p, tbl, tr

needs_libreoffice = pytest.mark.skipif(converter() is None, reason="needs LibreOffice")


@needs_libreoffice
@pytest.mark.libreoffice
def test_a_batch_is_converted_in_one_call_and_each_bad_file_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(own))  # others may be converting in the common one
    old = as_old(tmp_path, document(tbl(tr("姓名", "")) + p("填表人：")), "docx", "doc")
    good, bad = LibreOffice(shutil.which("soffice") or "").convert_many(
        [Source("甲.doc", old, FileKind.DOC), Source("乙.docx", b"PK", FileKind.DOCX)]
    )
    assert isinstance(good, bytes)
    assert read("甲.doc", good).sheets[0].cells[1, 1].text == "姓名"
    assert isinstance(bad, Problem)
    assert (bad.code, bad.where) == ("QZ-R032", "乙.docx")
    assert not list(own.glob("qz-convert-*"))


def test_a_program_that_makes_nothing_is_a_coded_problem() -> None:
    with pytest.raises(ProblemError) as caught:
        LibreOffice(shutil.which("true") or "/bin/true")("甲.doc", b"", FileKind.DOC)
    assert caught.value.problem.code == "QZ-R032"
    assert caught.value.problem.cure


def test_a_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung = tmp_path / "hung"
    hung.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n")
    hung.chmod(0o700)
    monkeypatch.setattr(convert, "_FIRST_SECONDS", 1)
    monkeypatch.setattr(convert, "_SECONDS_EACH", 0)
    with pytest.raises(ProblemError) as caught:
        LibreOffice(str(hung))("甲.doc", b"", FileKind.DOC)
    assert caught.value.problem.code == "QZ-R032"
    state = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
    for _ in range(100):  # the signal is sent; a busy machine may take a while to act on it
        if not _runs(state):
            break
        time.sleep(0.05)
    assert not _runs(state)


def _runs(state: Path) -> bool:
    try:
        return state.read_text().split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Counting(LibreOffice):
    """Stands in for the program and counts how often it is started."""

    starts: ClassVar[list[int]] = []

    def convert_many(self, sources: Sequence[Source]) -> list[bytes | Problem]:
        self.starts.append(len(sources))
        bad = Problem("QZ-R032", "", "坏", "")
        return [bad if source.content.endswith(b"bad") else source.content.upper() for source in sources]


def test_what_needs_it_in_a_folder_is_converted_at_one_start_whatever_it_is_called(tmp_path: Path) -> None:
    Counting.starts.clear()
    old = ole("WordDocument")
    contents = (old + b"one", old + b"two", b"three", b"bad", b"{\\rtf1 four}")
    paths = [tmp_path / name for name in ("甲.doc", "乙.xls", "丙.xlsx", "丁.doc", "戊.doc")]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    paths.append(tmp_path / "不在.doc")
    batch = Batch(Counting("soffice"), paths)
    assert [batch("x", content, FileKind.DOC) for content in contents[:2]] == [
        each.upper() for each in contents[:2]
    ]
    assert batch("x", contents[4], FileKind.RTF) == contents[4].upper()
    assert Counting.starts == [3]


def test_what_cannot_be_converted_in_a_folder_is_told_by_its_own_name(tmp_path: Path) -> None:
    old = ole("WordDocument")
    paths = [tmp_path / "甲.doc", tmp_path / "丁.doc"]
    for path, content in zip(paths, (old, old + b"bad"), strict=True):
        path.write_bytes(content)
    batch = Batch(Counting("soffice"), paths)
    with pytest.raises(ProblemError) as caught:
        batch("丁.doc", old + b"bad", FileKind.DOC)
    assert caught.value.problem.where == "丁.doc"


@pytest.mark.libreoffice
def test_sheets_and_documents_of_every_other_kind_are_read_through_it(tmp_path: Path) -> None:
    office = converter()
    if office is None:
        pytest.skip("needs LibreOffice")
    sheet = book([["姓名", "电话", "住址"], ["", "", ""]])
    made = {
        "册.ods": as_old(tmp_path, sheet, "xlsx", "ods"),
        "卡.rtf": as_old(tmp_path, document(tbl(tr("姓名", "电话", "住址"), tr("", "", ""))), "docx", "rtf"),
        "卡.odt": as_old(tmp_path, document(tbl(tr("姓名", "电话", "住址"), tr("", "", ""))), "docx", "odt"),
    }
    for name, content in made.items():
        with pytest.raises(ProblemError) as caught:
            read_form(name, content)
        assert caught.value.problem.code == "QZ-R008"
        form = read_form(name, content, converter=office)
        assert [item.label for item in form.items][:2] == ["姓名", "电话"]
        assert form.kind.suffix == name[1:]
        assert not form.problems


def test_without_the_program_there_is_no_converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert converter() is None
