"""Rates that are published, named, ranked; not the air, not a prize, not a job."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("对安装率每天一通报、每周一排名,后三名在全县大会上作检讨。", "ranking_bulletin summon_penalty"),
    ("现将各支部“学习强国”参学情况通报如下:第一支部98%,第二支部76%,第三支部61%。", "ranking_bulletin"),
    ("未完成注册的人员名单将在群内公布,请抓紧。", "forced_install ranking_bulletin"),
    ("打卡情况实行红黑榜晾晒。", "ranking_bulletin"),
    ("目前各村登录率:前进村92%,胜利村41%。排名靠后的村抓紧追赶。", "ranking_bulletin"),
    ("答题参与率低于80%的学校亮黄牌,低于60%的亮红牌。", "quiz_quota ranking_bulletin"),
    ("各社区小程序注册进度挂图作战、一日一晒。", "ranking_bulletin"),
    ("点赞数、转发数按科室排名,每周五公布。", "likes_forwards ranking_bulletin"),
]
OTHERS = [
    "不得对安装率、登录率进行排名通报。",
    "上月空气质量排名已公布,我区位列全市第三。",
    "现将拟录用人员名单公示如下。",
    "县里每天通报安装率,排名靠后的乡镇书记被约谈,基层苦不堪言。",
    "全市营商环境排名发布,我区位居第二。",
    "对拖欠工资企业列入黑名单并予以公布。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
