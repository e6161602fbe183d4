"""`qz rules` lists the law and prints the page of one provision; `qz new rule` starts another."""

import ast
import json
from pathlib import Path

from click.testing import CliRunner, Result

from qingzhuang.cli.main import group


def qz(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments), prog_name="qz")


def test_the_list_is_grouped_by_instrument() -> None:
    done = qz("rules")
    assert done.exit_code == 0
    assert "整治形式主义为基层减负若干规定" in done.output
    assert "APP26-P2" in done.output
    assert "（只在江苏省）" in done.output
    assert "142 条，机器能查 129 条" in done.output


def test_a_page_says_what_why_and_how() -> None:
    done = qz("rules", "app26-p2")
    assert done.exit_code == 0
    for words in ("查什么", "为什么", "怎么改", "不算", "五项禁止（二）（条号未核）", "2026-01-25"):
        assert words in done.output


def test_what_no_machine_judges_has_a_page_with_the_reason() -> None:
    assert "机器不判断：" in qz("rules", "APP26-07b").output


def test_an_unknown_code_is_met_with_the_nearest() -> None:
    done = qz("rules", "APP26-P3")
    assert done.exit_code == 1
    assert "是不是 APP26-P3" in done.output


def test_the_document_for_programs_hides_words_that_were_not_verified() -> None:
    every = {each["code"]: each for each in json.loads(qz("rules", "--format", "json").output)}
    assert len(every) == 142
    assert every["INSP24-07"]["words"] == ""
    assert every["APP26-P2"]["quoted"]
    assert every["APP26-P2"]["gravity"] == "breach"
    assert every["OP23-00"]["not_encoded"]
    one = json.loads(qz("rules", "RG24-08a", "--format", "json").output)
    assert set(one["page"]) == {"查什么", "为什么", "怎么改", "不算"}


def test_pages_are_written_to_a_folder(tmp_path: Path) -> None:
    assert qz("rules", "--write", str(tmp_path / "rules")).exit_code == 0
    assert "查得全不全" in (tmp_path / "rules" / "coverage.md").read_text("utf-8")


def test_a_new_rule_starts_with_everything_a_rule_needs(tmp_path: Path) -> None:
    done = qz("new", "rule", "rg24", "late_night_calls", "--code", "RG24-08a", "--packs", str(tmp_path))
    assert done.exit_code == 0, done.output
    text = (tmp_path / "rg24" / "rules" / "late_night_calls.py").read_text("utf-8")
    module: dict[str, object] = {}
    exec(compile(ast.parse(text), "new", "exec"), module)  # noqa: S102 - our own skeleton
    made = module["late_night_calls"].__rule__  # type: ignore[attr-defined]
    assert (made.code, made.name) == ("RG24-08a", "late_night_calls")
    assert len(made.examples) == 3
    assert "不得频繁要求基层填表格报材料" in text
    assert [line.strip()[:3] for line in made.page.splitlines()] == ["查什么", "为什么", "怎么改", "不算："]


def test_a_new_rule_takes_the_first_provision_that_has_none(tmp_path: Path) -> None:
    qz("new", "rule", "PIPL", "no_basis", "--packs", str(tmp_path))
    assert '"PIPL-13"' in (tmp_path / "pipl" / "rules" / "no_basis.py").read_text("utf-8")


def test_a_new_rule_is_refused_with_the_cure(tmp_path: Path) -> None:
    for arguments, words in (
        (("NOPE", "x"), "没有 NOPE 这部规定"),
        (("PIPL", "Bad-Name"), "用小写英文和下划线"),
        (("PIPL", "../../x"), "用小写英文和下划线"),
        (("VIL22", "x"), "先在 articles.yaml 里加上"),
    ):
        done = qz("new", "rule", *arguments, "--packs", str(tmp_path))
        assert done.exit_code == 1
        assert words in done.output
    assert qz("new", "rule", "PIPL", "once", "--packs", str(tmp_path)).exit_code == 0
    assert "已经有了" in qz("new", "rule", "PIPL", "once", "--packs", str(tmp_path)).output
