"""What sort of answer a column wants is told by its last words, its unit and its printed answers."""

import pytest

from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.sorts import printed, sort_of, stem
from tests.match.pairing import item


@pytest.mark.parametrize(
    ("label", "sort"),
    [
        ("是否断流", "yesno"),
        ("有无围栏", "yesno"),
        ("放苗日期", "day"),
        ("许可证有效期至", "day"),
        ("捕捞许可证号", "code"),
        ("补贴发放账号", "account"),
        ("看塘人电话", "phone"),
        ("鱼塘位置", "place"),
        ("鱼塘名称", "name"),
        ("养殖方式", "class"),
        ("经营状况（好、一般、差）", "class"),
        ("病害情况", "told"),
        ("供苗单位", "body"),
        ("看塘人", "person"),
        ("用水户", "person"),
        ("鱼塘数量", "figure"),
        ("清淤收费标准（元/亩）", "figure"),
        ("鱼塘四周", ""),
    ],
)
def test_a_label_says_what_sort_of_answer_it_wants(label: str, sort: str) -> None:
    assert sort_of(parse(item(f"{label} | 鱼塘台账 | 座"))) == sort


def test_a_unit_in_brackets_is_no_list_of_answers() -> None:
    assert printed("缴费标准(元/生·月)") == ()
    assert printed("经营方式(自营、外包)") == ("自营", "外包")


def test_what_is_left_of_a_label_is_what_it_is_about() -> None:
    assert stem("是否设围挡") == "设围挡"
    assert stem("放苗日期") == "放苗"
    assert stem("养殖方式(自养、托管)") == "养殖"
