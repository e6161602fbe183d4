"""One form, many files: for each village or each person, named the issuer's way, packed for each post."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.styles import Border, Side

from qingzhuang.cli.fill import command
from qingzhuang.store.ledger.commands import record
from tests.answer.known import person, said

LI, WANG, LU = (person(date(1940, at, 1), at, name) for at, name in ((7, "李甲"), (3, "王乙"), (5, "陆丙")))
HOMES = {LI: "柳湾村", WANG: "柳湾村", LU: "上坪村"}


@pytest.fixture(autouse=True)
def told(db: None) -> None:
    facts = [
        said(who, key, value).fact
        for who, village in HOMES.items()
        for key, value in {"person.name": who.name, "person.id_no": who.key, "place.village": village}.items()
    ]
    record(facts)


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["老年人名册"], ["姓名", "身份证号"], [None, None], [None, None]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    edge = Side("thin")
    for cells in sheet["A2:B4"]:
        for cell in cells:
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    sheet.append(["注：请以“村名-表名-日期”命名报送。"])
    sheet.merge_cells("A5:B5")
    path = tmp_path / "forms" / "老年人名册.xlsx"
    path.parent.mkdir()
    book.save(path)
    return path


@pytest.fixture
def card(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["老年人情况登记卡"], ["姓名", None, "性别", None], ["身份证号", None, "出生日期", None]):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    edge = Side("thin")
    for cells in sheet["A2:D3"]:
        for cell in cells:
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)
    path = tmp_path / "老年人情况登记卡.xlsx"
    book.save(path)
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def names(folder: Path, suffix: str = ".xlsx") -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.suffix == suffix)


def column(path: Path) -> list[object]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [row[0] for row in sheet.iter_rows(min_row=3, values_only=True) if row[0]]


def test_each_village_gets_its_file_under_the_name_that_the_form_asks_for(roll: Path, tmp_path: Path) -> None:
    run(roll, "-o", tmp_path / "out", "--per", "village", "--as-of", "2026-11-26")
    assert names(tmp_path / "out") == ["上坪村-老年人名册-20261126.xlsx", "柳湾村-老年人名册-20261126.xlsx"]
    assert column(tmp_path / "out" / "上坪村-老年人名册-20261126.xlsx")[0] == "陆丙"
    assert set(column(tmp_path / "out" / "柳湾村-老年人名册-20261126.xlsx")[:2]) == {"李甲", "王乙"}


def test_a_pattern_of_ones_own_goes_before_the_printed_one(roll: Path, tmp_path: Path) -> None:
    run(roll, "-o", tmp_path / "out", "--scope", "柳湾村", "--name-pattern", "{表名}（{单位}）")
    assert names(tmp_path / "out") == ["老年人名册（柳湾村）.xlsx"]
    assert run(roll, "-o", tmp_path / "out", "--name-pattern", "{身份证号}").exit_code == 2


def test_each_person_that_the_title_means_gets_a_card_and_no_number_is_in_a_name(
    card: Path, tmp_path: Path
) -> None:
    run(card, "-o", tmp_path / "out", "--per", "subject", "--as-of", "2026-11-26")
    found = names(tmp_path / "out")
    assert found == [f"老年人情况登记卡-{name}.xlsx" for name in ("李甲", "王乙", "陆丙")]
    assert not any(who.key in name for who in HOMES for name in found)


def test_a_post_gets_one_archive_that_windows_reads_with_receipts_and_a_list_of_contents(
    roll: Path, tmp_path: Path
) -> None:
    words = (roll, "-o", tmp_path / "out", "--per", "village", "--as-of", "2026-11-26", "--zip", "--receipt")
    run(*words)
    made = tmp_path / "out" / "柳湾村-20261126.zip"
    first = made.read_bytes()
    with zipfile.ZipFile(io.BytesIO(first)) as box:
        assert sorted(box.namelist()) == [
            "柳湾村-老年人名册-20261126.xlsx",
            "柳湾村-老年人名册-20261126.xlsx.回执.json",
            "清单.xlsx",
        ]
        assert all(each.flag_bits & 0x800 for each in box.infolist()), "names are marked as UTF-8"
        contents = openpyxl.load_workbook(io.BytesIO(box.read("清单.xlsx"))).active
        assert contents is not None
        assert contents["A3"].value == "柳湾村-老年人名册-20261126.xlsx"
        receipt = json.loads(box.read("柳湾村-老年人名册-20261126.xlsx.回执.json"))
    assert receipt["file"] == "柳湾村-老年人名册-20261126.xlsx"


def test_what_changed_since_is_found_for_each_file_in_the_folder_sent_before(
    roll: Path, tmp_path: Path
) -> None:
    words = ("--per", "village", "--name-pattern", "{单位}-{表名}", "--receipt")
    run(roll, "-o", tmp_path / "上次", *words)
    more = person(date(1941, 1, 1), 9, "新丁")
    record(
        [
            said(more, key, value).fact
            for key, value in {
                "person.name": "新丁",
                "person.id_no": more.key,
                "place.village": "上坪村",
            }.items()
        ]
    )
    result = run(roll, "-o", tmp_path / "这次", *words, "--since", tmp_path / "上次")
    assert result.exit_code == 0, result.output
    changes = openpyxl.load_workbook(tmp_path / "这次" / "上坪村-老年人名册（变动清单）.xlsx").active
    same = openpyxl.load_workbook(tmp_path / "这次" / "柳湾村-老年人名册（变动清单）.xlsx").active
    assert changes is not None
    assert same is not None
    assert [row[0] for row in changes.iter_rows(min_row=3, values_only=True)] == ["新增"]
    assert same.max_row == 2


def test_a_long_list_given_as_csv_is_poured_into_the_template(roll: Path, tmp_path: Path) -> None:
    data = tmp_path / "名单.csv"
    lines = ["姓名,身份证号", *(f"甲{at},{LI.key}" for at in range(500))]
    data.write_text("\n".join(lines), encoding="gb18030")
    result = run(roll, "-o", tmp_path / "out", "--data", data, "--no-verify")
    assert "填了 1,000 格" in result.output or "填了 1000 格" in result.output
    assert column(tmp_path / "out" / "老年人名册.xlsx")[:500] == [f"甲{at}" for at in range(500)]


def test_a_csv_without_records_is_refused_in_words(roll: Path, tmp_path: Path) -> None:
    data = tmp_path / "名单.csv"
    data.write_text("姓名,身份证号\n", encoding="utf-8")
    result = run(roll, "-o", tmp_path / "out", "--data", data)
    assert "QZ-R092" in result.output


def test_all_villages_stand_in_one_file_a_sheet_each(roll: Path, tmp_path: Path) -> None:
    result = run(
        roll, "-o", tmp_path / "out", "--sheets", "--name-pattern", "{表名}-{日期}", "--as-of", "2026-11-26"
    )
    assert result.exit_code == 0, result.output
    book = openpyxl.load_workbook(tmp_path / "out" / "老年人名册-20261126.xlsx")
    assert book.sheetnames == ["上坪村", "柳湾村"]
    assert book["上坪村"]["A3"].value == "陆丙"
    assert {book["柳湾村"][cell].value for cell in ("A3", "A4")} == {"李甲", "王乙"}
