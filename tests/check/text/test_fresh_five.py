"""A fifth late mixture."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("各支部须在5月底前将“党建通”安装到每一名党员手机,安装情况列入述职。", "forced_install summon_penalty"),
    ("各位房东,社区要求统一注册“租房宝”,不注册的暂停办理居住登记。", "forced_install"),
    ("请全体学生下载“平安路”小程序并绑定学号,班主任每天上报绑定率。", "forced_install"),
    ("关注“某某发布”后请截图,截图文件名写班级+姓名。", "forced_install trace_upload"),
    ("在岗人员每小时在群里报一次到。", "checkin_relay"),
    ("员工进出厂区须在APP打卡,一天不少于6次。", "checkin_relay"),
    ("每天早读前在群里打卡朗读,请家长监督并接龙。", "checkin_relay"),
    ("本周积分最低的五位同志,请在群里说明原因。", "points_ranking summon_penalty"),
    ("党员积分每月公示,连续三个月末位的由支部书记谈话。", "points_ranking ranking_bulletin summon_penalty"),
    ("视频课必须看完,后台有记录,偷懒的扣平时分。", "online_time summon_penalty"),
    ("每名村医每月在线学习时间不得少于10小时。", "online_time"),
    ("请将本条信息转发至不少于3个微信群,并截图反馈。", "likes_forwards trace_upload"),
    ("各单位网评员须在两小时内完成跟帖、点赞。", "likes_forwards"),
    ("投票冲刺阶段,请各科室每天晚上汇报投票数。", "likes_forwards"),
    ("请收到通知的单位立即回复确认。", "instant_reply"),
    ("无论白天黑夜,工作群信息须随看随回,超过半小时未回的要写说明。", "instant_reply summon_penalty"),
    ("请各单位把会议现场照片和学习心得于明日中午前发邮箱。", "trace_upload"),
    ("清扫保洁必须有影像资料佐证,每路段每天三张。", "trace_upload"),
    ("同样的内容请在工作群报一遍,再在系统里填一遍,最后交一份签字的纸质表。", "duplicate_reporting"),
    ("昨天各村的平台登录率已出,倒数三名分别是张庄、李庄、赵庄,请支书晚上来镇里开会。", "ranking_bulletin"),
    ("安装进度每天八点、二十点两次播报,红色为落后村。", "ranking_bulletin"),
    ("请各校组织全体师生参加网络安全知识答题,每人至少答对20题。", "quiz_quota"),
    ("全县党员应知应会测试,85分及格,不及格的下周重测。", "quiz_quota"),
]
OTHERS = [
    "工作群里曾天天播报安装进度,如今只发天气预警和便民信息。",
    "省委网信办有关负责人介绍,打卡、积分、排名类功能已从省级应用中全部移除。",
    "一位不愿具名的校长说,每周都要组织师生参加各种网络答题。",
    "某区通知要求“无论白天黑夜,工作群信息须随看随回”,引发舆论关注。",
    "不得要求群众为办事而关注公众号、下载APP。",
    "切实防止把“有没有照片”当成“有没有做事”。",
    "如有单位违规要求转发朋友圈,请向县减负办举报。",
    "减负不是减责,工作群关了,为民服务的热情不能关。",
    "居民微信群里,大家主动接龙为困难老人捐款。",
    "强降雨来袭,请各包村干部每小时在群里报告一次雨情水情。",
    "国庆安保执勤期间,各卡点每两小时拍照上传在岗情况。",
    "愿意参加线上读书打卡的老师,可扫码加入。",
    "请市民通过官方渠道下载“禾税通”,谨防假冒APP。",
    "投保人可登录官网或关注公众号查询保单。",
    "请各位车主到指定地点领取补贴,凭登记表签到。",
    "上课请勿玩手机,勿拍照,勿录像。",
    "请各单位于每月5日前报送统计报表。",
    "本周食堂菜品评分排行:红烧肉第一。",
    "体检报告可在小程序查看,不必到医院排队。",
    "请家长签收成绩单并反馈意见。",
    "对安全隐患整改率低于80%的企业予以通报。",
    "社区书记自学剪辑,短视频点赞量过万。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
