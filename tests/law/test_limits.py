"""Lines that rules draw are dated, carry their reference, and say whether a place may move them."""

import ast
from datetime import date
from pathlib import Path

import qingzhuang.packs
from qingzhuang.check.rule import Setting, given
from qingzhuang.law.limits import limits
from qingzhuang.law.parameter import Basis
from qingzhuang.model.case import CaseKind

SETTING = Setting(date(2026, 11, 26))


def test_every_line_has_a_source_and_a_day_on_which_someone_looked() -> None:
    for line in limits().values():
        for value in line.values:
            assert value.source
            assert value.looked_on >= date(2026, 11, 1)


def test_our_own_estimate_is_always_a_local_setting() -> None:
    for line in limits().values():
        if any(value.basis is Basis.ASSUMPTION for value in line.values):
            assert line.local, line.id


def test_every_line_is_drawn_by_a_rule_and_every_rule_s_line_exists() -> None:
    used: set[str] = set()
    for path in Path(qingzhuang.packs.__file__).parent.glob("*/rules/*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        calls = [
            n for n in ast.walk(tree) if isinstance(n, ast.Call) and getattr(n.func, "attr", "") == "limit"
        ]
        asked = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
        assert asked <= set(limits())
        used |= {text for text in texts if isinstance(text, str)} & set(limits()) if calls else set()
    assert used == set(limits())


def test_a_place_s_own_line_comes_first() -> None:
    case = given(CaseKind.APP)
    assert SETTING.limit("stale_days", case) == 60.0
    assert Setting(SETTING.today, {"stale_days": 30.0}).limit("stale_days", case) == 30.0
