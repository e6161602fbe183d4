"""Two yes/no about one thing that ask unlike things of it: whether it is there, how it stands, whether it is against the rules."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, narrower, unsure
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

_THERE = re.compile(r"有无|是否(?:有|设|配|安装|建立|具备|存在)|有没有|[^已]设置$|配备$")
# What a thing must be there for; two of one line say the same.
_STATES = tuple(
    re.compile(words)
    for words in (
        r"畅通|通畅|无堵塞|未堵塞|未占用",
        r"锁闭|上锁|封闭|锁死|封堵",
        r"堵塞|占用|堆放|堆物|杂物",
        r"完好|完整|无损|齐全|正常|良好",
        r"破损|损坏|老化|缺失|失效|故障",
        r"合格|达标|符合|规范|标准",
        r"过期|超期|逾期",
        r"有效期内|在有效期|未过期",
    )
)
_AGAINST = re.compile(r"违规|违法|违章|非法|擅自|私自|无证")


def asked(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """疏散通道是否畅通 tells 有无疏散通道 while a no does not; 违规住人 tells 是否住人; 是否畅通 and 是否堵塞 are for a person."""
    if a.concept is None or (a.concept, a.rest, a.role) != (b.concept, b.rest, b.role) or a.text == b.text:
        return None
    one, other = _state(a.text), _state(b.text)
    if one is not None and other is not None:
        return None if one == other else unsure("property", _two(a, b))
    if one is not None and _THERE.search(b.text):
        return narrower(_("{a}问的是怎么样，{b}问的是有没有。").format(a=a.text, b=b.text))
    if bool(_AGAINST.search(a.text)) and not _AGAINST.search(b.text) and "yesno" in (a.form, b.form):
        return narrower(_("{a}只是{b}里违反规定的。").format(a=a.text, b=b.text))
    return None


def _state(text: str) -> int | None:
    return next((at for at, words in enumerate(_STATES) if words.search(text)), None)


def _two(a: Slots, b: Slots) -> str:
    return _("“{a}”和“{b}”问的是两种情形。").format(a=a.text, b=b.text)
