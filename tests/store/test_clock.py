"""The day is China's, wherever the machine thinks it stands: what is imported today can be used today."""

import ast
from datetime import datetime, timedelta
from pathlib import Path

import qingzhuang.cli
from qingzhuang.store import clock


def test_now_is_chinas_time() -> None:
    assert clock.now().utcoffset() == timedelta(hours=8)
    assert clock.today() == datetime.now(clock.CHINA).date()


def test_no_command_has_a_clock_of_its_own() -> None:
    folder = Path(qingzhuang.cli.__file__).parent
    for path in folder.glob("*.py"):
        if path.name != "clock.py":
            calls = [
                node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
            ]
            names = {ast.unparse(call.func) for call in calls}
            assert not names & {"date.today", "datetime.now", "datetime.today"}, path.name
