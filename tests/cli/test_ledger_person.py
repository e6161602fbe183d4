"""`qz ledger person`: all of it for the person, a correction, and deletion that only somebody signed in agrees to."""

import io
import json
from pathlib import Path

import docx
import pytest

from qingzhuang.store.models import SubjectRow, TrailRow
from qingzhuang.store.rights.erasing import open_of
from tests.cli.test_ledger_decide import LI, WANG, bring, run

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture(autouse=True)
def _ledger(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    rows = (["王桂香", WANG, "13900000001"], ["李大田", LI, "13900000002"])
    assert bring(tmp_path, "村民通讯录", *rows).exit_code == 0


def test_a_person_gets_all_of_it_and_nobody_elses(tmp_path: Path) -> None:
    shown = run("person", "export", "王桂香").output
    run("person", "export", "王桂香", "-o", tmp_path / "a.json")
    run("person", "export", "王桂香", "-o", tmp_path / "a.docx")
    paper = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes()))
    for said in (shown, (tmp_path / "a.json").read_text(), "\n".join(each.text for each in paper.paragraphs)):
        assert WANG in said
        assert "村民通讯录.xlsx" in said
        assert LI not in said
    assert json.loads((tmp_path / "a.json").read_text())["name"] == "王桂香"
    assert TrailRow.objects.filter(act="fetched").count() == 3


def test_a_correction_leaves_both_values() -> None:
    assert (
        run("person", "correct", "王桂香", "联系电话", "13900000009", "--reason", "本人说的").exit_code == 0
    )
    shown = run("person", "export", "王桂香").output
    assert "13900000001" in shown
    assert "13900000009" in shown
    assert "不再用" in shown


def test_deleting_only_proposes(tmp_path: Path) -> None:
    told = run("person", "delete", "王桂香")
    assert told.exit_code == 0
    assert "还没有删" in told.output
    row = SubjectRow.objects.get(key=WANG, kind="person")
    assert run("person", "delete", "王桂香").exit_code == 1
    wish = open_of(f"subject {row.pk}")[f"subject {row.pk}"]
    assert wish.asked_by == 0


def test_a_name_that_means_nobody_is_said() -> None:
    for words in (("export", "没有的人"), ("delete", "没有的人")):
        assert run("person", *words).exit_code == 1
