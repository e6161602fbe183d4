"""Every command of the guides runs as it stands there."""

import json
import re
import shlex
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from qingzhuang.cli.main import group
from qingzhuang.match.people.shared import as_text
from qingzhuang.model.organisation import Role, UnitKind
from qingzhuang.store.organisation.units import add_unit, give_seat, open_account
from tests.word_paper import document, p

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
COMMANDS = [
    (page.name, line.strip())
    for page in sorted(GUIDE.glob("*.md"))
    for line in page.read_text(encoding="utf-8").splitlines()
    if line.startswith("    qz ")
]
ORDER = "请各村干部每天在“青禾通”APP上打卡，不得遗漏。"


def book(path: Path, *rows: list[object]) -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    made.save(path)


@pytest.fixture
def folder(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the guides speak of."""
    (tmp_path / "送审").mkdir()
    for place in (tmp_path, tmp_path / "送审"):
        (place / "通知.docx").write_bytes(document(p("关于打卡的通知") + p(ORDER) + p("2026年11月20日")))
    (tmp_path / "群聊.txt").write_text(f"2026-11-20 08:00:00 镇办\n{ORDER}\n", encoding="utf-8")
    (tmp_path / "线索.jsonl").write_text(json.dumps({"id": "1", "text": ORDER}), encoding="utf-8")
    head: list[object] = ["序号", "应用名称", "主办单位", "备案编号", "有无打卡签到功能"]
    book(tmp_path / "应用台账.xlsx", ["应用台账"], head, [1, "智慧青禾", "青禾镇人民政府", "", "有"])
    book(tmp_path / "走访登记表.xlsx", ["走访登记表"], ["姓名", "年收入（元）"])
    book(tmp_path / "备案清单.xlsx", head, [1, "云岭通", "云岭县数据局", "ZW-1", "无"])
    (tmp_path / "邻县定过的.yaml").write_text(as_text([], "邻县", "邻县定过的.yaml"), encoding="utf-8")
    monkeypatch.setenv("QZ_HOME", str(tmp_path / "home"))
    village = add_unit("柳湾村", UnitKind.VILLAGE, add_unit("云泽县", UnitKind.COUNTY))
    give_seat(open_account("王桂兰", "王编名", None), village, Role.POST, date(2026, 1, 1))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=[f"{page}: {line}" for page, line in COMMANDS])
def test_it_runs_and_writes_what_it_says(folder: Path, page: str, line: str) -> None:
    words = shlex.split(line)[1:]
    done = CliRunner().invoke(group, words, prog_name="qz")
    assert done.exit_code in (0, 1), done.output
    assert not isinstance(done.exception, Exception), done.exception
    for option in ("-o", "--slip", "--baseline"):
        if option in words:
            assert (folder / words[words.index(option) + 1]).exists()


def test_each_guide_shows_commands() -> None:
    assert {page for page, _line in COMMANDS} == {
        "for-administrators.md",
        "for-developers.md",
        "for-issuers.md",
        "for-overseers.md",
        "for-reviewers.md",
    }


def test_the_marked_reason_of_the_guide_silences(folder: Path) -> None:
    """What the guide shows as an accepted reason is accepted."""
    text = (GUIDE / "for-issuers.md").read_text(encoding="utf-8")
    line = next(each.strip() for each in text.splitlines() if "qz:ok" in each and each.startswith("    "))
    notice = folder / "值守.txt"
    for content, silent in ((re.sub(r"（qz:ok.*", "", line), False), (line, True)):
        notice.write_text(content, encoding="utf-8")
        shown = CliRunner().invoke(group, ["check", str(notice)], prog_name="qz").output
        assert ("OP23-06d" not in shown) is silent, shown
