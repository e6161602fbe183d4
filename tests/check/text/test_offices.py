"""What offices, schools, hospitals, firms send to those below them."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    (
        "各科室:为迎接数字化考核,请本科室所有人员于周五前下载“云上机关”并登录一次,信息科后台会看登录情况,没登录的周一例会通报。",
        "forced_install ranking_bulletin online_time",
    ),
    ("请护士长督促本病区护士每天完成三基题库50题,正确率低于90%的扣质控分。", "quiz_quota summon_penalty"),
    (
        "各支行员工须在朋友圈转发新产品海报,每日不少于2条,截图上传至工作群备查,连续三天未转发的晨会检讨。",
        "likes_forwards trace_upload summon_penalty",
    ),
    (
        "辅导员老师,易班注册率和活跃度本周五要上报学校,未达95%的学院将在学工例会上点名。",
        "forced_install ranking_bulletin",
    ),
    ("全体社工:今起每晚八点前在“社区通”提交工作日志,附照片三张以上,定位要开。", "trace_upload"),
    (
        "同学们,国家安全知识竞赛必须全班参加,成绩截图发给学习委员,没参加的取消入党积极分子推荐资格。",
        "quiz_quota trace_upload summon_penalty",
    ),
    (
        "各车间主任请注意,安全微信步数打卡没到6000步的员工名单已发,请督促整改。",
        "checkin_relay ranking_bulletin",
    ),
    ("村医每月在系统随访打卡不少于20户,系统抓拍人脸,照片不清晰视为无效。", "checkin_relay"),
    (
        "物业公司要求的业主APP认证率要达到85%,各楼管家每天报数,排最后的管家扣200。",
        "forced_install ranking_bulletin summon_penalty",
    ),
    ("请各位驾驶员每天出车前在群里接龙报平安,不接龙不派车。", "checkin_relay"),
    (
        "各团支部注意:第12期大学习将于今晚22点截止,目前参学率最低的是3班和5班,请团支书逐个提醒。",
        "ranking_bulletin quiz_quota",
    ),
    ("各单位要在官方抖音每条视频下组织不少于30人次的正面评论,统一口径,完成后在群里报数。", "likes_forwards"),
    (
        "值周教师注意:早读、午休、放学三个时段必须拍照上传到值周群,缺一张扣一分。",
        "trace_upload summon_penalty",
    ),
    (
        "请全体党员注册“先锋在线”,完善个人信息,并于每月5日前登录缴纳党费、参加在线学习2学时。",
        "forced_install online_time",
    ),
    ("扶贫手册、国扶系统、省里的小程序,三处信息都要填,填完逐项核对一致。", "duplicate_reporting"),
    ("乡镇日报表纸质盖章一份、电子版一份、系统里再录一份,每天17点前报齐。", "duplicate_reporting"),
    ("各网格长:微信群加人率要到户均一人,群消息必须秒回,居民提问十分钟内要有回应。", "instant_reply"),
    ("电话、微信随时保持畅通,凌晨也要接,漏接一次写检查。", "instant_reply summon_penalty"),
    ("考勤改用手机APP定位打卡,一天四次,漏打按旷工论。", "checkin_relay summon_penalty"),
    (
        "请各乡镇将本辖区农户家庭成员信息同时报农业农村局、民政局、残联,三家表样不同,不得直接复制。",
        "duplicate_reporting",
    ),
    (
        "评选进入白热化阶段!请大家继续为我院张医生投票,每人每天可投5票,科室排班时顺便统计一下投票人数。",
        "likes_forwards",
    ),
    (
        "未关注的家长请在24小时内完成关注并私信班主任截图,班级关注情况纳入班主任月考核。",
        "forced_install trace_upload summon_penalty",
    ),
    (
        "本月读书打卡倒数五名的同志,请在周一例会上作表态发言。",
        "checkin_relay ranking_bulletin summon_penalty",
    ),
    ("凡在线学习时间达不到规定要求的,不得申报职称。", "online_time summon_penalty"),
    ("今起启用“智慧党建”积分制,月积分不足60分的党员评议为不合格。", "points_ranking summon_penalty"),
    ("各片区抓紧清理“零登录”人员,三天内把登录率拉到95%。", "online_time"),
    ("请将处置过程视频发至督办群,没有视频的不予销号。", "trace_upload"),
    (
        "县融媒中心公众号发文后一小时内,各单位须完成全员转发,办公室每日公布转发名单。",
        "likes_forwards ranking_bulletin",
    ),
    ("全体教师请于睡前完成当日健康打卡接龙。", "checkin_relay"),
    ("所有工作人员必须加好友并置顶领导消息,消息一分钟内必须回。", "instant_reply"),
]
OTHERS = [
    "各科室请于周五前提交年度体检报名表。",
    "请护士长安排好节日期间值班,值班表报医务科。",
    "同学们,请按时完成期末复习,考试时间见教务通知。",
    "请驾驶员出车前检查轮胎、刹车和灯光。",
    "各支行请做好网点防汛沙袋储备,台风登陆期间每两小时报告一次网点情况。",
    "家长您好,孩子今天体温正常,午睡很好。",
    "物业提醒:请勿在楼道停放电动车,发现请拍照告知管家处理。",
    "学校微信公众号每周推送食谱,家长可自行关注查看。",
    "请各单位将先进个人推荐表纸质版和电子版于20日前报人事科。",
    "本院与医保系统对接后,患者可在小程序查看报告,无需重复打印。",
    "请参赛选手于比赛前30分钟到检录处签到。",
    "请各班班长到教务处领取教材,并在领取单上签字。",
    "食堂满意度调查采取不记名方式,师生可自愿填写。",
    "各部门请按计划开展安全检查,发现隐患立即整改。",
    "图书馆将于周六闭馆,自习室照常开放。",
    "请全体职工参加周五下午的消防演练,演练后在签名册上签到。",
    "请新入职教师携带身份证、学历证书原件到人事处报到。",
    "学员应当遵守课堂纪律,不得迟到早退,手机调成静音。",
    "请各项目部及时上传隐患整改资料到安全管理系统。",
    "医院公布上月优秀护士名单,向她们学习。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
