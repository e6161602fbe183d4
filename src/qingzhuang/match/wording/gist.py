"""What a label says once words of one meaning are one: 奖学金金额 and 奖学金, 药名 and 药品名称, 化肥施用量 and 化肥使用量.

Too bold for two columns of one form, where the difference is the point; good between forms that do not know each other.
"""

import re
from functools import lru_cache

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.replacing import replaced
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title

# What needs no word for "name": 理事长姓名 is the 理事长, 主办单位名称 the 主办单位.
_INSURED = re.compile("参保|参加")  # 参加医保人数 and 医保参保人数 are 医保人数
_LATIN = re.compile(r"\([A-Za-z]+\)$")  # 车架号(VIN)
_WHO = (
    "人",
    "员",
    "者",
    "长",
    "主任",
    "书记",
    "经理",
    "单位",
    "企业",
    "公司",
    "机构",
    "部门",
    "委员会",
    "学校",
    "医院",
    "合作社",
    "工会",
    "支部",
    "党委",
    "协会",
    "中心",
    "银行",
    "机关",
    "团体",
)
# Nor these: 电梯品牌名称 is the 电梯品牌.
_WHAT = ("品牌", "品种", "河段", "河道", "路段", "道路", "路线", "社区", "小区", "村", "组", "镇", "乡", "街道", "网格", "工种", "岗位", "专业", "课程", "疫苗", "作物", "树种", "商标", "林班", "港口", "码头")  # fmt: skip


def same_gist(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether two labels say the same, what the other form's title says left out."""
    one, other = _without(a.text, a.entity, b, lexicon), _without(b.text, b.entity, a, lexicon)
    if "money" in (a.dimension, b.dimension):
        one, other = one.removesuffix("金"), other.removesuffix("金")
    if one == other:
        return len(one) > 1
    if len(one) > 3 and sorted(one) == sorted(other):
        return True  # 报警器安装数 and 安装报警器数
    known = set() if b.generic else _known(a, lexicon) & {other}
    known |= set() if a.generic else _known(b, lexicon) & {one}
    return any(len(each) > 1 for each in known)  # 地点 alone is nobody's address


def _known(slots: Slots, lexicon: Lexicon) -> frozenset[str]:
    """The gists of all words for the item's property."""
    if slots.concept is None or slots.rest:
        return frozenset()
    concept = lexicon.concepts[slots.concept]
    return frozenset(gist(word, lexicon) for word in (concept.name, *concept.synonyms)) - {""}


def says_who(slots: Slots, lexicon: Lexicon) -> bool:
    """Whether a label names a function or a body itself: 理事长, 管理员姓名, 主办单位名称."""
    text = gist(slots.text, lexicon)
    return len(text) > 1 and text.endswith(_WHO)


def _without(text: str, own: str | None, other: Slots, lexicon: Lexicon) -> str:
    """The gist of a label without the beginning that the other form's title or row says, where that makes them one."""
    money = "money" in (other.dimension or "")
    told = read_title(other.listing, lexicon).listed + "/" + (other.entity or "")
    whole, aim = gist(_rateless(text, other), lexicon), gist(other.text, lexicon)
    short = aim.removesuffix("金") if money else aim
    if whole == aim:
        return whole
    for start in range(len(text) - 2, 1, -1):
        if (text[:start] in told or text[:start] == own) and gist(text[start:], lexicon) in (aim, short):
            return aim
    return whole


def _rateless(text: str, other: Slots) -> str:
    """月扶助金 beside 扶助金(元/月) without its 月."""
    bases = other.unit.symbol.split("/")[1:] if other.unit else []
    for base in bases:
        text = text.removeprefix(f"每{base}").removeprefix(base)
    return text


@lru_cache(maxsize=65536)
def gist(text: str, lexicon: Lexicon) -> str:
    """Replace words by their canonical ones, longest first; drop fillers; drop a tail that only says amount or count."""
    writing = lexicon.writing
    text = _LATIN.sub("", text)
    text = _INSURED.sub("", text) if "保" in _INSURED.sub("", text) else text
    for _turn in range(2):
        text = replaced(text, writing.gist, writing.gist_longest)
    text = writing.gist_composed.get(text, text)
    for tail in writing.gist_tails:
        if text.endswith(tail) and len(text) - len(tail) > 1:
            return text.removesuffix(tail)
    bare = text.removesuffix("名")
    return bare if bare.endswith(_WHO + _WHAT) else text


def pieces(longer: str, shorter: str) -> list[str]:
    """What the longer text has more than the shorter, stretch by stretch."""
    if longer.endswith(shorter):
        return [longer.removesuffix(shorter)]
    rest = list(shorter)
    marked = "".join(" " if rest and char == rest[0] and rest.pop(0) else char for char in longer)
    return marked.split()


def one_sided(one: str, other: str) -> bool:
    """One only adds characters to the other: where both have words of their own these tell them apart."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return all(char in rest for char in shorter)
