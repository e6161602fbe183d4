"""The words with which a group says that its work is done."""

import re

_DONE = re.compile(
    r"(?:本|此|该|这个|我们)群[^。!！?？\n]{0,12}?(?:任务|工作|使命|活动)[^。!！?？\n]{0,10}?(?:已经?|现已|全部|圆满|顺利)?(?:完成|结束)"
    r"|(?:本|此|该|这个)群[^。!！?？\n]{0,10}?(?:解散|不再使用|停止使用|停用|注销)"
    r"|(?:任务|工作|活动)[^。!！?？\n]{0,6}?(?:已经?|现已|全部|圆满|顺利)(?:完成|结束)[^。!！?？\n]{0,14}?(?:解散|退群|撤群|散群)"
)
_NOT = re.compile(
    r"不(?!再使用)|[未没勿别莫]|暂缓|如果|若|待|等[^。,，]{0,8}[后再]|完成后|结束后|之后再|吗|[?？]|是否|什么时候|何时|违规|要求|的群|清理|该解散"
)


def ended(text: str) -> bool:
    """Tell whether a message says that the group's work is done, or that the group ends."""
    if "群" not in text:
        return False
    found = _DONE.search(text)
    if found is None:
        return False
    return _NOT.search(text[max(0, found.start() - 6) : found.end() + 4]) is None
