"""A tenth batch: the labels that are read worst."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("孤寡老人走访记录,平台传一份,镇民政一份,村里存一份,格式都不一样。", "duplicate_reporting"),
    ("同一张用工表,人社要一份,乡村振兴要一份,请各村分开填。", "duplicate_reporting"),
    ("扫描件发邮箱,纸质件周五前送到办公室,两样缺一不可。", "duplicate_reporting"),
    ("已报县里的数据也请同步发镇里一份。", "duplicate_reporting"),
    ("系统导出的表不认,请按我发的模板重新填。", "duplicate_reporting"),
    ("排查结果录入App后,还须填写Excel汇总表上报。", "duplicate_reporting"),
    ("请各科室上报安全员信息,OA、微信群、纸质三种方式都要报。", "duplicate_reporting"),
    ("每名职工须通过安全生产网上测验,低于85分重新测。", "quiz_quota"),
    ("知识测验本周内全部做完,一个人都不能落。", "quiz_quota"),
    ("县里对群众知晓率电话抽查,各村务必教会群众说“满意”,满意率要达到98%。", "quiz_quota"),
    ("各支部党史题库人均刷题不少于500道。", "quiz_quota"),
    ("线上培训结业考试须一次通过,通过率不低于95%。", "quiz_quota"),
    ("学法考试还没参加的有5人,今天必须考完。", "quiz_quota"),
    ("“民声通”用户本月要新增2000户,任务已分到各网格。", "forced_install"),
    ("每个网格员包50户,把“民声通”给群众装到手机上。", "forced_install"),
    ("今天上午检查手机,没有“安全宝”的当场下载。", "forced_install"),
    ("新员工入职即须加入企业微信并完成认证。", "forced_install"),
    ("请将“文旅通”小程序推荐给每一位游客并完成注册,每天上报注册数。", "forced_install"),
    ("每次走访要在系统里传入户照,无照片的走访不计数。", "trace_upload"),
    ("清扫前、清扫中、清扫后各拍一张,发到环卫群。", "trace_upload"),
    ("党员活动日要有签到照、合影照、发言照,三照齐全。", "trace_upload"),
    ("请把“我已学习”的页面截下来发给委员。", "trace_upload"),
    ("夜查人员全程开启执法轨迹,次日上传。", "trace_upload"),
    ("不按时报送接龙的单位,年度考评降一个等次。", "checkin_relay summon_penalty"),
    ("一个月内被系统提醒未打卡三次的,调离窗口岗位。", "checkin_relay summon_penalty"),
    ("未转发者,取消本学期评先资格。", "likes_forwards summon_penalty"),
    ("积分垫底的班子,镇长带着来县里表态。", "points_ranking summon_penalty"),
    ("下周一起,不在群里回复的,每次扣20元。", "instant_reply summon_penalty"),
    ("群公告发布后半小时内请点击“确认收到”。", "instant_reply"),
    ("深夜来信息也要随时能联系上,手机别关。", "instant_reply"),
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)
