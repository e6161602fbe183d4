"""A twelfth batch: whoever falls short and what it costs, lists of those behind, shots of each step, answers on the stroke,
the same figures in several places."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("请各户关注“茶乡之声”公众号,没关注的农户下季茶苗不派。", "forced_install summon_penalty"),
    ("全体保洁员必须每天在“净巷”小程序签到,连续三日漏签的停发当月岗补。", "checkin_relay summon_penalty"),
    ("每人每月学法积分不低于六十分,不足六十分的收回聘书。", "points_ranking summon_penalty"),
    ("各站每周在“水润”APP登录不少于五次,登录不足五次的站长到镇里当面解释。", "online_time summon_penalty"),
    ("请各店注册“夜市通”,否则不予续租摊位。", "forced_install summon_penalty"),
    ("各班家长投票率逐班张贴在校门口橱窗。", "ranking_bulletin"),
    ("“护苗”小程序注册数按村列表,每周一见栏。", "ranking_bulletin"),
    ("各科室答题得分由高到低写在食堂黑板上。", "ranking_bulletin"),
    ("答题得分不足八十分的户,名字由书记早会上念。", "quiz_quota ranking_bulletin"),
    ("巡塘员每班须拍水位尺,传到“塘长”群。", "trace_upload"),
    ("一户一照,照片里要有门牌。", "trace_upload"),
    ("每喷完一桶药须拍药桶,今晚前交群里。", "trace_upload"),
    ("每次宣讲结束后必须现场合影上传平台。", "trace_upload"),
    ("群里问话,各组长一律三分钟内作答。", "instant_reply"),
    ("调度室来电响两声必须接听,夜里也要接听。", "instant_reply"),
    ("站长群里有令,各班马上应,不得装睡。", "instant_reply"),
    ("苗木数报林站、报农办、报合作社,三家的表各填各的。", "duplicate_reporting"),
    ("巡查情况除录入系统外,每周再填一份纸质表报办公室。", "duplicate_reporting"),
    ("用工数在系统、群表、纸册三处同步登记,三处数据须一致。", "duplicate_reporting"),
    ("系统上线后,纸质台账照写,日报照报。", "duplicate_reporting"),
    ("走访照今晚交到包片群,缺的自己补齐。", "trace_upload"),
    ("每巡一段河录视频十秒,传“河哨”平台。", "trace_upload"),
    ("残疾人名单同报民政办、残联、卫生院,三家都要盖章。", "duplicate_reporting"),
    ("扶贫车间用工数系统、月报、群表各一份,当日报齐。", "duplicate_reporting"),
    ("各店长须每天在“集市通”签到,少签一次减一成补贴。", "checkin_relay summon_penalty"),
]
OTHERS = [
    "茶园开了,游人可以在花下留影。",
    "户口本、身份证、结婚证各一份,窗口当场核验后退还。",
    "借书逾期未还的,暂停借阅,还书后恢复。",
    "未带准考证的考生不得入场。",
    "逾期未取的快件退回寄件人。",
    "迟到半小时以上的预约号自动作废,请重新取号。",
    "村卫生室公示栏每月更新药品价格表。",
    "比赛成绩由高到低公布,前三名发奖状。",
    "修车师傅会拍旧件给您看,方便您对账。",
    "火警电话三声内必须接听。",
    "接到求助电话后,救护车十分钟内到场。",
    "购房合同、发票、收据各一份,请妥善保管。",
    "不得要求村干部每走访一户拍照上传,不得以照片多少论成绩。",
    "县里取消了“一数多报”,纸质台账不再填写,各站只报一次。",
    "过去各组完成率逐周张贴,漏签的名字在早会上念,现在都不搞了。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    """The practices of a text, and no others, are found where they stand."""
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    """Ordinary service, bans and things of the past are no practices."""
    agrees(text, "")
