"""Likes, forwards, votes, fans as a duty or a yardstick; not handing on a document, not an election."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("请全体职工转发到朋友圈并集满30个赞,截图发群。", "likes_forwards trace_upload"),
    ("大家动动手指给我县的作品投一票,每人每天10票,投完截图。", "likes_forwards trace_upload"),
    ("各学校要组织师生、家长为“最美乡村教师”投票,每班不少于200票。", "likes_forwards"),
    ("刚发的视频号大家刷一波,点赞评论转发一个都不能少。", "likes_forwards"),
    ("各部门公众号月阅读量不低于2000,粉丝数每月新增100人以上。", "likes_forwards"),
    ("请把这条推文顶上去,每个人都要评论,字数不少于20字。", "likes_forwards"),
    ("冲一冲!咱们区现在排第三,各位赶紧打榜助力,每个账号每天三票。", "likes_forwards"),
    ("转发情况纳入月度考核,没转的科室在大群里点名。", "likes_forwards ranking_bulletin summon_penalty"),
    ("网评员每人每天跟帖评论不少于5条,完成情况报宣传办。", "likes_forwards"),
    ("@所有人 转起来!朋友圈保留三天不得删除、不得分组。", "likes_forwards"),
    ("请各位家长帮忙给学校点赞,一键三连,今天必须完成。", "likes_forwards"),
    ("每村每周投稿视频播放量不少于5000,低于5000的重新拍。", "likes_forwards"),
]
OTHERS = [
    "不得将点赞量、转发量、网络投票数作为考评依据。",
    "现转发市农业农村局《关于做好春耕生产的通知》,请结合实际抓好落实。",
    "第十届村民委员会换届选举投票时间为10月12日上午8时。",
    "宣传部下发通知定期调度通报点赞数,基层干部每天有500个点赞任务,被中央通报。",
    "一段暖心视频走红网络,获得网友10万点赞。",
    "感兴趣的朋友可以转发朋友圈,凭截图领取纪念品一份。",
    "文艺汇演精彩纷呈,台下观众纷纷点赞。",
    "请不要在群里发投票链接、砍价链接、集赞广告。",
    "今后不再要求干部职工转发、点赞、评论,愿不愿意转全凭自愿。",
    "业主大会采用线上投票方式表决物业费调整方案,请业主按时投票。",
    "朋友吐槽单位天天让转发朋友圈,还要截图交差。",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
