"""`qz ask` asks of the second check list only what the first visit did not see, and what two lists share once."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from qingzhuang.cli import ledger as ledger_command
from qingzhuang.cli.ask import command
from qingzhuang.cli.fill import command as fill
from qingzhuang.store import clock
from tests.pipeline.test_same_visit import FIRE, GAS, REST, SHOP, xlsx

pytestmark = pytest.mark.django_db
RESULTS = ("☑是 □否", "□是 ☑否", "□是 ☑否", "☑是 □否")


def asked(*files: Path) -> list[str]:
    words = [*map(str, files), "--subject", SHOP, "--format", "json"]
    result = CliRunner().invoke(command, words)
    assert result.exit_code in (0, 1), result.output
    return sorted(
        each["name"]
        for each in json.loads(result.stdout)["questions"]
        if each["element"].startswith("check.point")
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    day = (clock.today() - timedelta(days=5)).isoformat()
    (tmp_path / "填好.xlsx").write_bytes(xlsx("商铺消防安全检查表", FIRE, RESULTS, SHOP, day))
    (tmp_path / "燃气.xlsx").write_bytes(xlsx("餐饮场所燃气安全检查表", GAS))
    (tmp_path / "食品.xlsx").write_bytes(xlsx("小餐饮食品安全检查表", ("灭火器在有效期内", *REST)))
    return tmp_path


def seen(folder: Path) -> None:
    result = CliRunner().invoke(ledger_command.command, ["import", str(folder / "填好.xlsx")])
    assert result.exit_code == 0, result.output


def test_the_second_list_asks_only_what_the_first_visit_did_not_see(folder: Path) -> None:
    seen(folder)
    assert asked(folder / "燃气.xlsx") == ["燃气软管是否老化"]


def test_what_two_lists_ask_is_asked_once(folder: Path) -> None:
    seen(folder)
    assert sorted(asked(folder / "燃气.xlsx", folder / "食品.xlsx")) == [
        "排油烟道是否清洗",
        "燃气软管是否老化",
    ]


def test_the_list_is_filled_from_the_ledger(folder: Path, tmp_path: Path) -> None:
    seen(folder)
    out = tmp_path / "成表"
    result = CliRunner().invoke(fill, [str(folder / "燃气.xlsx"), "--subject", SHOP, "--output", str(out)])
    assert result.exit_code in (0, 1), result.output
    import openpyxl

    (file,) = out.rglob("*.xlsx")
    page = openpyxl.load_workbook(file).worksheets[0]
    assert [str(page.cell(row, 3).value).replace(" ", "") for row in (4, 5, 6)] == [
        "□是☑否",
        "□是☑否",
        "□是□否",
    ]
