"""Old Word and Excel files are taken on every page that takes files, and a form that came as one goes back filled."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.sheet import FileKind
from qingzhuang.office.convert import converter
from qingzhuang.store import clock
from qingzhuang.store.beside import converting
from qingzhuang.store.blobs import keep
from qingzhuang.store.tasks.demands import Application, Draft, admit, bring, submit, tasks
from tests.old_office import as_old
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, form, known

HEADS = ("序号", "姓名", "公民身份号码", "联系电话", "所在村")
As = Callable[[Seat | None], Client]
needs_libreoffice = pytest.mark.skipif(converter() is None, reason="needs LibreOffice")


def _document(*rows: tuple[str, ...]) -> bytes:
    """A list as Word writes it."""
    made = docx.Document()
    made.add_paragraph("村民通讯录")
    table = made.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for cell, word in zip(table.rows[at].cells, row, strict=True):
            cell.text = word
    made.add_paragraph("填表人：")  # a table that ends a document is lost on the way to .doc
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def test_what_was_converted_once_is_not_converted_again_by_anybody_until_it_is_to_be_forgotten(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def office(file: str, content: bytes, kind: FileKind) -> bytes:
        asked.append(file)
        return b"made anew of " + content

    monkeypatch.setattr(converting, "converter", lambda: office)
    content = f"{_document(HEADS)[:20]!r}{clock.now()}".encode()
    convert = converting.convert()
    assert convert is not None
    for _process in range(2):
        converting._done.clear()
        assert convert("a.doc", content, FileKind.DOC) == b"made anew of " + content
    assert asked == ["a.doc"]
    converting.forget_converted()
    assert convert("b.doc", content, FileKind.DOC) == b"made anew of " + content
    assert asked == ["a.doc", "b.doc"]


@needs_libreoffice
@pytest.mark.libreoffice
def test_an_old_word_file_is_read_at_the_gate_and_in_the_ledger(
    people: People, as_: As, tmp_path: Path
) -> None:
    told = [
        (str(at), each.name, each.key, f"1990000000{at}", "柳湾村")
        for at, each in enumerate((TIAN, QIU, SHI), 1)
    ]
    old = as_old(tmp_path, _document(HEADS, *told), "docx", "doc")
    assert not zipfile.is_zipfile(io.BytesIO(old))
    draft = as_(people.issuer).post("/gate/", {"draft": SimpleUploadedFile("通讯录.doc", old)}, follow=True)
    assert "联系电话" in draft.content.decode()
    sheet = {"sheet": SimpleUploadedFile("通讯录.doc", old), "mine": "on"}
    seen = as_(people.post).post("/ledger/sheet", sheet, follow=True)
    assert seen.status_code == 200
    assert "3 行" in seen.content.decode()


@needs_libreoffice
@pytest.mark.libreoffice
def test_a_form_that_came_as_xls_goes_back_filled_as_xlsx(people: People, as_: As, tmp_path: Path) -> None:
    known("柳湾村", TIAN)
    blob, now = keep(as_old(tmp_path, form(), "xlsx", "xls")), clock.now()
    sent = bring(people.issuer.unit, Draft("党员花名册", "党员花名册.xls", blob), now)
    submit(sent.number, Application("核对", "依据", 1.0, None, (people.post.unit,)), now)
    admit(sent.number, (now + timedelta(days=30)).date(), now)
    (task,) = tasks(people.post.unit)
    answer = as_(people.post).get(f"/desk/{task.number}/file")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    assert answer["Content-Disposition"].endswith(".xlsx")
    assert zipfile.is_zipfile(io.BytesIO(content))
    assert TIAN.name in as_(people.post).get(f"/desk/{task.number}/sheet").content.decode()


@needs_libreoffice
@pytest.mark.libreoffice
def test_without_the_program_an_old_word_file_is_refused_in_words(
    people: People, as_: As, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = as_old(tmp_path, _document(HEADS, ("1", "", "", "", "")), "docx", "doc")
    monkeypatch.setattr(converting, "converter", lambda: None)
    answer = as_(people.issuer).post("/gate/", {"draft": SimpleUploadedFile("通讯录.doc", old)}, follow=True)
    assert answer.status_code in (200, 400, 422)
    assert "另存" in answer.content.decode()
