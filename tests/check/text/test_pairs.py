"""The same practice once as the order, once as something told, quoted or ended."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("各村干部每天在“村务通”打卡三次,缺一次扣10元。", "checkin_relay summon_penalty"),
    ("请全镇党员干部今天下班前关注县融媒公众号,并转发一条推文。", "forced_install likes_forwards"),
    ("各班学习平台完成率低于90%的,班主任扣考核分。", "quiz_quota summon_penalty"),
    ("每名医护人员组织10名患者关注医院公众号。", "forced_install"),
    ("请各社区每天17时前把走访照片传到街道群。", "trace_upload"),
    ("各单位网上测评满意率必须达到98%以上,请提前做好动员。", "quiz_quota"),
    ("每人每天转发3条正能量信息到朋友圈,截图存档备查。", "likes_forwards trace_upload"),
    ("本周起,各科室日活率每天公布,末位科室长作检讨。", "ranking_bulletin summon_penalty"),
    ("教职工全员下载“校安通”,未下载的不予发放福利。", "forced_install summon_penalty"),
    ("群内通知须在20分钟内回复“收到”,晚上也不例外。", "instant_reply"),
    ("巡河轨迹不够3公里的不算,请重新巡。", "trace_upload"),
    ("入户数据要在三个系统里分别录入,今晚全部完成。", "duplicate_reporting"),
    ("学习时长和积分纳入年度考核,请大家重视。", "online_time points_ranking summon_penalty"),
    ("各网格长督促居民投票,本社区票数不能落后。", "likes_forwards"),
    ("请家长于今晚10点前完成安全教育平台学习并截图。", "quiz_quota trace_upload"),
]
OTHERS = [
    "村干部每天要在“村务通”打卡三次,缺一次扣10元,这样的规定让不少人叫苦。",
    "去年该镇要求全镇党员干部限时关注县融媒公众号并转发推文,被列为形式主义典型。",
    "据家长反映,某校规定学习平台完成率低于90%的班级要扣班主任考核分。",
    "有医护人员称,医院给每人下达了组织10名患者关注公众号的任务。",
    "社区工作者小周说,以前每天17时前都要把走访照片传到街道群,现在不用了。",
    "通报指出,个别单位为使网上测评满意率达到98%以上,提前“做工作”。",
    "“每人每天转发3条,还要截图存档。”一名乡镇干部向记者抱怨。",
    "新规实施后,该局不再公布各科室日活率,末位检讨的做法也被取消。",
    "教育局回应“教职工未下载校安通不发福利”:已责令学校立即纠正。",
    "夜里十一点,手机又响了,群里要求20分钟内回复“收到”,她只好爬起来打字。",
    "因为没信号,巡河轨迹不够3公里,村主任只能又走了一遍。",
    "同一户的数据要在三个系统里分别录入,这是许多基层干部的日常。",
    "《办法》明确,学习时长和积分不得纳入年度考核。",
    "居民王阿姨告诉记者,网格长曾挨家挨户督促居民投票。",
    "安全教育平台的学习由学校在课堂上组织,家长不必再陪着学、截图。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
