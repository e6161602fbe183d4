"""Pictures, screenshots and tracks as proof; not a passport photo, not the report of a fault."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("请各村把入户走访照片发群里,每户一张,要带水印。", "trace_upload"),
    ("巡查结束后须上传现场照片不少于3张。", "trace_upload"),
    ("没发截图的赶紧补,截图发群才算完成。", "trace_upload"),
    ("每次活动要拍照留痕,活动前、中、后各一张,报党建办存档。", "trace_upload"),
    ("巡林期间不得关闭定位,轨迹不少于5公里。", "trace_upload"),
    ("志愿服务全程录像,视频当天上传系统。", "trace_upload"),
    ("请已经完成的把完成页面截图发给班主任。", "trace_upload"),
    ("消防宣传进小区,各社区今天下午5点前报3张图片、1段视频。", "trace_upload"),
    ("晒一晒你们的学习笔记,每个支部拍张照片传上来。", "trace_upload"),
    ("走访日志、照片、视频等佐证材料每周五打包上传平台。", "trace_upload"),
    ("网格员入户时开启定位,用水印相机拍照上传。", "trace_upload"),
]
OTHERS = [
    "报名时请上传近期免冠证件照一张。",
    "发现电线掉落请拍照并拨打报修电话。",
    "非必要不得要求基层上传工作照片、视频和轨迹。",
    "为了拍照留痕,村干部给同一户贫困户换了三件衣服拍照。",
    "精准定位产业发展方向,拓宽增收渠道。",
    "面向全市征集“我爱家乡”摄影作品,照片请发送至邮箱,优秀作品有奖。",
    "以后检查工作看实绩,不看照片、不要截图。",
    "记者看到,一名网格员正忙着给整改前后的门店拍照、上传。",
    "会议将通过视频形式召开,请各地设分会场。",
    "执法人员应当对现场检查全过程进行录音录像。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
