"""`qz check` tells what is wrong, in whose words, and how to ask lawfully; a clean file is silent."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.main import group

ORDER = "请各村干部每天在“青禾通”APP上打卡，不得遗漏。"
BAN = "除安保、应急等特殊场景规定外，不得设置打卡签到、积分排名、统计在线时长等强制性功能。"


def qz(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", *arguments], prog_name="qz")


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "通知.txt"
    path.write_text(f"关于打卡的通知\n{ORDER}\n青禾镇人民政府\n2026年11月20日\n", encoding="utf-8")
    return path


@pytest.fixture
def register(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["云岭县政务应用程序台账"])
    sheet.append(["序号", "应用名称", "主办单位", "备案编号", "有无打卡签到功能", "投诉建议入口"])
    sheet.append([1, "智慧青禾", "青禾镇人民政府", "", "有", "无"])
    sheet.append([2, "云岭通", "云岭县数据局", "ZW-1", "无", "有"])
    path = tmp_path / "应用台账.xlsx"
    book.save(path)
    return path


def test_a_finding_names_place_rule_words_and_a_lawful_way(notice: Path) -> None:
    done = qz(str(notice))
    assert done.exit_code == 1
    assert "通知.txt 第2行  APP26-P2" in done.output
    assert "《政务移动互联网应用程序规范化管理办法》" in done.output
    assert "（不得，2026-01-25 起施行）" in done.output
    assert "可以这样：" in done.output


def test_carets_stand_under_the_words(notice: Path) -> None:
    lines = qz(str(notice)).output.splitlines()
    shown = next(index for index, line in enumerate(lines) if ORDER in line)
    before = ORDER.index("每天")
    assert lines[shown + 1].index("^") == 4 + 2 * before


def test_a_text_that_quotes_the_ban_is_clean(tmp_path: Path) -> None:
    path = tmp_path / "规定.txt"
    path.write_text(BAN, encoding="utf-8")
    done = qz(str(path))
    assert done.exit_code == 0
    assert "没有发现" in done.output


def test_a_demand_of_before_the_rule_breaks_nothing(notice: Path) -> None:
    assert qz(str(notice), "--on", "2020-01-01").exit_code == 0
    found = json.loads(qz(str(notice), "--on", "2024-01-15", "--format", "json").output)["files"][0][
        "findings"
    ]
    assert {each["rule"].split("-")[0] for each in found} <= {"OP23"}


def test_a_register_is_checked_row_by_row_with_its_cells(register: Path) -> None:
    found = json.loads(qz(str(register), "--format", "json").output)["files"][0]
    assert found["kind"] == "register"
    assert found["things"] == 2
    where = {(each["rule"], each["where"], each["subject"]) for each in found["findings"]}
    assert ("APP26-P2", "Sheet!E3", "智慧青禾") in where
    assert all(subject == "智慧青禾" for _rule, _where, subject in where)


def test_the_filing_list_tells_what_is_not_filed(register: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["序号", "应用名称", "主办单位", "备案编号"])
    sheet.append([1, "云岭通", "云岭县数据局", "ZW-1"])
    filings = tmp_path / "已备案政务应用程序清单.xlsx"
    book.save(filings)
    found = json.loads(qz(str(register), "--filings", str(filings), "--format", "json").output)
    unfiled = {each["subject"] for each in found["files"][0]["findings"] if each["rule"] == "APP26-05a"}
    assert unfiled == {"智慧青禾"}


def test_a_chat_gives_each_message_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "群.txt"
    path.write_text(f"2026-11-20 08:00:00 镇办\n{ORDER}\n\n2026-11-20 08:01:00 甲\n收到\n", encoding="utf-8")
    found = json.loads(qz(str(path), "--format", "json").output)["files"][0]
    assert found["kind"] == "chat"
    assert found["things"] == 2
    assert [each["where"] for each in found["findings"]] == ["第1行"]


def test_a_batch_answers_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    rows = [{"id": "a", "text": ORDER}, {"id": "b", "text": BAN}]
    path.write_text(
        "\n".join(json.dumps(each, ensure_ascii=False) for each in rows) + "\n坏的\n", encoding="utf-8"
    )
    done = qz("--batch", str(path))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["id"] for each in answers] == ["a", "b"]
    first = answers[0]["findings"][0]
    assert ORDER[first["start"] : first["end"]] == first["text"]
    assert first["label"] == "checkin_relay"
    assert answers[1]["findings"] == []
    assert "第3行" in done.stderr
    assert done.exit_code == 1


def test_silence_with_a_reason_and_a_baseline_hide_what_is_known(notice: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "上次.json"
    assert qz(str(notice), "--baseline", str(baseline)).exit_code == 1
    again = qz(str(notice), "--baseline", str(baseline))
    assert again.exit_code == 0
    assert "还在 1 条" in again.stderr
    text = notice.read_text(encoding="utf-8").replace(
        "不得遗漏。", "不得遗漏。（qz:ok APP26-P2 防汛应急响应期间，到9月30日止）"
    )
    notice.write_text(text, encoding="utf-8")
    assert qz(str(notice)).exit_code == 0


def test_sarif_is_one_document(notice: Path) -> None:
    log = json.loads(qz(str(notice), "--format", "sarif").output)
    assert log["version"] == "2.1.0"
    assert log["runs"][0]["results"][0]["ruleId"] == "APP26-P2"


def test_what_cannot_be_read_is_told_and_the_rest_is_done(notice: Path, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04broken")
    done = qz(str(broken), str(notice))
    assert done.exit_code == 1
    assert "APP26-P2" in done.output
    assert "QZ-R00" in done.stderr


def test_a_call_without_files_says_what_to_write() -> None:
    done = qz()
    assert done.exit_code == 2
    assert "--batch" in done.output


@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_every_format_can_be_written_to_a_file(notice: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "检查"
    done = qz(str(notice), "--format", form, "-o", str(target))
    assert done.exit_code == 1
    assert "APP26-P2" in target.read_text(encoding="utf-8")
    assert "APP26-P2" not in done.output
    assert "写在" in done.output


def test_a_file_that_cannot_be_written_is_a_wrong_call(notice: Path, tmp_path: Path) -> None:
    done = qz(str(notice), "-o", str(tmp_path / "没有" / "检查.html"), "--format", "html")
    assert done.exit_code == 2
    assert "写不进" in done.output


def test_half_a_character_stops_no_format(tmp_path: Path) -> None:
    path = tmp_path / "坏字.jsonl"
    record = {
        "from": "甲",
        "msgtype": "text",
        "msgtime": 1763600000000,
        "text": {"content": ORDER + "\ud83d"},
    }
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    for form in ("text", "json", "sarif", "html"):
        assert qz(str(path), "--format", form).exit_code in (0, 1)


def test_slips_are_written_once_and_never_over_a_signed_one(notice: Path, tmp_path: Path) -> None:
    folder = tmp_path / "信"
    assert "商请函写在" in qz(str(notice), "--slip", str(folder)).stderr
    letter = folder / "通知-商请函.docx"
    assert letter.read_bytes().startswith(b"PK")
    assert "由贵单位决定" in letter.with_suffix(".txt").read_text(encoding="utf-8")
    letter.write_bytes(b"signed")
    assert "没有动它" in qz(str(notice), "--slip", str(folder)).stderr
    assert letter.read_bytes() == b"signed"


def test_two_files_of_one_name_get_two_letters(notice: Path, tmp_path: Path) -> None:
    other = tmp_path / "别的局"
    other.mkdir()
    (other / notice.name).write_bytes(notice.read_bytes())
    qz(str(notice), str(other / notice.name), "--slip", str(tmp_path / "信"))
    assert {each.name for each in (tmp_path / "信").glob("*.docx")} == {
        "通知-商请函.docx",
        "通知-商请函（2）.docx",
    }


def test_help_shows_how_to_begin() -> None:
    shown = qz("--help").output
    assert "例子：" in shown
    assert "qz check 通知.docx" in shown
    assert "退出码" in shown


CHAT = """消息记录（此消息记录为文本格式，不支持重新导入）

