"""No file stops the folder, no fault of ours shows as a traceback, and nothing is passed over in silence."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import qingzhuang.cli.fill_ledger
import qingzhuang.cli.main
import qingzhuang.cli.read
import qingzhuang.pipeline.weighing
from qingzhuang.cli.guard import attempt, overlooked
from qingzhuang.cli.main import group, main
from qingzhuang.model.problem import Problem, Severity
from tests.intake.test_read import book

pytestmark = pytest.mark.django_db

FORM = book([["老年人名册"], ["姓名", "身份证号", "联系电话"], ["", "", ""]])


def fails(*_arguments: object, **_options: object) -> object:
    raise RuntimeError("odd")


def test_a_fault_of_ours_becomes_a_problem_of_that_file() -> None:
    problem = attempt("甲.xlsx", fails)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.where) == ("QZ-C001", "甲.xlsx")


def test_a_file_that_the_disk_refuses_becomes_a_problem_of_that_file(tmp_path: Path) -> None:
    problem = attempt("甲.xlsx", (tmp_path / "none").read_bytes)
    assert isinstance(problem, Problem)
    assert problem.code == "QZ-C002"
    assert "没有这个文件或文件夹" in problem.message


def test_a_folder_without_forms_is_said_to_hold_none(tmp_path: Path) -> None:
    (problem,) = overlooked([tmp_path])
    assert (problem.code, problem.severity) == ("QZ-C003", Severity.ERROR)


def test_files_that_are_no_forms_are_named_not_passed_over(tmp_path: Path) -> None:
    for name in ("通知.ofd", "打包.rar", "表.xlsx"):
        (tmp_path / name).write_bytes(b"")
    (problem,) = overlooked([tmp_path])
    assert (problem.code, problem.severity) == ("QZ-C004", Severity.NOTE)
    assert "打包.rar、通知.ofd" in problem.message


@pytest.mark.parametrize("extra", [False, True])
def test_an_archive_whose_files_lie_beside_it_is_not_passed_over(tmp_path: Path, extra: bool) -> None:
    (tmp_path / "甲村").mkdir()
    (tmp_path / "甲村" / "名册.xlsx").write_bytes(FORM)
    with zipfile.ZipFile(tmp_path / "甲村-20260701.zip", "w") as box:
        box.writestr("名册.xlsx", FORM)
        box.writestr("清单.xlsx", b"list")
        if extra:
            box.writestr("别的.xlsx", FORM)
    assert [each.code for each in overlooked([tmp_path])] == (["QZ-C004"] if extra else [])


def test_a_folder_without_forms_is_not_weighed_and_the_cure_is_told(
    tmp_path: Path,
) -> None:
    """A report of noughts would say that the folder costs nothing."""
    done = CliRunner().invoke(group, ["weigh", str(tmp_path), "-o", str(tmp_path / "称.html")])
    assert done.exit_code == 1
    assert "QZ-F161" in done.output
    assert "0" not in done.stdout
    assert not (tmp_path / "称.html").exists()
    told = json.loads(CliRunner().invoke(group, ["weigh", str(tmp_path), "--format", "json"]).stdout)
    assert [each["code"] for each in told["problems"]] == ["QZ-C003", "QZ-F161"]


@pytest.mark.parametrize("name", ["read", "match", "weigh", "ask"])
def test_every_command_goes_on_after_a_file_that_trips_the_reader(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The odd file is told with its code; the good one is in the answer."""
    from qingzhuang.intake.read import read_any, read_form

    def tripped(by: Callable[[str, bytes], object]) -> Callable[..., object]:
        return lambda file, content, **options: fails() if "怪" in file else by(file, content)

    monkeypatch.setattr("qingzhuang.cli.read.read_any", tripped(read_any))
    for place in ("cli.ask", "pipeline.weighing"):
        monkeypatch.setattr(f"qingzhuang.{place}.read_form", tripped(read_form))
    (tmp_path / "怪.xlsx").write_bytes(FORM)
    (tmp_path / "老年人名册.xlsx").write_bytes(FORM)
    done = CliRunner().invoke(group, [name, str(tmp_path), "--format", "json"])
    assert done.exit_code == 1, done.output
    documents = (
        [json.loads(line) for line in done.stdout.splitlines()]
        if name == "read"
        else [json.loads(done.stdout)]
    )
    assert [each["code"] for document in documents for each in document["problems"]].count("QZ-C001") == 1


def test_filling_goes_on_after_a_template_that_trips_the_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qingzhuang.cli.fill_ledger, "fill", fails)
    (tmp_path / "老年人名册.xlsx").write_bytes(FORM)
    done = CliRunner().invoke(group, ["fill", str(tmp_path), "-o", str(tmp_path / "填好")])
    assert done.exit_code == 1
    assert "QZ-C001" in done.stderr
    assert not (tmp_path / "填好").exists()


def test_a_report_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "老年人名册.xlsx").write_bytes(FORM)
    done = CliRunner().invoke(
        group, ["weigh", str(tmp_path), "-o", str(tmp_path / "老年人名册.xlsx" / "报告.html")]
    )
    assert done.exit_code == 1
    assert "QZ-F121" in done.stderr
    assert "报告写在" not in done.stdout


def test_nobody_ever_sees_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qingzhuang.cli.main, "group", fails)
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 1
    assert "QZ-C001" in capsys.readouterr().err
