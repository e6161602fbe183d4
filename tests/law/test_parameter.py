"""A parameter holds from a day on, and a malformed one is named."""

from datetime import date

import pytest

from qingzhuang.law.parameter import Basis, load_parameters

TEXT = """
parameters:
  - id: fill
    name: 填写
    unit: 秒/格
    values:
      - {since: 2026-07-01, likely: 10, low: 5, high: 20, basis: measured, source: 实测, looked_on: 2026-07-02}
      - {since: 2025-01-01, likely: 18, low: 5, high: 30, basis: assumption, source: 估计, looked_on: 2026-07-02}
"""


def test_the_value_in_force_is_the_latest_before_the_day() -> None:
    fill = load_parameters(TEXT, "t.yaml")["fill"]
    assert [fill.on(day).likely for day in (date(2024, 1, 1), date(2026, 6, 30), date(2026, 7, 1))] == [
        18,
        18,
        10,
    ]
    assert fill.on(date(2026, 8, 1)).basis is Basis.MEASURED


@pytest.mark.parametrize(("old", "new"), [("low: 5", "low: 50"), ("basis: measured", "basis: guessed")])
def test_a_malformed_parameter_is_named(old: str, new: str) -> None:
    with pytest.raises(ValueError, match=r"t\.yaml: fill"):
        load_parameters(TEXT.replace(old, new), "t.yaml")
