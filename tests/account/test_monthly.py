"""A month on the board is a twelfth of a year on the scales."""

from dataclasses import replace
from datetime import date

import pytest

from qingzhuang.account.load import Asked, Load
from qingzhuang.account.monthly import a_month
from qingzhuang.account.rates import rates_on
from qingzhuang.account.reckon import Reckoning, by_hand, handing_over
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.form import Form, Item
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.model.place import Place
from qingzhuang.model.share import Share
from qingzhuang.model.sheet import FileKind

RATES = rates_on(date(2026, 11, 26))
DEMAND = Demand(Form("表.xlsx", FileKind.XLSX, "表", ()), Issuer("县民政局"), Post("村"))
ITEM = Asked(Item(("姓名",), Place("Sheet1", 1, 1)), "name", "姓名", 30)


def _year(demand: Demand) -> float:
    return Reckoning(by_hand(Load(demand, ()), (ITEM,), RATES) + handing_over(demand, RATES)).minutes.likely


@pytest.mark.parametrize("times", [0.5, 1, 4, 12])
def test_one_round_at_several_posts_becomes_the_month_that_the_scales_give(times: float) -> None:
    once = _year(DEMAND)
    issuer = Unit(1, "县民政局", UnitKind.OFFICE, "/1/")
    share = Share(
        1,
        issuer,
        UnitKind.VILLAGE,
        True,
        times,
        date(2026, 1, 1),
        None,
        5,
        3,
        before=3 * once,
        after=3 * once,
    )
    several = replace(DEMAND, times_per_year=times, post=Post("村", 3))
    assert a_month(share, RATES) == pytest.approx((_year(several) / 12,) * 2)
