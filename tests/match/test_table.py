"""The policy, line by line, as pairs in context (research: "Where the lines run")."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item
from tests.match.table import forms_in_use as used
from tests.match.table import policy_1_to_3 as first
from tests.match.table import policy_4_to_8 as second

TABLE = [
    *used.ROLES, *used.MORE_ROLES, *used.WORDINGS, *used.TIMES, *used.ROWS, *used.LABELS,
    *first.READS, *first.PERSON, *first.DERIVABLE, *first.MORE,
    *second.UNITS, *second.COARSER, *second.EVENTS, *second.NONFACTS, *second.TITLES, *second.LABELS,
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), TABLE)
def test_a_pair_gets_its_verdict(a: str, b: str, expected: str) -> None:
    match = decide(item(a), item(b))
    verdict, *details = expected.split()
    if verdict == "not":
        assert match.verdict != details[0], match.why
        return
    said = {match.verdict.value, match.direction, match.formula, match.slot}
    assert verdict == match.verdict, f"{match.rule} {match.why}"
    assert set(details) <= said, f"{match.rule} {match.slot} {match.direction} {match.formula}"


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(set(TABLE)) >= 150
