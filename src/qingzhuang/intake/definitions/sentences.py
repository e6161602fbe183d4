"""Notes cut into sentences, each without its number."""

import re
from collections.abc import Iterator

from qingzhuang.intake.layout.text import squash

_CUT = re.compile(r"[。；;！!\n\r]+|(?<=[^\d\s])\s*(?=(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]))")
_LEAD = re.compile(
    r"^(?:[（(【\[]?(?:备?注(?:释)?|说明|填[表报写](?:说明|要求|须知)|指标(?:解释|说明)|统计口径(?:说明)?|口径说明|名词解释|主要指标解释|提示|注意事项?)[】\])）]?\d*[：:、．.]?)"
)
_NUMBER = re.compile(
    r"^(?:\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．]|[※★*＊●·•-])"
)
_LONGEST = 400


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a note without white space, without 注： and without their numbers."""
    for each in _CUT.split(text):
        bare, before = squash(each), ""
        while bare != before:
            before = bare
            bare = _NUMBER.sub("", _LEAD.sub("", bare))
        if 1 < len(bare) <= _LONGEST:
            yield bare
