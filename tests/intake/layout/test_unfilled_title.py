"""A template's mark that nobody filled is no part of a title."""

import pytest

from qingzhuang.intake.layout.assemble import squash_title


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("${year}年流动人员登记表", "流动人员登记表"),
        ("云泽县 ${ month } 月份走访台账", "云泽县走访台账"),
        ("2026年流动人员登记表", "2026年流动人员登记表"),
    ],
)
def test_the_mark_is_left_out(printed: str, read: str) -> None:
    assert squash_title(printed) == read
