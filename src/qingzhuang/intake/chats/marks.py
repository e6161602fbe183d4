"""What stands in place of what a text cannot show: [图片], 撤回了一条消息, 加入本群."""

import re

from qingzhuang.model.chat import MessageKind

_MARKS = (
    (re.compile(r"^(?:\[(?:图片|照片|Image|动画表情|表情)\]\s{0,3})+$"), MessageKind.PICTURE),
    (re.compile(r"^\[(?:视频|小视频|短视频|Video)\]"), MessageKind.VIDEO),
    (re.compile(r"^\[(?:语音|语音消息|Voice)\]"), MessageKind.VOICE),
    (re.compile(r"^\[(?:文件|File)\]"), MessageKind.FILE),
    (re.compile(r"^\[(?:链接|分享|小程序|Link)\]"), MessageKind.LINK),
    (re.compile(r"撤回了一条消息\s*$"), MessageKind.RECALLED),
    (re.compile(r"(?:加入|退出|邀请.{1,40}加入)了?本群。?\s*$"), MessageKind.SYSTEM),
)


def kind_of(text: str) -> MessageKind:
    """Tell what a message's text stands for."""
    if len(text) > 200 or "\n" in text:
        return MessageKind.TEXT
    return next((kind for pattern, kind in _MARKS if pattern.search(text)), MessageKind.TEXT)
