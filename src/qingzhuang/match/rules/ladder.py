"""Of one form: an address lies in the village, town or county that another column asks, whatever words stand before it."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, narrower
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

_NOTE = re.compile(r"\(([^()]*)\)")
_TAIL = re.compile(r"(?:名称|名)$")
_ADDRESS = re.compile(r"(?:门牌号?码?|门牌地址|详址|地址|住址|坐落|位置|住所|地点)$")
# From the smallest: a home in its estate, group, village, town, county, city, province.
_LEVELS = (
    re.compile(r"(?:小区|楼栋|宿舍|院落)$"),
    re.compile(r"(?:村民?小?组|小组|村组|自然村|屯|湾)$"),
    re.compile(r"(?:行政村|村居|村|社区|园区|居委会)$"),
    re.compile(r"(?:街道|乡镇|镇街|镇|乡|办事处)$"),
    re.compile(r"(?:县市?区?|区县|[^地园社小校景辖片山林灾]区)$"),
    re.compile(r"(?:[^城超门集股上夜菜农]市|地级市|市州)$"),
    re.compile(r"(?:省|省份|自治区)$"),
)
# Places that are another fact: where somebody is registered is not where he lives or works.
_OTHER = re.compile(
    r"户籍|户口|籍贯|出生|原|迁|转|单位|公司|学校|务工|就业|工作|流出|流入|葬|墓|火化|就诊|就医|医院|接种|存放|通信|通讯|事故|发证|开户|注册|服务|联系|管护|负责|责任|收货|发货|目的|出发"
)


def ladder(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """门牌 in 所在街道, 自然村 in 所在乡镇: a is the smaller place."""
    if a.listing is None or a.listing != b.listing or a.quantity or b.quantity or a.nonfact or b.nonfact:
        return None
    one, other = _level(a.text), _level(b.text)
    if one is None or other is None or one >= other or _elsewhere(a.text, b.text):
        return None
    return narrower(_("{a}在{b}之内。").format(a=a.text, b=b.text))


@lru_cache(maxsize=65536)
def _level(text: str) -> int | None:
    """-1 an address, from 0 on the rungs; None what names no place."""
    for note in _NOTE.findall(text):
        if (level := _rung(note)) is not None and _NOTE.sub("", text).endswith("地"):
            return level
    bare = _TAIL.sub("", _NOTE.sub("", text))
    return -1 if _ADDRESS.search(bare) else _rung(bare)


def _rung(text: str) -> int | None:
    return next((level for level, words in enumerate(_LEVELS) if words.search(text)), None)


def _elsewhere(one: str, other: str) -> bool:
    said = set(_OTHER.findall(one)), set(_OTHER.findall(other))
    return said[0] != said[1]
