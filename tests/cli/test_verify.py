"""`qz verify` and the same look after `qz fill`: one list of what is doubtful, nothing is held up."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qingzhuang.cli.fill import command as fill_command
from qingzhuang.cli.verify import command
from qingzhuang.store import clock
from tests.answer.lookover.filled import AS_OF, ROLL, figures, luck, people, roll, villages


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: AS_OF)


def put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])


def faulty() -> bytes:
    rows = people(luck(1), 6)
    rows[2][8], rows[4][5] = "还行", 3
    return roll(rows)


@pytest.mark.usefixtures("db")
def test_a_form_filled_by_hand_is_looked_over_and_each_doubt_says_cell_reason_and_cure(
    tmp_path: Path,
) -> None:
    result = run(put(tmp_path / "名册.xlsx", faulty()))
    assert result.exit_code == 0
    assert "送出前看一眼（2 处）" in result.stdout
    first, second = [line for line in result.stdout.splitlines() if "·" in line]
    assert (
        "!I5 健康状况（写的是“还行”）：表自己不收这个内容。" in first
    )  # what the issuer's file refuses comes first
    assert "!F7 年龄" in second
    assert "QZ-R088" in second or "QZ-R087" in second


def test_a_form_that_is_right_gets_one_line(tmp_path: Path) -> None:
    result = run(put(tmp_path / "名册.xlsx", roll(people(luck(2), 6))), "--no-ledger")
    assert "没有看出问题" in result.stdout


def test_a_program_gets_every_cell_by_itself(tmp_path: Path) -> None:
    rows = villages(luck(3), 4)
    rows[0][1] = 1
    path = put(tmp_path / "统计.xlsx", figures(rows))
    document = json.loads(run(path, "--no-ledger", "--format", "json").stdout)
    (file,) = document["files"]
    first = file["doubts"][0]
    assert (first["code"], first["kind"], first["forbidden"]) == ("QZ-R080", "equation", False)
    assert first["where"].endswith("!B3")
    assert "合计=男+女" in first["rule"]
    assert first["value"] == "1"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path / "坏.xlsx", b"PK\x03\x04 nothing")
    put(tmp_path / "好.xlsx", roll(people(luck(2), 6)))
    result = run(tmp_path, "--no-ledger")
    assert result.exit_code == 1
    assert "没有看出问题" in result.stdout


def _given(tmp_path: Path, *more: str) -> Result:
    template = put(tmp_path / "名册.xlsx", roll([[None] * 9 for _at in range(3)], ""))
    rows = [dict(zip((each.lstrip("*") for each in ROLL), row, strict=True)) for row in people(luck(4), 2)]
    rows[1]["年龄"] = 3
    data = put(tmp_path / "内容.json", json.dumps({"rows": rows}, ensure_ascii=False).encode())
    words = [str(template), "-o", str(tmp_path / "填好"), "--data", str(data), *more]
    return CliRunner().invoke(fill_command, words)


def test_what_was_filled_is_looked_over_at_once_unless_it_is_not_wanted(tmp_path: Path) -> None:
    told = json.loads(_given(tmp_path, "--format", "json").stdout)["files"][0]["doubts"]
    assert [(each["kind"], each["label"]) for each in told] == [("disagrees", "年龄")]
    assert json.loads(_given(tmp_path, "--no-verify", "--format", "json").stdout)["files"][0]["doubts"] == []
    assert "送出前看一眼（1 处）" in _given(tmp_path).stdout
    assert date(2026, 11, 26) == AS_OF
