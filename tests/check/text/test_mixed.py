"""A last mixture, written without a look at the lexicon."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("一人一码要落到实处,还没申领的今天去村部申领,村干部要帮老人把小程序弄好。", "forced_install"),
    ("请各位班组长下班前检查组员手机,没有装安全APP的不得下班。", "forced_install summon_penalty"),
    ("全区教师“学习通”激活率须在9月10日前达到百分之百。", "forced_install"),
    ("每位村医要动员签约居民注册健康小程序,本月人均新增30名。", "forced_install"),
    ("凡是没关注咱们街道公众号的,活动礼品一律不发。", "forced_install summon_penalty"),
    ("早会签到统一改到钉钉,8点整截止,迟到一分钟都算没到。", "checkin_relay"),
    ("各位组长把到岗情况接一下,我看看还有谁没起床。", "checkin_relay"),
    ("大家每天坚持打卡背诵,坚持不了的组长要督促。", "checkin_relay"),
    ("下村走访到户先扫门牌二维码打卡,停留不足10分钟不算数。", "checkin_relay online_time"),
    ("网格群每晚9点报平安接龙,一个都不能少。", "checkin_relay"),
    ("支部排名已经连续三周垫底了,请大家把积分刷上来,别给支部抹黑。", "points_ranking ranking_bulletin"),
    ("本月积分前三名奖励,后三名罚站台值勤一周。", "points_ranking ranking_bulletin summon_penalty"),
    ("各科学习积分低于平均线的,科主任扣200。", "points_ranking summon_penalty"),
    ("党员教育平台需每日上线,连续七天不上线视为自动放弃评优。", "online_time summon_penalty"),
    ("请确保平台挂满8小时,掉线及时重连。", "online_time"),
    ("学完36学时才能参加年度考核。", "online_time summon_penalty"),
    ("今天的抖音任务:点赞、收藏、转发、评论四件套,完成后在表格里打勾。", "likes_forwards"),
    ("投票渠道:关注公众号—点击投票—每天一次,截至月底,请务必坚持。", "likes_forwards forced_install"),
    ("大家把咱们主任的演讲视频转到自己的朋友圈,别屏蔽同事。", "likes_forwards"),
    ("网信办布置的正能量评论,每人三条,今天之内发完。", "likes_forwards"),
    ("咱镇的公众号文章,各村干部必须第一时间转、全员转。", "likes_forwards"),
    ("不管多晚,@到谁谁必须马上回。", "instant_reply"),
    ("请大家保持微信在线,随时接收指令,半小时内回复进展。", "instant_reply"),
    ("收到的打1,都打一下。", "instant_reply"),
    ("每个点位拍一张带时间的照片,缺一张补一天。", "trace_upload"),
    ("帮扶干部入户要和户主合影,合影发帮扶群。", "trace_upload"),
    ("请同步开启手机定位,后台将抽查轨迹。", "trace_upload"),
    ("学习笔记手抄两页,拍照发给学习委员。", "trace_upload"),
    ("各户签完字的承诺书拍照打包发我,纸质的也要留一份备查。", "trace_upload"),
    ("报综治的数据再给派出所报一份,格式重新调一下。", "duplicate_reporting"),
    ("平台、表格、台账三套同步更新,月底检查对账。", "duplicate_reporting"),
    ("上午报过的数字下午换成新表再报一遍。", "duplicate_reporting"),
    ("各镇推广情况每天早上在书记群晒榜,后三名当场说明原因。", "ranking_bulletin summon_penalty"),
    ("把没看直播的人名单贴到公示栏。", "ranking_bulletin"),
    ("线上答题进度:一村98%,二村77%,三村52%,三村要引起重视!", "ranking_bulletin"),
    ("全员参加“反有组织犯罪法”网上答题,不得请人代答。", "quiz_quota"),
    ("请党员干部带头,每户居民至少完成一份线上问卷,样本数不少于1200份。", "quiz_quota"),
    ("知识测试不及格的取消驾驶资格,补考合格再上岗。", "quiz_quota summon_penalty"),
    ("创城问卷明天截止,咱街道才填了三成,各社区今晚加班也要填完。", "quiz_quota"),
]
OTHERS = [
    "物业群里有人卖菜,大家按需接龙,不买勿扰。",
    "今天的公开课可以看回放,没空的同学不用着急。",
    "听说隔壁县要求干部天天打卡,幸亏我们这儿没有。",
    "以往打卡、接龙、截图三件套,让一线干部忙得团团转。",
    "工作群里不再“点赞刷屏”,取而代之的是问题清单。",
    "小程序可一键报修,师傅30分钟内上门。",
    "公园里的樱花开了,打卡拍照的人排起长队。",
    "我市马拉松报名小程序已开通,欢迎注册。",
    "学校取消了各类网上投票活动,班主任松了一口气。",
    "国家反诈中心APP可以识别诈骗电话,建议大家安装。",
    "志愿者在手机上签到后领取马甲,开始一天的服务。",
    "本院推行线上随访,护士会在3天内电话回访。",
    "据介绍,该村每月评出“最美庭院”,照片在村务栏展示。",
    "请按时提交作业,逾期不计成绩。",
    "请各位乘客收到短信后尽快取件。",
    "明天的会改到下午三点,收到的同志互相转告。",
    "省纪委通报3起形式主义典型问题,其中包括强制教师投票点赞。",
    "禁止要求家长打卡、拍视频、批改作业。",
    "任何部门不得向村级下达关注公众号、转发点赞任务。",
    "如需查询积分,请登录信用卡官网。",
    "会议期间请将手机调至静音或关机。",
    "请运动员凭号码布到检录处报到。",
    "老师,孩子发烧了,今天的打卡能不能免?",
    "让数据多跑路、群众少跑腿,实现一次采集、多方共享。",
    "全面取消村级填报的47张表格,统一由平台生成。",
    "热烈祝贺我校在知识竞赛中取得团体第一名,平均分达92分。",
    "应急演练:发布指令后,各组5分钟内在群里回复到位情况。",
    "汛期值班人员擅离职守的,严肃追责。",
    "疫苗接种可关注社区公众号预约,也可现场排队。",
    "请勿在群里发布打卡、砍价、助力等无关链接。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
