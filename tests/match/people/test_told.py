"""An amount, a paper's number, a printed choice or a verdict tells a yes/no of its own form."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

TOLD = [
    ("罚款金额（元） | 占道处罚目录 | 案件", "是否罚款 | 占道处罚目录 | 案件"),
    ("占用林地面积（亩） | 违建摸排册 | 房屋", "是否占用林地 | 违建摸排册 | 房屋"),
    ("结业证书编号 | 缝纫班名册 | 人", "是否结业 | 缝纫班名册 | 人"),
    ("受损程度（倒塌/严重损坏/一般损坏） | 台风灾情册 | 户", "是否倒塌 | 台风灾情册 | 户"),
    ("检验结论 | 叉车检验台账 | 设备", "是否合格 | 叉车检验台账 | 设备"),
]
NOT_TOLD = [
    ("计划补助金额 | 改厕计划表 | 户", "是否补助 | 改厕计划表 | 户"),
    ("罚款金额（元） | 占道处罚目录 | 案件", "是否警告 | 占道处罚目录 | 案件"),
    ("租金（元） | 摊位租赁台账 | 合同", "是否合格 | 摊位租赁台账 | 合同"),
]


@pytest.mark.parametrize(("answer", "asked"), TOLD)
def test_a_yes_no_follows_from_the_column_that_holds_it(answer: str, asked: str) -> None:
    match = decide(item(answer), item(asked))
    assert (match.verdict, match.direction) == ("derivable", "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize(("answer", "asked"), NOT_TOLD)
def test_what_is_planned_or_about_something_else_tells_no_yes(answer: str, asked: str) -> None:
    assert decide(item(answer), item(asked)).verdict in ("distinct", "unsure")
