"""Messages as they are sent in groups: slang, shouting, half sentences."""

import pytest

from tests.check.text.agree import agrees

ORDERS = [
    ("反诈截图还差3个村没发,速度!", "trace_upload"),
    ("大家顶一下这条,别沉了,每个人都要评论。", "likes_forwards"),
    ("今天的青年大学习开始了,老规矩,学完截图发群,晚上八点我统计。", "trace_upload quiz_quota"),
    ("打榜最后一天了,咱们乡排倒数第二,每人发动10个亲友投票,冲一冲!", "likes_forwards ranking_bulletin"),
    ("@全体成员 收到扣1", "instant_reply"),
    ("接龙:已安装反诈APP的在后面接,没装的马上装。1.张三 2.李四", "checkin_relay forced_install"),
    (
        "老师们,县里通报了,咱校关注率全县垫底,没关注的赶紧关注,班主任盯一下自己班。",
        "forced_install ranking_bulletin",
    ),
    ("亲们,帮忙到这个链接给咱村的特产投票,一天可以投3次,投完吱一声。", "likes_forwards"),
    ("昨晚没打卡的:王伟、刘洋、陈静。今天再漏就扣绩效了。", "checkin_relay summon_penalty"),
    ("各位楼组长,居民群接龙今天必须到100%,做不到的明天到居委会说明。", "checkin_relay summon_penalty"),
    ("群里的消息大家都要看,看到要回个收到,别老让我打电话。", "instant_reply"),
    ("挂机也要给我挂够时长,月底查后台。", "online_time"),
    ("积分掉到全县倒数了,今天每人至少刷30分上去。", "points_ranking ranking_bulletin"),
    ("上面要求今晚十点前全镇安装量破两千,各村现在就入户,一小时报一次进度。", "forced_install"),
    ("没有投票的抓紧投,截图私发我,我要登记。", "likes_forwards trace_upload"),
    ("各组长把本组没注册的名单报上来,我在大群里公布。", "forced_install ranking_bulletin"),
    ("周末值班的干部晚上别关机,随时准备接电话,群里喊人五分钟内必须应。", "instant_reply"),
    ("视频号新作品,全员转赞评,半小时后我看后台数据,没动的我点名。", "likes_forwards"),
    ("入户照片一定要带时间地点水印,没水印的退回重拍。", "trace_upload"),
    ("各村妇联主席:把家庭教育公益课看完,每人不少于60分钟,看完晒截图。", "online_time trace_upload"),
    ("发现还有三十几户没扫码,网格长今天上门一户一户让他们扫,扫完截图给我。", "trace_upload forced_install"),
    (
        "家长们辛苦了,安全教育平台第5讲还有7位同学没完成,名单:3号、8号、15号…请今晚完成。",
        "quiz_quota ranking_bulletin",
    ),
]
OTHERS = [
    "今晚七点村口放电影,有空的来看。",
    "谁家的车挡住消防通道了,麻烦挪一下。",
    "明天上午九点开会,不能来的跟我说一声。",
    "群主,能不能别天天发投票链接啊。",
    "收到,马上就装。",
    "好的,我这就去打卡。",
    "报告,我村已全部完成注册。",
    "今天我们几个去新开的书店打卡,照片发朋友圈了。",
    "有需要代买菜的接龙,今天下午统一送。",
    "大家不用回复收到,看到就行。",
    "请大家注意,陌生链接不要点,投票集赞很多是骗局。",
    "周六义诊,想去的老人可以找我登记。",
    "这个群以后只发通知,不打卡、不接龙、不用回复。",
    "网传要给孩子投票才能评优,学校没有组织过,请家长不要参与。",
    "物业:明天上午停水,请提前储水。",
    "谢谢大家的点赞和鼓励!",
    "领导,村里已经报过三次了,怎么又要报一遍?",
]


@pytest.mark.parametrize(("text", "labels"), ORDERS)
def test_an_order_is_found(text: str, labels: str) -> None:
    agrees(text, labels)


@pytest.mark.parametrize("text", OTHERS)
def test_what_orders_nothing_is_left_alone(text: str) -> None:
    agrees(text, "")
