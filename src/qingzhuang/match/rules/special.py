"""The kind against the whole, told by words: 本科就读院校 in 就读院校, 烟花混存照片 among 检查照片, 电梯类别 under 设备类别, 父亲 among 家长."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, narrower
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.gist import gist, one_sided, pieces
from qingzhuang.match.wording.slots import Slots

# Words in front that name another subject, time or step, and no kind.
_OTHER = re.compile(
    r"[被非未已应拟原曾前后新旧下上再复首末初次无不]|计划|实际|拟定|预计|预约|陪同|共同|协助|代办|代理|第[一二三四五\d]|本次|最近|紧急|其他|变更|负责|联系"
)
_PART = re.compile("^(?:基本|其他|其中)")
# What a narrowing word may add as a qualifier without being another fact.
_NARROWING = ("part", "level", "population", "people", "scheme", "sex", "season")


def relative(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """父亲's phone is one of 家长's phones (policy line 3), 配偶's name one of 家庭成员's names (line 10)."""
    genus = lexicon.roles.get(b.role)
    if genus is None or a.role not in genus.kinds or not _one_property(a, b, lexicon):
        return None
    return narrower(_("{a}是{b}里的一个。").format(a=a.role, b=b.role), "subject")


def _one_property(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    if a.rest or b.rest or a.quantity or b.quantity or a.qualifiers != b.qualifiers:
        return False
    return a.concept is not None and (
        a.concept == b.concept or (b.concept or "") in lexicon.broader(a.concept)
    )


def of_one_form(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A column that only narrows another one of its form."""
    if not _siblings(a, b) or a.text == b.text:
        return None
    return _more_words(a, b, lexicon) or _same_head(a, b, lexicon)


def _more_words(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Of two columns of one form the one that says more is the narrower: 期望县内就业单位 in 期望就业单位."""
    if a.form != b.form:
        return None
    one, other = gist(a.text, lexicon), gist(b.text, lexicon)
    if len(other) < 2 or len(one) <= len(other) or not one_sided(one, other) or b.text in lexicon.generic:
        return None
    extra = "".join(pieces(one, other))
    if len(extra) < 2 or _OTHER.search(extra) or _PART.search(b.text):
        return None
    if (
        b.options
        or (a.concept and (a.concept, a.rest) == (b.concept, b.rest))
        or not _same_subject(a, b, lexicon)
    ):
        return None
    if {name for name, _value in a.qualifiers ^ b.qualifiers} - set(
        _NARROWING
    ) or b.qualifiers - a.qualifiers:
        return None
    return narrower(_("{a}只说{b}里的一种。").format(a=a.text, b=b.text))


def mainly(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """主要返贫风险 is narrower than 返贫致贫风险 (policy line 10)."""
    if (
        (not a.text.startswith("主要") and "主要" not in a.text[2:])
        or "主要" in b.text
        or a.quantity
        or a.nonfact
    ):
        return None
    bare = a.text.replace("主要", "", 1)
    if a.role != b.role or b.nonfact or gist(bare, lexicon) != gist(b.text, lexicon) or len(bare) < 2:
        return None
    return narrower(_("{a}只说{b}里主要的。").format(a=a.text, b=b.text))


def _siblings(a: Slots, b: Slots) -> bool:
    """Two columns of one form that ask no numbers, and no facts that nobody keeps."""
    counted = a.quantity or b.quantity or a.nonfact or b.nonfact
    return a.listing is not None and a.listing == b.listing and a.entity == b.entity and not counted


def _same_subject(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """A role that the longer label names is somebody else; words that only look like one are not."""
    return a.role == b.role or (not b.role and a.role not in lexicon.roles and a.concept is None)


def _same_head(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """过期食品问题 is one of the 存在问题, 烟花混存照片 one of the 检查照片: what b says in front is no kind, or what the form is about."""
    for head, plain in lexicon.policy.kinds_of.items():
        one, other = _lead(a.text, head), _lead(b.text, head)
        if one and other is not None and _vague(other, plain, b) and not _vague(one, plain, a):
            return narrower(_("{a}是{b}的一种。").format(a=a.text, b=b.text))
    return None


def _lead(text: str, head: str) -> str | None:
    """What stands before the head, which may have a word like 描述 behind it."""
    for tail in ("", "描述", "内容", "情况", "说明", "类型", "详情", "明细"):
        if text.endswith(head + tail):
            return text.removesuffix(head + tail)
    return None


def _vague(lead: str, plain: frozenset[str], slots: Slots) -> bool:
    """No kind: nothing, a word such as 存在, or words of the form's own title."""
    bare = lead.removeprefix("主要").removesuffix("的")
    title = (slots.listing or "") + (slots.entity or "")
    return bare in plain or bare in title or any(bare.removesuffix(word) in title for word in plain if word)


def kind_word(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """收割机号牌 in 机具号牌, 是否事实孤儿 in 是否困境儿童: the label of a kind, word by word that of its genus."""
    if a.quantity or b.quantity or a.text == b.text or a.nonfact or b.nonfact:
        return None
    if a.role in lexicon.roles and a.role != b.role and not a.form == b.form == "yesno":
        return None
    if not (a.listing and b.listing) or not lexicon.policy.genera.search(b.text):
        return None
    target = _told(b.text, lexicon)
    for genus, kinds in lexicon.policy.kind_words.items():
        if genus not in b.text:
            continue
        for kind in kinds:
            if a.listing != b.listing and kind in f"{a.listing} {b.listing}":
                continue  # the form is about nothing else
            if kind in a.text and genus not in a.text.replace(kind, ""):
                said = _told(a.text.replace(kind, genus), lexicon)
                if said == target:
                    return narrower(_("{kind}是{genus}的一种。").format(kind=kind, genus=genus))
    return None


_IDLE = re.compile(r"患有|患病|患|属于|为|的|有|是否是|享受|纳入")


def _told(text: str, lexicon: Lexicon) -> str:
    return gist(_IDLE.sub("", text), lexicon)