================================================================
消息分组:我的群
================================================================
消息对象:{name}
================================================================

2026-11-16 21:40:12 王建国(10001)
请各村明天下班前把甲类台账的更新情况报镇经发办，10分钟内必须回复收到，李秀英 13812345678

2026-11-17 10:00:00 王建国(10001)
请各村明天下班前把乙类台账的更新情况报镇经发办

2026-11-17 10:05:00 王建国(10001)
请各村明天下班前把丙类台账的更新情况报镇经发办
"""


def test_groups_are_counted_and_compared_and_nobody_is_named(tmp_path: Path) -> None:
    for name in ("经发群", "台账群"):
        (tmp_path / f"{name}.txt").write_text(CHAT.format(name=name), encoding="utf-8")
    done = qz(str(tmp_path))
    assert "“经发群”：3 条消息，其中布置工作的 3 条" in done.output
    assert "非工作时间 1 条（33%）" in done.output
    assert "通知与这些群相同：台账群" in done.output
    assert "OP23-09c" in done.output
    found = json.loads(qz(str(tmp_path), "--format", "json").output)["files"]
    assert [each["groups"][0]["reply_required"] for each in found] == [1, 1]
    shown = (
        done.output + json.dumps(found, ensure_ascii=False) + qz(str(tmp_path), "--format", "sarif").output
    )
    assert not any(secret in shown for secret in ("王建国", "李秀英", "13812345678", "10001"))


def test_a_tip_off_is_sorted_into_the_nine_kinds(tmp_path: Path) -> None:
    path = tmp_path / "线索.txt"
    path.write_text(
        "类别：推广类\n应用名称：青禾通\n单位：云岭县数据局\n内容：要求每名干部必须下载，每天打卡\n",
        encoding="utf-8",
    )
    done = qz(str(path), "--kind", "clue")
    assert done.exit_code == 1
    assert "A 强制使用：" in done.output
    assert "来件自己写的类别：推广类" in done.output
    told = json.loads(qz(str(path), "--kind", "clue", "--format", "json").output)["files"][0]["clue"]
    assert (told["category"], told["unit"]) == ("A", "云岭县数据局")
    assert {"A", "B"} <= set(told["found"])


def test_what_a_register_says_of_a_group_counts_for_its_export(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["工作群台账"])
    sheet.append(["序号", "群名称", "建群单位", "群性质", "任务完成时间", "群主"])
    sheet.append([1, "经发群", "青禾镇经发办", "临时", "2026-05-01", "王某"])
    book.save(tmp_path / "群台账.xlsx")
    (tmp_path / "经发群.txt").write_text(CHAT.format(name="经发群"), encoding="utf-8")
    found = json.loads(qz(str(tmp_path), "--format", "json").output)["files"]
    chat = next(each for each in found if each["kind"] == "chat")
    assert "OP23-10a" in {each["rule"] for each in chat["findings"]}


def test_personal_data_beside_a_finding_are_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("请村民王建国（13812345678）每天在“青禾通”APP上打卡，不得遗漏。", encoding="utf-8")
    shown = qz(str(path)).output + qz(str(path), "--format", "json").output
    assert "打卡" in shown
    assert "13812345678" not in shown
    assert "王建国" not in shown
