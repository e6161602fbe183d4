"""An order to download, install, register or follow is found; news, bans and free offers of the same are not."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("请各村(社区)于3月20日前组织辖区群众下载安装“青禾e家”APP,安装率务必达到95%以上。", "forced_install"),
    ("全体教职工今晚12点前必须完成“平安校园”小程序的注册认证。", "forced_install"),
    ("“清风在线”应装尽装、应注尽注,一户不漏。", "forced_install"),
    ("每名网格员本周内至少动员20户居民注册“和美家园”。", "forced_install"),
    ("还没关注县融媒公众号的同志抓紧扫码关注,关注后把名字报给我。", "forced_install"),
    ("各位家长,请务必关注“青禾消防”微信公众号,班级关注率要达到100%。", "forced_install"),
    ("各支部要把APP安装激活作为硬任务,党员安装率必须达到100%。", "forced_install"),
    ("@所有人 反诈APP没装的今天下班前装好。", "forced_install"),
    ("一、工作目标。6月底前,全镇16岁以上常住人口“乡治通”注册率不低于80%。", "forced_install"),
    ("村干部带头装,再带动亲戚邻居装,每人30户的安装任务月底前清零。", "forced_install"),
    ("未安装“平安乡镇”的一律不得评优评先。", "forced_install summon_penalty"),
    ("新入职人员须先下载“智慧机关”客户端并完成实名认证,方可领取饭卡。", "forced_install summon_penalty"),
    ("请大家手机上都装一下城管通小程序,扫我发的二维码就行,装完在群里说一声。", "forced_install"),
    ("各镇要确保本辖区商户“一户一码”全覆盖,做到户户申领、店店亮码,亮码扫码不留死角。", "forced_install"),
    ("@全体成员 上面要查下载量,每家至少两个手机号下载注册,别拖后腿。", "forced_install"),
    ("各单位关注“禾城发布”视频号的人数须达到在编人数的90%。", "forced_install"),
    ("机关干部职工要全员下载使用“随手拍”软件,做到人人会用、天天在用。", "forced_install"),
    ("驻村工作队要入户推广“惠农通”,每户至少安装一部手机。", "forced_install"),
]
OTHERS = [
    "不得强制要求群众下载安装政务APP,不得以安装率排名。",
    "严禁向基层下达APP安装、注册任务指标。",
    "记者走访发现,某镇要求村干部每人每天推广安装APP 20户,完不成就要通报。",
    "有网格员吐槽,手机里装了17个APP,光注册就花了半天。",
    "“禾快办”自愿下载,不愿下载的群众可到窗口办理。",
    "截至8月底,全县反诈APP注册用户突破12万,安装率达91%,位居全市前列。",
    "请点击附件下载报名表,填写后发送至邮箱。",
    "各村要在6月底前完成公共区域监控摄像头的安装。",
    "欢迎关注我们的公众号,回复“年货”即可参与抽奖。",
    "您好,您反映的社区要求安装APP问题已收悉,经核实,该社区已停止该做法,今后不再要求居民下载。",
    "某单位曾规定,凡未下载指定APP的职工当月绩效扣200元,后被责令整改。",
    "居民可通过“禾快办”小程序查询医保缴费记录,也可拨打服务电话。",
    "各单位要立即停止强制下载、定期登录等做法,已下达的安装指标一律取消。",
    "我们单位又要求装一个新的APP,不装就不给评优,这合理吗?",
    "首次使用请点击“注册”,输入手机号和验证码,按提示完成实名认证即可登录。",
    "请各考生于4月1日前登录报名系统注册并上传证件照。",
    "对基层反映强烈的强制安装注册问题,开展专项整治。",
    "村民老李说,以前为了完成注册任务,村干部拿着他的手机挨个装软件。",
    "请施工单位在5月1日前完成烟感报警器安装,并组织验收。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
