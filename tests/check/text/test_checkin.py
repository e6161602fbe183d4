"""Check-ins, relays and roll calls as a standing duty; not a meeting, a holiday spot, a meal order."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("请各位网格员每天早上8:30前在钉钉群里打卡,漏打一次扣5分。", "checkin_relay summon_penalty"),
    ("没接龙的抓紧接龙,下午三点前全部接完。", "checkin_relay"),
    ("@所有人 在岗的扣1。", "checkin_relay"),
    ("各村每日早8点、晚8点在工作群报到,不得缺卡、代打卡。", "checkin_relay"),
    ("家长朋友们,请接龙确认孩子已到家,未接龙的老师会逐个打电话。", "checkin_relay"),
    ("驻村干部须使用“驻村通”APP每日定位签到不少于2次。", "checkin_relay"),
    ("潜水的都出来冒个泡,今天必须全员到齐。", "checkin_relay"),
    ("护林员每天必须打卡,打卡不得遗漏。", "checkin_relay"),
    ("各组今晚9点线上点名,点到不在的写情况说明。", "checkin_relay summon_penalty"),
    ("党员每天学习打卡,连续三天不打卡的支部书记到镇党委说明情况。", "checkin_relay summon_penalty"),
    ("第六条 网格员应当每日通过小程序签到、签退各一次,缺卡一次扣绩效50元。", "checkin_relay summon_penalty"),
    ("请楼长们收到后接龙报数,格式:楼栋+姓名+已入户。", "checkin_relay"),
    ("还差李庄、王庄没接龙,抓紧点,别让全镇等你们。", "checkin_relay"),
    ("每天早上起床后先到小程序里打个卡,周末也不能断卡。", "checkin_relay"),
    ("包保干部到户必须扫码签到,不扫码视同未入户。", "checkin_relay"),
]
OTHERS = [
    "取消各类打卡接龙,不得在工作群要求即时响应。",
    "本次会议请提前15分钟签到入场,手机调至静音。",
    "周末带孩子去湿地公园打卡,拍了好多照片。",
    "需要订购爱心蔬菜的邻居请接龙,注明楼号和份数。",
    "每天三次打卡、两次接龙,基层干部苦不堪言。",
    "疫情防控期间,居家观察人员每日早晚两次打卡上报体温。",
    "防汛应急响应期间,各村值班人员每两小时在群内报到一次。",
    "新生请于9月1日持录取通知书到学院报到。",
    "机关工作人员上下班实行指纹打卡考勤。",
    "县里把12个工作群的打卡功能全部关闭,干部们松了口气。",
    "有的地方下村要打卡、离村要签退,一天下来光打卡就要十几次。",
    "请在职党员到居住地社区报到,主动认领服务岗位。",
    "学校规定不得要求学生每日在群里打卡,作业不得以接龙形式提交。",
    "打卡、接龙从今天起一律取消,有事直接打电话。",
    "请参会人员填写回执,会议当天凭身份证签到。",
    "局里要求我们下班后还要在群里接龙报平安,真的受不了。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
