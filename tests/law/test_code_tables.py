"""Code tables tell the words that somebody vouches for, and nothing else."""

import re

import pytest

from qingzhuang.law.code_tables import code_tables, read_code_tables, tables_of


def test_codes_of_well_known_tables_have_their_words() -> None:
    tables = code_tables()
    assert tables["nation"].word("15") == "土家族"
    assert tables["marital"].word("40") == "离婚"
    assert tables["industry"].word("c") == "制造业"
    assert tables["education"].word("21") is None


def test_what_is_only_recalled_lists_no_codes() -> None:
    assert all(not table.codes for table in code_tables().values() if table.sure == "recalled")
    assert len({table.standard for table in code_tables().values()}) > 25


def test_shapes_of_numbers_too_many_to_list_are_patterns() -> None:
    assert re.fullmatch(code_tables()["credit_code"].shape, "91990101MA0000001X")
    assert all(re.compile(table.shape) for table in code_tables().values())


def test_tables_are_found_by_the_property_that_they_classify() -> None:
    assert [table.standard for table in tables_of("person.sex")] == ["GB/T 2261.1"]
    assert tables_of("person.name") == ()


@pytest.mark.parametrize(
    "entry",
    [
        "{id: a, standard: X, name: x, sure: maybe}",
        '{id: a, standard: X, name: x, sure: recalled, codes: {"1": 甲}}',
        '{id: a, standard: X, name: x, sure: certain, bare: ["2"], codes: {"1": 甲}}',
        "{id: a, standard: X, name: x, sure: certain}\n  - {id: a, standard: X, name: x, sure: certain}",
    ],
)
def test_an_entry_that_nobody_vouches_for_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="a"):
        read_code_tables(f"tables:\n  - {entry}\n")
