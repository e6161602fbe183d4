"""The same data to several systems, forms, groups."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("数据录入省系统后,还要同步填报县里的Excel表,每周一报。", "duplicate_reporting"),
    ("请各村同时在“乡治通”和镇工作台账中填报,两边数据要一致。", "duplicate_reporting"),
    ("特困人员信息除在平台录入外,另行报送纸质表一份。", "duplicate_reporting"),
    ("各社区须将同一批走访数据分别录入综治、民政、计生三个系统。", "duplicate_reporting"),
    ("系统已经报过的,表格也要再报一份过来,格式见附件。", "duplicate_reporting"),
    ("线上线下两套台账同步建,缺一不可。", "duplicate_reporting"),
]
OTHERS = [
    "同一数据只填一次,不再要求重复报送。",
    "申请人需提交纸质申请表一式三份。",
    "同样的数据要在五个系统里填五遍,一位村干部无奈地说。",
    "实行“一表通”后,基层填报数据减少了七成。",
    "具体安排另行通知。",
    "系统录入与纸质台账不得重复要求,已有数据一律由平台共享。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
