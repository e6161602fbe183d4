"""Files are told apart by content, whatever their suffix says; a bad record or a broken file stops nothing."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group

ORDER = "请各村干部每天在“青禾通”APP上打卡，不得遗漏。"


def qz(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", *arguments], prog_name="qz")


def kinds(folder: Path) -> dict[str, str]:
    return {
        each["file"]: each["kind"] for each in json.loads(qz(str(folder), "--format", "json").stdout)["files"]
    }


@pytest.fixture
def register(tmp_path: Path) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["序号", "应用名称", "主办单位", "备案编号", "有无打卡签到功能"])
    sheet.append([1, "智慧青禾", "云岭县数据局", "ZW-1", "有"])
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return path.read_bytes()


@pytest.mark.parametrize("name", ["台账.docx", "台账.txt", "台账.json", "台账.pdf"])
def test_a_register_is_one_under_any_suffix(tmp_path: Path, register: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(register)
    assert kinds(tmp_path)[name] == "register"


ROWS = (
    ("序号", "应用名称", "主办单位", "备案编号", "有无打卡签到功能"),
    ("1", "智慧青禾", "云岭县数据局", "ZW-1", "有"),
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("台账.csv", "\n".join(map(",".join, ROWS)).encode("gb18030")),
        ("台账.xls", "\n".join(map("\t".join, ROWS)).encode("utf-16")),
        (
            "导出.xls",
            "<table>{}</table>".format(
                "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in row)}</tr>" for row in ROWS)
            ).encode(),
        ),
    ],
)
def test_a_register_is_one_in_texts_and_pages_too(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = json.loads(qz(str(tmp_path), "--format", "json").stdout)["files"][:1]
    assert (found["file"], found["kind"]) == (name, "register")
    assert found["findings"]


@pytest.mark.parametrize("name", ["通知.xlsx", "通知.docx", "通知.pdf", "通知.csv"])
def test_a_text_is_a_notice_under_any_suffix(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(ORDER, encoding="utf-8")
    assert kinds(tmp_path) == {name: "notice"}


def test_a_chat_is_one_under_the_suffix_of_a_document(tmp_path: Path) -> None:
    (tmp_path / "群.docx").write_text(
        f"2026-10-05 21:40 甲：{ORDER}\n2026-10-05 21:41 乙：收到", encoding="utf-8"
    )
    assert kinds(tmp_path) == {"群.docx": "chat"}


def test_records_of_odd_shapes_are_passed_over(tmp_path: Path) -> None:
    odd: list[object] = [
        {"msgtype": 5, "action": None},
        {"msgtype": "text", "text": [1]},
        {"msgtype": "mixed", "mixed": {"item": 5}},
        {"msgtype": "mixed", "mixed": {"item": [1, {"content": 5}]}},
        {"msgtype": "text", "text": {"content": ORDER}, "msgtime": 1e40, "roomid": [1]},
    ]
    (tmp_path / "存档.jsonl").write_text("\n".join(json.dumps(each) for each in odd), encoding="utf-8")
    (tmp_path / "微信.csv").write_text(
        'StrContent,StrTime,CreateTime,IsSender\n"' + "长" * 200_000, encoding="utf-8"
    )
    done = qz(str(tmp_path))
    assert "APP26-P2" in done.stdout
    assert "QZ-C001" not in done.stderr


def test_a_short_order_to_answer_is_work(tmp_path: Path) -> None:
    (tmp_path / "群.txt").write_text("2026-10-05 21:40 甲：请每天打卡\n" * 3, encoding="utf-8")
    assert "要求回复 3 条（100%）" in qz(str(tmp_path)).stdout
