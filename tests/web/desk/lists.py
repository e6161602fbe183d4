"""Invented check lists of three offices for one shop: fire, gas, food."""

import io

import openpyxl

from qingzhuang.answer.draft import Draft, Harvest
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.store import clock
from qingzhuang.store.ledger.commands import save_harvest

SHOP = Subject(SubjectKind.PLACE, "名=编名小吃店;村=柳湾村", "编名小吃店")
FIRE = ("灭火器是否在有效期内", "疏散通道是否畅通", "安全出口是否上锁", "应急照明是否完好")
GAS = ("有无过期灭火器", "疏散通道畅通", "燃气软管是否老化")
FOOD = ("灭火器在有效期内", "餐具是否消毒", "灭火器是否符合要求")


def check_list(title: str, points: tuple[str, ...], choices: str = "□是 □否") -> bytes:
    """A list with a site, a day, who looked, and a result for each point."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells("A1:D1")
    page.append(["场所名称", None, "检查日期", None])
    page.append(["序号", "检查内容", "检查结果", "备注"])
    for number, point in enumerate(points, 1):
        page.append([number, point, choices, None])
    page.append(["检查人", None, "被检查单位负责人", None])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def shop_known(village: str = "柳湾村") -> None:
    """Let the ledger know the shop."""
    said = {"site.name": SHOP.name, "place.village": village}
    drafts = tuple(Draft(SHOP, element, value, "Sheet1!B2") for element, value in said.items())
    found = Harvest(f"{village}小场所名册.xlsx", None, clock.today(), drafts, rows=1)
    save_harvest(found, f"{village}小场所名册", recorder="村里录入", at=clock.now())
