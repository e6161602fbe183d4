"""An eleventh batch: acts in the words of workshops, doorways, villages and wards; found as acts, whatever orders them."""

import pytest

from qingzhuang.check.text.read import practices, readings
from tests.check.text.agree import agrees

SPOKEN_OF = [
    ("车间群里艾特到谁,谁两分钟之内出声。", "instant_reply"),
    ("弹窗一响就点“遵办”,夜里也一样。", "instant_reply"),
    ("通知下面统一敲“坚决照办”,敲完接着干活。", "instant_reply"),
    ("群消息一刻钟必应,谁也别装睡。", "instant_reply"),
    ("“溪谷豆”每户每月不少于六十颗,月底对账。", "points_ranking"),
    ("你们站“橙星值”才两百,月底前给我撵到五百。", "points_ranking"),
    ("每位护工每周攒够四十枚“暖心章”。", "points_ranking"),
    ("没登“渡口通”的工号每晚挂在更衣室门口。", "ranking_bulletin"),
    ("各班组登录率制成柱状图,周会上亮一遍。", "ranking_bulletin"),
    ("昨天漏打卡的:南坡三户、北坡老井、西坡小学。", "ranking_bulletin"),
    ("视频浏览量每旬出一份榜,贴在食堂门口。", "ranking_bulletin"),
    ("没装“渡口通”的,年审先放一放。", "summon_penalty"),
    ("打卡缺一次写三百字,自己送到队部。", "summon_penalty"),
    ("少转一条罚十块,从误餐费里走。", "summon_penalty"),
    ("“渡口通”里没接龙的别来领鸡苗。", "summon_penalty"),
    ("票数垫底的两个班,下月多值夜班。", "summon_penalty"),
    ("下坑前、出坑后各扫一次脸,用“矿灯家园”。", "checkin_relay"),
    ("早六点一签,晚十点一签,都在“林哨”上。", "checkin_relay"),
    ("到了泵房先在“水哨”里按“在岗”。", "checkin_relay"),
    ("护渠员进山口、出山口都要刷码。", "checkin_relay"),
    ("“渔讯云”每天登两回,少一回补上。", "online_time"),
    ("每周在“农技云课”看课不少于三节。", "online_time"),
    ("今晚把网课刷到九十分钟再睡。", "online_time"),
    ("每户二十票,投咱们的码头号子,链接在上面。", "likes_forwards"),
    ("官抖本周加粉三千,每个窗口分八十。", "likes_forwards"),
    ("领导那条动态逢发必赞,逢链必转。", "likes_forwards"),
    ("每根电杆拍一张,水印开着,晚上发群。", "trace_upload"),
    ("装好了把成功页截给我。", "trace_upload"),
    ("门牌、老人、本人三样同框,传到平台。", "trace_upload"),
    ("家家户户都要有“渡口通”账号。", "forced_install"),
    ("本组八成人口绑上“医码通”。", "forced_install"),
    ("问卷还差六十份,今晚交满。", "quiz_quota"),
    ("安全答题人均九十二分,低了重答。", "quiz_quota"),
    ("同一份花名册,抄一份给团委、抄一份给妇联。", "duplicate_reporting"),
    ("没考的窗口还差两个,测试卷今晚收齐。", "quiz_quota"),
    ("咱院“医哨”应召率每班上大屏,应声慢的挨批。", "ranking_bulletin"),
    ("“矿灯家园”点开率每周贴在早班会白板上。", "ranking_bulletin"),
    ("各栋“邻帮值”月底都要冲上八百。", "points_ranking"),
    ("每名社员四星起步,“惠渔星”不到的补巡。", "points_ranking"),
    ("队员每天学够三十分,队长每晚对账。", "points_ranking"),
    ("打卡榜上后两名,下月换大夜。", "summon_penalty"),
    ("没绑“渡口通”的协管员重新竞聘。", "summon_penalty"),
    ("“渔家码”还没转绿的:老码头、东沙湾、盐场。", "ranking_bulletin"),
    ("大群里的通知,半小时内都要回。", "instant_reply"),
    ("排查数同报三处:系统、共享表、纸质本。", "duplicate_reporting"),
]

OTHERS = [
    "前台说下一个号请到三号窗口。",
    "自系统上线以来,每日平均访问稳定。",
    "五星级酒店的早餐券请到前台领取。",
    "每人一张宣传表,看完可带走。",
    "结果不够理想,大家别灰心。",
    "发放防诈明白纸,每户一张。",
    "请交班主任签字后取走材料。",
    "断断续续下了三天雨,山路难走。",
    "逾期未缴水费的,按合同计收违约金。",
    "体检合格后方可上岗。",
    "牙刷一次领两把,每户都有。",
    "红薯粉每斤五元,新粉下月到货。",
    "少一张凳子,请总务处补上。",
    "各企业须在省平台分别建立账目。",
    "接到求助后,十分钟内赶到现场。",
    "鱼苗成活率和增值率请各组估一估。",
    "猪价每周上墙,买卖双方都看得见。",
    "写三百字的游记,寄给本刊编辑部。",
]


@pytest.mark.parametrize(("text", "label"), SPOKEN_OF)
def test_an_act_is_heard(text: str, label: str) -> None:
    assert label in {each.label for each in readings(text)}


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
    assert not practices(text)
