"""A paper's number or day tells whether it is held, an insurance's last day whether it runs; a yes tells no number."""

import pytest

from qingzhuang.match.decide import decide
from tests.match.pairing import item

REGISTER, CHECK = "渔船基本信息登记表", "渔船安全检查表"


@pytest.mark.parametrize(
    ("told", "asked", "formula"),
    [
        (f"捕捞许可证编号 | {REGISTER} | 渔船", f"是否取得捕捞许可证 | {CHECK} | 检查", "category.yesno"),
        (f"发证日期 | {REGISTER} | 渔船 | 围网作业资格证", f"是否取得围网作业资格证 | {CHECK} | 检查", "category.yesno"),
        (f"北斗终端编号 | {REGISTER} | 渔船", f"是否安装北斗终端 | {CHECK} | 检查", "category.yesno"),
        (f"船员意外险到期日期 | {REGISTER} | 渔船", f"是否投保船员意外险 | {CHECK} | 检查", "day.valid"),
        (f"数量 | {REGISTER} | 渔船 | 冷藏舱 | 个", f"是否设有冷藏舱 | {CHECK} | 检查", "number.positive"),
    ],
)  # fmt: skip
def test_a_number_a_day_or_a_count_tells_whether_there_is_one_and_not_back(
    told: str, asked: str, formula: str
) -> None:
    match = decide(item(told), item(asked))
    assert (match.verdict, match.direction, match.formula) == ("derivable", "a->b", formula), match.why
    back = decide(item(asked), item(told))
    assert (back.verdict, back.direction) == ("derivable", "b->a")


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (f"捕捞许可证编号 | {REGISTER} | 渔船", f"是否取得营运许可证 | {CHECK} | 检查"),
        (f"捕捞许可证有效期至 | {REGISTER} | 渔船", f"是否取得捕捞许可证 | {CHECK} | 检查"),
        (f"拟安装北斗终端数量 | {REGISTER} | 渔船", f"是否安装北斗终端 | {CHECK} | 检查"),
        (f"船员意外险保费 | {REGISTER} | 渔船 | - | 元", f"是否投保船员意外险 | {CHECK} | 检查"),
        ("健康合格证编号 | 食堂从业人员花名册 | 人", "是否取得健康合格证 | 食堂情况登记表 | 学校"),
        (f"船主捕捞许可证编号 | {REGISTER} | 渔船", f"船长是否取得捕捞许可证 | {CHECK} | 检查"),
    ],
)
def test_another_paper_a_plan_or_somebody_elses_tells_nothing(told: str, asked: str) -> None:
    match = decide(item(told), item(asked))
    assert match.verdict != "derivable", f"{match.rule} {match.why}"
