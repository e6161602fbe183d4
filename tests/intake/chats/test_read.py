"""Chat exports are told apart by content and lose no message."""

import io
import json
from datetime import datetime

import pytest

from qingzhuang.intake.chats.lines import CHINA
from qingzhuang.intake.chats.read import read_chat, shape_of
from qingzhuang.model.chat import Message, MessageKind
from qingzhuang.model.problem import ProblemError

QQ = """消息记录（此消息记录为文本格式，不支持重新导入）

================================================================
消息分组:我的群聊
================================================================
消息对象:青禾镇网格群
================================================================

2026-03-02 9:05:04 AM 【管理员】甲(10001)
明早八点开会
带笔记本

2026-03-02 8:43:38 PM 乙<yi@example.com>
[图片]

2026-03-02 20:50:00 丙
收到
"""
SIDE = "【冒泡】甲 2/14/2026 9:16:13 PM\n第一行\n第二行\n\n乙 2/14/2026 12:05:00 AM\n乙撤回了一条消息\n"
BARE = "甲 9:59:54 PM\n收到\n\n乙 10:00:04 PM\n好\n"
MOBILE = "— —  2026-2-21  — —\n\n甲  23:50:12 \n一\n\n— —  2026-2-22  — —\n\n乙  0:01:40 \n二\n"
WELINK = "甲(z00123456)\t2026-03-31 09:15:32\n第一行\n第二行\n乙(l00123457)\t2026-03-31 09:16:45\n收到\n"
WECHAT = "2026-10-05 21:40:12 老王\n请接龙\n\n2026-10-05 21:41:00 小李\n1\n"
ONE_LINE = "老王 (2026-10-05 21:40):请接龙\n还有一句\n小李 (2026-10-05 21:41:03)：收到\n"
WECOM = "\n".join(
    json.dumps(each, ensure_ascii=False)
    for each in (
        {
            "msgid": "1",
            "action": "send",
            "from": "a",
            "roomid": "r",
            "msgtime": 1772413504000,
            "msgtype": "text",
            "text": {"content": "开会"},
        },
        {"msgid": "2", "action": "recall", "from": "a", "msgtime": "1772413505000", "msgtype": "revoke"},
        {
            "msgid": "3",
            "action": "send",
            "from": "b",
            "msgtime": 1772413506000,
            "msgtype": "image",
            "image": {},
        },
        {"msgid": "4", "action": "send", "from": "b", "msgtime": 1772413506000, "msgtype": "没见过的"},
    )
)
CSV = (
    "\ufefflocalId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n"
    '1,2,1,0,0,1772413504,2,"请接龙，\n收到回复",2026-03-02 09:05:04,老王,,wxid_1\n'
    "2,2,3,0,0,1772413505,2,,2026-03-02 09:05:05,,小李,wxid_2\n"
)
WEFLOW = json.dumps(
    {
        "weflow": {"version": "1"},
        "session": {"type": "群聊", "avatar": "x" * 20_000},
        "messages": [
            {"createTime": 1772413504, "type": "文本消息", "content": "请接龙", "senderDisplayName": "老王"}
        ],
    },
    ensure_ascii=False,
)
CHATLAB = json.dumps(
    {
        "chatlab": {"version": "0.0.2"},
        "messages": [
            {"sender": "1", "accountName": "老王", "timestamp": 1772413504, "type": 0, "content": "请接龙"}
        ],
    },
    ensure_ascii=False,
)


def read(text: str, encoding: str = "utf-8") -> list[Message]:
    return list(read_chat("群.txt", io.BytesIO(text.encode(encoding))))


@pytest.mark.parametrize(
    ("text", "shape", "count", "first"),
    [
        (QQ, "qq", 3, "明早八点开会\n带笔记本"),
        (SIDE, "qq_copied", 2, "第一行\n第二行"),
        (BARE, "qq_copied", 2, "收到"),
        (MOBILE, "qq_copied", 2, "一"),
        (WELINK, "welink", 2, "第一行\n第二行"),
        (WECHAT, "wechat_txt", 2, "请接龙"),
        (ONE_LINE, "one_line", 2, "请接龙\n还有一句"),
        (WECOM, "wecom", 4, "开会"),
        (CSV, "wechat_csv", 2, "请接龙，\n收到回复"),
        (CHATLAB, "document", 1, "请接龙"),
    ],
)
def test_each_shape_is_told_by_content_and_keeps_every_message(
    text: str, shape: str, count: int, first: str
) -> None:
    found = shape_of(text.encode())
    assert found is not None
    assert found.name == shape
    messages = read(text)
    assert len(messages) == count
    assert messages[0].text == first


def test_a_big_picture_before_the_messages_does_not_hide_them() -> None:
    assert read(WEFLOW)[0].sender == "老王"


def test_twelve_hour_times_are_understood() -> None:
    times = [message.at for message in read(QQ)]
    assert times == [
        datetime(2026, 3, 2, 9, 5, 4, tzinfo=CHINA),
        datetime(2026, 3, 2, 20, 43, 38, tzinfo=CHINA),
        datetime(2026, 3, 2, 20, 50, tzinfo=CHINA),
    ]
    assert read(SIDE)[1].at == datetime(2026, 2, 14, 0, 5, tzinfo=CHINA)


def test_a_day_line_dates_the_messages_below_it_and_no_day_means_no_moment() -> None:
    assert [message.at for message in read(MOBILE)] == [
        datetime(2026, 2, 21, 23, 50, 12, tzinfo=CHINA),
        datetime(2026, 2, 22, 0, 1, 40, tzinfo=CHINA),
    ]
    assert read(BARE)[0].at is None


def test_what_a_text_cannot_show_keeps_its_kind() -> None:
    assert [message.kind for message in read(QQ)] == [MessageKind.TEXT, MessageKind.PICTURE, MessageKind.TEXT]
    assert read(SIDE)[1].kind is MessageKind.RECALLED
    assert [m.kind for m in read(WECOM)][1:] == [MessageKind.RECALLED, MessageKind.PICTURE, MessageKind.OTHER]
    assert read(CSV)[1].kind is MessageKind.PICTURE


def test_archives_count_in_local_time() -> None:
    assert read(WECOM)[0].at == datetime(2026, 3, 2, 9, 5, 4, tzinfo=CHINA)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_old_encodings_are_read(encoding: str) -> None:
    assert read(QQ, encoding)[0].sender == "【管理员】甲"


def test_a_broken_line_of_an_archive_is_kept_and_stops_nothing() -> None:
    messages = read(WECOM.splitlines()[0] + "\n{坏的\n" + WECOM.splitlines()[2])
    assert [message.kind for message in messages] == [
        MessageKind.TEXT,
        MessageKind.OTHER,
        MessageKind.PICTURE,
    ]


def test_what_is_no_chat_says_what_can_be_read() -> None:
    with pytest.raises(ProblemError) as caught:
        read("这是一份通知。")
    assert caught.value.problem.code == "QZ-R040"
    assert "QQ" in caught.value.problem.cure
