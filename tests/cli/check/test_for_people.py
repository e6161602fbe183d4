"""What a person reads: one rule in one line of a text is told once, the law's words once, carets under every span."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from qingzhuang.cli.check.for_people import width
from qingzhuang.cli.main import group

TWICE = "请各村收到通知后10分钟内回复，并在群里接龙报到。"
FAR = (
    "走访时须在APP上传现场照片，" + "平时认真负责、按时保质、注意方法、讲究实效、" * 4 + "还要上传完整轨迹。"
)


def told(folder: Path, text: str) -> list[str]:
    path = folder / "通知.txt"
    path.write_text(text, encoding="utf-8")
    return CliRunner().invoke(group, ["check", str(path)], prog_name="qz").output.splitlines()


def test_one_rule_in_one_line_is_told_once_with_all_its_spans(tmp_path: Path) -> None:
    lines = told(tmp_path, TWICE)
    heads = [line for line in lines if "OP23-06d" in line and not line.startswith(" ")]
    assert len(heads) == 1
    carets = lines[lines.index(heads[0]) + 2]
    assert len(carets.split("|")[1].split()) == 2
    assert sum("可以这样" in line for line in lines) == 2


def test_the_words_of_the_law_stand_once(tmp_path: Path) -> None:
    lines = told(tmp_path, f"{TWICE}\n另外，{TWICE}")
    assert sum("据转述" in line for line in lines) == 1
    assert sum("用语见上" in line for line in lines) == 1


@pytest.mark.parametrize("text", [TWICE, FAR, f"第一段\n\n{FAR}", "字" * 300 + TWICE])
def test_no_caret_stands_outside_its_line(tmp_path: Path, text: str) -> None:
    lines = told(tmp_path, text)
    marked = [index for index, line in enumerate(lines) if line.startswith("  | ") and "^" in line]
    assert marked
    assert all(width(lines[index]) <= width(lines[index - 1]) for index in marked)


def test_the_summary_says_what_was_read_in_its_own_unit(tmp_path: Path) -> None:
    (summed,) = [line for line in told(tmp_path, f"各村：\n{TWICE}\n特此通知。") if line.startswith("查了")]
    assert summed.startswith("查了 1 份（3 段文字）：")


def test_where_nothing_could_be_read_nothing_is_summed_up_as_clean(tmp_path: Path) -> None:
    output = CliRunner().invoke(group, ["check", str(tmp_path / "没有.txt")], prog_name="qz").output
    assert "没有发现" not in output
