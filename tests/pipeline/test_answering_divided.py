"""Printed rows in parts by village, or in lists side by side, each get their own figure."""

from collections.abc import Sequence

import pytest

from qingzhuang.answer.plan import Plan
from qingzhuang.answer.select import Scope
from qingzhuang.intake.read import form_of
from qingzhuang.model.sheet import FileKind, Workbook
from qingzhuang.pipeline.answering import Wishes, plans
from tests.answer.known import village
from tests.intake.forms import sheet
from tests.pipeline.test_answering_figures import CENSUS, EAST, WEST, fact, view


def planned(rows: Sequence[str], *places: str) -> Plan:
    given = sheet([row.split("|") for row in rows], ruled=(2, len(rows)))
    form = form_of(Workbook("村情.xlsx", FileKind.XLSX, (given,)))
    own = [fact(village(EAST), "place.households", 2, CENSUS), fact(village(EAST), "place.groups", 7, CENSUS)]
    (plan,) = plans(form, view(*own), Wishes(scope=Scope(villages=places)))
    return plan


@pytest.mark.parametrize("line", ["{}||", "一、{}|<|<"])
def test_each_part_gets_the_figures_of_its_village(line: str) -> None:
    rows = ["各村人口情况|<|<", "项目|单位|数量"]
    for place in (EAST, WEST):
        rows += [line.format(place), "户籍人口|人|", "其中：60岁以上|人|"]
    plan = planned(rows)
    assert [row["数量"] for row in plan.answers.rows] == [4, 2, 1, 0]


def test_lists_side_by_side_that_share_their_rows_do_not_share_their_figures() -> None:
    rows = ["村情指标|<|<|<", "指标|数量|指标|数量", "户籍人口||村民小组数|", "备用||总户数|"]
    plan = planned(rows, EAST)
    assert [tuple(row.values()) for row in plan.answers.rows] == [("村民小组数", 7), ("总户数", 2)]
