"""The same fact, or plainly another property."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, distinct, unsure
from qingzhuang.match.rules.derive import stem
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.folding import folded
from qingzhuang.match.wording.gist import one_sided, same_gist
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import Verdict

_NEAR = 75.0
_NUMBERING = re.compile(r"(?:ID|Id|id|主键|标识|标识码|标识符)$")
SITE_AND_OWNER = {("site.name", "organisation.name"), ("site.addr", "organisation.addr")}


def element(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """All slots agree on a known property."""
    if a.concept is None or a.concept != b.concept or folded(a.rest, lexicon) != folded(b.rest, lexicon):
        return None
    if a.rest and not _one_paper(a, b, lexicon):
        return unsure("property", _("“{a}”和“{b}”里有词库不认识的词。").format(a=a.text, b=b.text))
    if not (a.context or b.context) and lexicon.policy.decisions["no-context"] != "equal":
        return unsure("subject", _("两边都没写是哪张表，不能断定是同一人或同一单位。"))
    name = lexicon.concepts[a.concept].name
    return Outcome(
        Verdict.EQUAL, _("都是{name}，主体、口径、时间、单位没有不同。").format(name=name), "property"
    )


def _one_paper(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """The same words, or 有效期至 under the header 食品经营许可证 beside 食品经营许可证有效期至."""
    one, other = folded(a.text, lexicon), folded(b.text, lexicon)
    under = folded(a.rest, lexicon)
    return one == other or under + one == other or under + other == one


def wording(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The same words that the lexicon does not know, in forms that do not contradict."""
    if a.concept or b.concept or not a.rest or a.form != b.form:
        return None
    apart = a.listing is not None and b.listing is not None and a.listing != b.listing
    same = _nearly(a.rest, b.rest, lexicon) if apart else folded(a.rest, lexicon) == folded(b.rest, lexicon)
    if not same or _told_apart(a, b, lexicon):
        return None
    return Outcome(Verdict.EQUAL, _("用词相同（“{word}”），没有不同的迹象。").format(word=a.text), "property")


def _told_apart(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """任务ID and 计划ID, 教师ID and 教职工ID: a number names the rows of one list, and near words for these may be two lists. So may
    通知 and 学生通知 where no form says of whom it speaks."""
    if _NUMBERING.search(a.rest):
        return folded(a.text, lexicon) != folded(b.text, lexicon)
    return not (a.context or b.context) and a.named != b.named


def asking(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """是否为党员 and 党员否, asked with other small words."""
    if not (a.form == b.form == "yesno") or a.qualifiers != b.qualifiers:
        return None
    if stem(a, lexicon) != stem(b, lexicon) or len(stem(a, lexicon)) < 2:
        return None
    return Outcome(Verdict.EQUAL, _("问的都是{word}。").format(word=a.text), "property")


def site_name(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A shop's name or address and its owner's registered one stand for one another where every row is one site (policy)."""
    if (a.concept, b.concept) not in SITE_AND_OWNER or a.rest or b.rest or a.role or b.role:
        return None
    if a.realm is None or a.realm != b.realm or a.listing == b.listing:
        return None
    verdict = Verdict(lexicon.policy.decisions["site-name"])
    return Outcome(
        verdict, _("一家一行的表里，{a}和{b}说的是同一处。").format(a=a.text, b=b.text), "property"
    )


def property_(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Two known properties that nothing connects."""
    if a.concept is None or b.concept is None or a.concept == b.concept:
        return None
    if a.rest and b.rest and _ratio(a, b) >= _NEAR:
        return None
    names = {"a": lexicon.concepts[a.concept].name, "b": lexicon.concepts[b.concept].name}
    return distinct("property", _("问的是两件事：{a}与{b}。").format(**names))


def perhaps(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Two properties of which one may be the other, by the policy's list."""
    if a.rest or b.rest or (a.listing is not None and a.listing == b.listing and not a.context):
        return None
    why = lexicon.policy.perhaps.get(frozenset((a.concept or "", b.concept or "")))
    return unsure("property", _("可能是一回事：{why}。").format(why=why)) if why else None


def part(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Counts and amounts of a part: 不良贷款余额 is a part of 贷款余额, and one part of a sum tells neither."""
    if not (a.quantity and b.quantity) or a.text == b.text or not one_sided(a.text, b.text):
        return None
    return distinct("part", _("“{a}”和“{b}”一个只是另一个的一部分。").format(a=a.text, b=b.text))


def near(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Unknown words that are nearly the same: a person should look. So they should where one form seems to ask twice."""
    twice = a.listing is not None and a.listing == b.listing and a.role == b.role and same_gist(a, b, lexicon)
    if _of_another(a.text) != _of_another(b.text) or (a.text == b.text and a.rest != b.rest):
        return None  # 申请人 and 被申请人; one word under two headers
    if twice or _nearly(a.text, b.text, lexicon) or (_ratio(a, b) >= _NEAR and one_sided(a.text, b.text)):
        return unsure("property", _("“{a}”和“{b}”是不是一回事，词库里还没有。").format(a=a.text, b=b.text))
    return None


def _of_another(text: str) -> bool:
    return text.startswith("被")


def _nearly(one: str, other: str, lexicon: Lexicon) -> bool:
    return _unified(one, lexicon) == _unified(other, lexicon)


@lru_cache(maxsize=65536)
def _unified(text: str, lexicon: Lexicon) -> str:
    for word, short in lexicon.writing.near.items():
        text = text.replace(word, short)
    return folded(text, lexicon)


def words(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Different words."""
    one, other = (a.rest, b.rest) if a.text == b.text else (a.text, b.text)
    return distinct("property", _("用词不同：“{a}”与“{b}”。").format(a=one, b=other))


def _ratio(a: Slots, b: Slots) -> float:
    return fuzz.ratio(a.text, b.text)
