"""The words of a clause that carry the duty: the act with what orders it, without the one who is spoken to."""

import re

from qingzhuang.check.text.decide import Read
from qingzhuang.check.text.lexicon import pattern

_TIME_BEFORE = pattern(
    r"(?:请|务必|必须|一律|须|要|每[天日周月人晚期][^,。;]{0,8}|应|及时|确保|全员|人人|不得[^,。;]{0,2}|统一|今晚|今天)[^,。;:!?\n]{0,14}$"
)
_AFTER = pattern(
    r"^[^,。;:!?\n、]{0,16}?(?:<n>(?:%|分钟|小时|次|人|户|分|条|张|公里|米|个)|以上|全覆盖|到位|到群里?|发群|群里|群内|上报|报送|通报|考核|回复|收到|朋友圈|扣分|资格|挂钩|遗漏|落实)"
)
_LEFT = re.compile(r"^[\s,:、。;!?~)(\]【】\[0-9.]+")
_RIGHT = re.compile(r"[\s,:、。;!?~(\[【”]{1,400}$")
_SHORT_REST = 10


def span(text: str, read: Read) -> tuple[int, int]:
    """Start and end in the text of one spelling."""
    part = read.place.part
    start, end = max(read.hit.start, part.start), min(read.hit.end, part.end)
    before = _TIME_BEFORE.search(text, part.start, start)
    if before:
        start = before.start()
    rest = text[end : part.end]
    stripped = _RIGHT.sub("", rest)
    if len(stripped) <= _SHORT_REST:
        end += len(stripped)
    elif after := _AFTER.match(rest):
        end += after.end()
    left = _LEFT.match(text[start:end])
    start += left.end() if left else 0
    return start, max(end - len(_trail(text[start:end])), start + 1)


def _trail(words: str) -> str:
    found = _RIGHT.search(words)
    return found[0] if found else ""
