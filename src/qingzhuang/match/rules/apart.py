"""What keeps two items apart although their words are the same: two kinds of places, two rounds of one act, two columns of one form."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, distinct, narrower, unsure
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.whose.rows import SITES
from qingzhuang.match.wording.folding import folded
from qingzhuang.match.wording.gist import gist, same_gist
from qingzhuang.match.wording.slots import Slots

_ACT = re.compile(
    r"[\u4e00-\u9fff]?(?:检查|巡查|巡检|巡护|排查|核查|安检|抽检|检测|走访|探访|回访|验收|督导|督查|消杀|清理|维护|检修|演练)"
)
_REGISTERED = {"登记日期", "登记时间"}
_DEEDS = ("日期", "时间", "结论", "结果", "意见", "措施", "问题", "照片", "人员")


def _of_unlike_acts(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """巡检日期 of sewage works and 巡查日期 of a spring: the label says an act, and the titles share nothing."""
    if (
        not (a.listing and b.listing)
        or a.listing == b.listing
        or (a.concept and b.concept)
        or a.role != b.role
    ):
        return False
    acts = all(_ACT.match(each.text) and each.text.endswith(_DEEDS) for each in (a, b))
    return acts and same_gist(a, b, lexicon) and not topic(a, lexicon) & topic(b, lexicon)


def _of_unlike_registers(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """登记日期 of a list of tenants and 登记时间 of one of migrants: each office wrote somebody down on its own day."""
    if not (a.listing and b.listing) or a.listing == b.listing or {a.concept, b.concept} != {"register.date"}:
        return False
    return {a.text, b.text} <= _REGISTERED and not topic(a, lexicon) & topic(b, lexicon)


def twice(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Two columns of one form in different words are two facts, or a question to its issuer; 主要疾病 beside 疾病 is a part."""
    if (
        a.listing is None
        or a.listing != b.listing
        or a.concept is None
        or a.concept != b.concept
        or a.rest
        or b.rest
    ):
        return None
    one, other = folded(a.text, lexicon), folded(b.text, lexicon)
    if one == other or a.role != b.role or a.realm != b.realm:
        return None
    if one.startswith("主要") and not other.startswith("主要") and not a.quantity:
        return narrower(_("{a}只说{b}里主要的。").format(a=a.text, b=b.text))
    if a.quantity and ("人均" in one) == ("人均" in other):
        return None
    if not a.quantity and (a.role or gist(a.text, lexicon) == gist(b.text, lexicon)):
        return None  # 姓名 under 家长 and 家长姓名 of two editions of a form
    return unsure(
        "property", _("一张表里分两栏问“{a}”和“{b}”，是不是一回事要问发表的人。").format(a=a.text, b=b.text)
    )


def places(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A workshop's 负责人 is no pharmacy's: both titles name the kind of place, and no place is of both kinds."""
    if a.realm != SITES or b.realm != SITES or a.listing == b.listing:
        return None
    one, other = (_kinds(each.listing or "", lexicon) for each in (a, b))
    if not one or not other or one & other:
        return None
    words = {"a": "、".join(sorted(one)), "b": "、".join(sorted(other))}
    return distinct("subject", _("不是一类地方：{a}与{b}。").format(**words))


@lru_cache(maxsize=65536)
def _kinds(title: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        kind for kind, words in lexicon.titles.site_kinds.items() if any(word in title for word in words)
    )


def deeds(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """安检日期 of two series of checks is two days, also where the lexicon does not know the word."""
    if _of_unlike_acts(a, b, lexicon) or _of_unlike_registers(a, b, lexicon):
        return unsure("event", _("“{a}”和“{b}”是两张表各自那一次的。").format(a=a.text, b=b.text))
    if a.group != "act" or b.group != "act" or a.concept or b.concept or not a.text.endswith(_DEEDS):
        return None
    if gist(a.text, lexicon) != gist(b.text, lexicon) or not (a.series and b.series) or a.role or b.role:
        return None
    if a.series == b.series or gist(a.series, lexicon) == gist(b.series, lexicon):
        return None
    return distinct("event", _("不是同一件事：{a}与{b}。").format(a=a.series, b=b.series))
