"""Every practice that a text orders meets a rule in force: no label without a citation."""

import json
from datetime import date
from pathlib import Path

import pytest

from qingzhuang.check.text import practices
from qingzhuang.pipeline.checking import check_text, court

TEXTS = Path(__file__).parents[2] / "benchmarks" / "notices"
HELD = court(date(2026, 11, 25))


@pytest.mark.parametrize("name", ["written", "generated"])
def test_every_practice_of_the_development_texts_is_cited(name: str) -> None:
    lines = (TEXTS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for record in (json.loads(line) for line in lines):
        if record["split"] == "dev":
            ordered = sorted(str(each.label) for each in practices(record["text"]))
            cited = sorted(each.label for each in check_text(record["text"], HELD))
            assert cited == ordered, record["text"]
