"""A file that takes too long is set aside with its problem, and the folder goes on."""

import json
import signal
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from qingzhuang.cli import read
from qingzhuang.cli.patience import in_time
from qingzhuang.intake.read import read_any
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Workbook
from tests.intake.test_read import book


def _forever() -> None:
    """Work of ours that does not end, and takes whatever stops it for a fault of its own."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            sum(range(1000))
        except Exception:  # noqa: S112 - as careless code does
            continue


def test_a_folder_goes_on_past_the_file_that_does_not_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(file: str, content: bytes, **options: object) -> Workbook:
        if file == "m慢.xlsx":
            _forever()
        return read_any(file, content)

    for name in ("a.xlsx", "m慢.xlsx", "z.xlsx"):
        (tmp_path / name).write_bytes(book([["困难户名册"], ["序号", "姓名"], ["", ""]]))
    monkeypatch.setattr(read, "read_any", slow)
    monkeypatch.setenv("QZ_PATIENCE", "0.2")
    before = signal.getsignal(signal.SIGINT)
    result = CliRunner().invoke(read.command, [str(tmp_path)])
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [len(each["tables"]) for each in found] == [1, 0, 1]
    assert [problem["code"] for problem in found[1]["problems"]] == ["QZ-C009"]
    assert result.exit_code == 1
    assert signal.getsignal(signal.SIGINT) is before


def test_what_is_done_in_time_is_returned_and_a_person_may_still_stop_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where the tests themselves are run with interrupts ignored."""
    assert in_time("表.xlsx", lambda: 7) == 7
    monkeypatch.setattr(signal, "getsignal", lambda _number: signal.default_int_handler)
    with pytest.raises(KeyboardInterrupt):
        in_time("表.xlsx", lambda: signal.raise_signal(signal.SIGINT))


def test_beside_the_main_thread_there_is_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_PATIENCE", "0.01")
    found: list[int] = []

    def work() -> int:
        time.sleep(0.05)
        return 7

    beside = threading.Thread(target=lambda: found.append(in_time("表.xlsx", work)))
    beside.start()
    beside.join()
    assert found == [7]


def test_a_setting_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QZ_PATIENCE", "很久")
    with pytest.raises(ProblemError, match="QZ-C008"):
        in_time("表.xlsx", lambda: 7)
