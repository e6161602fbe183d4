"""Editions of one file are recognised; files of others are not."""

import pytest

from qingzhuang.answer.lineage import lineage_of


@pytest.mark.parametrize(
    "name",
    [
        "低保花名册.xlsx",
        "低保花名册.xls",
        "低保花名册（更正）.xlsx",
        "低保花名册 (1).xlsx",
        "低保花名册-副本.xlsx",
        "低保花名册2026年3月.xlsx",
        "低保花名册20260305最终版.xlsx",
        "2026年度低保花名册_v2.xlsx",
        "低保花名册2026.3.5（修改稿）.xlsx",
    ],
)
def test_editions_of_one_file(name: str) -> None:
    assert lineage_of(name) == lineage_of("低保花名册.xlsx")


def test_the_title_keeps_files_of_the_same_name_apart() -> None:
    assert lineage_of("花名册.xlsx", "低保对象花名册") != lineage_of("花名册.xlsx", "残疾人花名册")
    assert lineage_of("花名册.xlsx", "2026年3月低保对象花名册") == lineage_of(
        "花名册.xlsx", "2026年4月低保对象花名册"
    )


def test_other_names_are_other_files() -> None:
    assert lineage_of("低保花名册.xlsx") != lineage_of("特困花名册.xlsx")
    assert lineage_of("一组花名册.xlsx") != lineage_of("二组花名册.xlsx")
