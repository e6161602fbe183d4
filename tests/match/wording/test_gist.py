"""Words of one meaning, between two forms only."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.gist import gist
from qingzhuang.model.verdict import ItemContext, Verdict


def test_two_wordings_of_one_thing_have_one_gist() -> None:
    lexicon = default()
    assert gist("蛋鸡存栏数", lexicon) == gist("蛋鸡存栏量", lexicon)
    assert gist("化肥施用量", lexicon) == gist("化肥使用量", lexicon)
    assert gist("发票代码", lexicon) != gist("发票号码", lexicon)


def test_within_one_form_or_without_forms_two_wordings_are_never_called_equal() -> None:
    one, other = "业务种类", "业务类型"
    assert decide(ItemContext(one), ItemContext(other)).verdict is not Verdict.EQUAL
    same = decide(ItemContext(one, "业务登记表"), ItemContext(other, "业务登记表"))
    assert same.verdict is not Verdict.EQUAL


def test_two_wordings_in_two_units_are_converted_not_called_equal() -> None:
    one = ItemContext("额定载重量（kg）", "电梯台账", "电梯")
    other = ItemContext("额定载重（吨）", "电梯登记表", "电梯")
    assert decide(one, other).verdict is Verdict.DERIVABLE


def test_a_label_whose_parts_say_what_a_known_word_says_has_its_gist() -> None:
    """检查结果 knows 检查情况; 检查状况 says the same in its parts."""
    lexicon = default()
    assert gist("检查状况", lexicon) == gist("检查情况", lexicon) == gist("检查结果", lexicon)
    assert gist("土地位置", lexicon) != gist("位置", lexicon), "what only says more is not the same"


def test_the_word_at_the_end_is_not_cut_in_two() -> None:
    """投放点位 is a word, but 投放点位置 ends in 位置."""
    lexicon = default()
    assert gist("投放点位置", lexicon) == gist("投放点地址", lexicon)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("运营公司", "经营方名称"),
        ("动工时间", "开始建设日期"),
        ("投用日期", "投入使用时间"),
        ("签署日期", "签约时间"),
        ("上次体检日期", "最近1次体检时间"),
        ("帮扶举措", "帮扶措施"),
        ("审批机关", "审批部门名称"),
        ("感烟报警器个数", "烟感数量"),
        ("每月房租", "月租金"),
        ("保险到期日", "保险终止日期"),
    ],
)
def test_two_offices_words_of_one_function_have_one_gist(one: str, other: str) -> None:
    lexicon = default()
    assert gist(one, lexicon) == gist(other, lexicon)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("受理日期", "办结日期"),
        ("登记日期", "成立日期"),
        ("采伐证号", "采伐编号"),
        ("房产证号", "房产编号"),
        ("应还日期", "还书日期"),
        ("净利润", "利润总额"),
        ("贷款额度", "贷款金额"),
        ("维修次数", "保养次数"),
        ("安全出口数", "疏散通道数"),
        ("车辆类型", "车辆型号"),
        ("出险日期", "报案日期"),
        ("资助标准", "资助金额"),
        ("收费标准", "收费金额"),
        ("物业费标准", "物业费"),
        ("巡查频次", "巡查次数"),
        ("生活垃圾清运量", "垃圾清运量"),
        ("牵头单位", "责任单位"),
        ("建设规模", "建设内容"),
        ("初婚日期", "结婚日期"),
        ("年检日期", "检验有效期至"),
        ("送检日期", "检测日期"),
        ("启用日期", "安装日期"),
        ("发放日期", "领取日期"),
        ("承办单位", "交办单位"),
        ("出租方", "承租方"),
        ("起点桩号", "终点桩号"),
        ("应到人数", "实到人数"),
        ("停发日期", "停用日期"),
    ],
)
def test_what_only_goes_together_has_two_gists(one: str, other: str) -> None:
    """Two steps, two sides, a standard and a sum, a kind and its genus."""
    lexicon = default()
    assert gist(one, lexicon) != gist(other, lexicon)


def test_part_of_a_label_that_is_known_does_not_hold_two_wordings_apart() -> None:
    one = ItemContext("受益农户数", "引水渠项目明细表", "项目")
    other = ItemContext("受益户数", "引水渠项目进度表", "项目")
    assert decide(one, other).verdict is Verdict.EQUAL


def test_an_amount_that_nobody_knows_is_an_amount_by_its_last_word() -> None:
    one = ItemContext("水草打捞量（吨）", "河面清理登记表", "河道")
    assert decide(one, ItemContext("水草打捞数量（吨）", "河面清理台账", "河道")).verdict is Verdict.EQUAL
    assert decide(one, ItemContext("水草打捞", "河面清理台账", "河道")).verdict is not Verdict.EQUAL


def test_yes_or_no_in_brackets_is_the_question_whether() -> None:
    one = ItemContext("是否装有护栏", "水塘安全登记表", "水塘")
    assert decide(one, ItemContext("护栏安装情况（有/无）", "水塘巡查表", "水塘")).verdict is Verdict.EQUAL
    kinds = ItemContext("护栏安装情况（完好/破损/没有）", "水塘巡查表", "水塘")
    assert decide(one, kinds).verdict is not Verdict.EQUAL


def test_where_a_body_is_registered_is_not_where_it_works() -> None:
    one = ItemContext("注册地址", "家庭农场登记表", "企业")
    assert decide(one, ItemContext("经营地址", "家庭农场调查表", "企业")).verdict is not Verdict.EQUAL


def test_before_and_after_what_was_done_are_two_facts() -> None:
    one = ItemContext("培训前就业状态", "电工培训学员登记表", "人")
    assert decide(one, ItemContext("培训后就业状态", "电工培训补贴名册", "人")).verdict is Verdict.DISTINCT
    damp = ItemContext("修缮前面积", "祠堂修缮登记表", "房屋")
    assert decide(damp, ItemContext("修缮后面积", "祠堂修缮台账", "房屋")).verdict is Verdict.DISTINCT
