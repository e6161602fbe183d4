"""What the other form's title says already: 用途 in a form about 自建房 is 自建房用途."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, unsure
from qingzhuang.match.rules.derive import converted
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.folding import folded
from qingzhuang.match.wording.gist import gist, one_sided, pieces, same_gist, says_who
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.verdict import Verdict

_ALIKE = ({"text", "code", None}, {"number", "integer", None}, {"date", None}, {"phone", "text", None})
_MORE, _NEAR = 60.0, 81.0
_AMOUNTS = ("量", "款", "额", "数", "费", "频次")
_SEVERAL = ("、", "及", "和", "与")


def named(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The words that only b has are what a's title is about. In one form they would be two columns."""
    more = _more(a, b, lexicon)
    if len(more) < 2 or not a.listing or a.listing == b.listing or (a.concept and b.concept):
        return None
    if a.role != b.role or a.form != b.form or a.time != b.time or not _about(a, more, lexicon):
        return None
    return converted(a, b, lexicon) or Outcome(
        Verdict.EQUAL, _("{a}那张表说的就是{more}。").format(a=a.text, more=more), "property"
    )


def worded(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Two forms that do not know each other word one thing in two ways."""
    if not (a.listing and b.listing) or a.listing == b.listing or _two_concepts(a, b, lexicon):
        return None
    shapes = {a.form, b.form}
    alike = len(shapes) == 1 or any(shapes <= kinds for kinds in _ALIKE)
    if a.time != b.time or not alike or _quantity(a) != _quantity(b):
        return None  # whose it is has been settled: 理事长 of a society and 理事长姓名 are one
    if not same_gist(a, b, lexicon) or _unlike_rows(a, b, lexicon):
        return None
    if a.text == b.text:
        why = _("用词相同（“{word}”），没有不同的迹象。").format(word=a.text)
    else:
        why = _("两张表的说法不同，意思一样：{a}与{b}。").format(a=a.text, b=b.text)
    return converted(a, b, lexicon) or Outcome(Verdict.EQUAL, why, "property")


def _two_concepts(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows both and as two properties. Part of a label is not known: 受益农户数 is not 户数. Nor are 主持人姓名, a
    property, and the name of the 会议主持人 two."""
    if a.concept is None or b.concept is None or a.concept == b.concept or a.rest or b.rest:
        return False
    return "person.name" not in (a.concept, b.concept) or not (says_who(a, lexicon) and says_who(b, lexicon))


def _quantity(slots: Slots) -> bool:
    """A count or an amount, by its last character too where nobody knows the words: 漂浮物量, 赔付款, 清运频次."""
    return slots.quantity or (slots.form is None and slots.concept is None and slots.text.endswith(_AMOUNTS))


def _unlike_rows(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """A bare 人数 of two forms, or a word that is known to ask something of persons beside one of a form of which nobody knows whom or
    what it lists: not by likeness alone, unless the titles share a topic."""
    half = (
        (a.realm is None) != (b.realm is None)
        and (a.concept is None) != (b.concept is None)
        and not a.quantity
    )
    bare = a.generic and b.generic and a.quantity
    return (half or bare) and not topic(a, lexicon) & topic(b, lexicon)


def alike(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """One of two forms only says more words, or nearly the same ones: 调解员 and 人民调解员. A person should look. Counts and
    amounts are left out, where more words name a part."""
    if (
        not (a.listing and b.listing)
        or a.listing == b.listing
        or a.quantity
        or b.quantity
        or a.role != b.role
    ):
        return None
    if a.qualifiers != b.qualifiers or a.text.startswith("被") != b.text.startswith("被"):
        return None
    one, other = gist(a.text, lexicon), gist(b.text, lexicon)
    if min(len(one), len(other)) < 2 or fuzz.ratio(one, other) < (_MORE if one_sided(one, other) else _NEAR):
        return None
    if _only_titled(a, b, one, other, lexicon):
        why = _("“{a}”比“{b}”多的字，表名里都有。")
        longer, shorter = (a, b) if len(one) > len(other) else (b, a)
        return Outcome(Verdict.EQUAL, why.format(a=longer.text, b=shorter.text), "property")
    shapes = {a.form, b.form}
    if a.concept and b.concept and a.concept != b.concept and len(shapes) > 1 and "phone" in shapes:
        return None  # 帮扶人姓名 and 帮扶人电话
    return unsure("property", _("“{a}”和“{b}”说法相近，是不是一回事要看一眼。").format(a=a.text, b=b.text))


def _only_titled(a: Slots, b: Slots, one: str, other: str, lexicon: Lexicon) -> bool:
    """Two forms about one thing, and what the longer label has more stands in their titles: 恢复图斑号 in 恢复图斑明细."""
    if not one_sided(one, other) or a.form != b.form or min(len(one), len(other)) < 3:
        return False
    if None not in (a.concept, b.concept) and a.concept != b.concept and not (a.rest or b.rest):
        return False  # 入党日期 and 申请入党日期 are two known days
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    told = f"{a.listing} {b.listing}"
    return bool(topic(a, lexicon) & topic(b, lexicon)) and all(
        piece in told or piece in _IDLE for piece in pieces(longer, shorter)
    )


_IDLE = (
    "申请",
    "统一",
    "登记",
    "服务",
    "文",
    "书",
    "办理",
    "相关",
    "具体",
    "详细",
    "现",
    "本",
    "该",
    "所",
    "情",
)


def topic(slots: Slots, lexicon: Lexicon) -> frozenset[str]:
    """Two characters side by side of what the title is about, without the words for forms and acts."""
    return _topic(slots.listing, lexicon)


@lru_cache(maxsize=32768)
def _topic(listing: str | None, lexicon: Lexicon) -> frozenset[str]:
    text = _ACTS.sub(" ", read_title(listing, lexicon).listed)
    pairs = (text[start : start + 2] for start in range(len(text) - 1))
    return frozenset(pair for pair in pairs if " " not in pair)


_ACTS = re.compile(
    r"登记|检查|记录|申请|审批|明细|发放|情况|信息|基本|管理|台账|备案|汇总|统计|核查|排查|采集|评估|验收|通知|告知|处理|办理|公示|监督|村级|农村|城乡|居民|人员|对象|目录|档案|工作|年度"
)


def generic(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """金额 beside 补贴金额: a bare general word may mean any of its kinds while nobody knows its form."""
    if (
        a.context
        or not (a.generic or a.options or len(a.text) < 3)
        or a.rest
        or a.text == b.text
        or b.nonfact
    ):
        return None
    if not b.text.endswith(a.text) or (b.context and b.listing is None):
        return None
    return unsure("property", _("“{a}”没写是哪张表的，可能就是“{b}”。").format(a=a.text, b=b.text))


def _more(a: Slots, b: Slots, lexicon: Lexicon) -> str:
    """What b's label has in front of a's."""
    one, other = folded(a.text, lexicon), folded(b.text, lexicon)
    return other.removesuffix(one) if other != one and other.endswith(one) else ""


def _about(a: Slots, more: str, lexicon: Lexicon) -> bool:
    title = read_title(a.listing, lexicon)
    if any(word in title.listed for word in _SEVERAL):
        return False
    return title.listed.startswith(more) if a.quantity else more in title.listed
