"""Who applies, pays or receives for somebody else: beside 患者姓名 the 申请人 of a form is not the one whom it is about, nor is the 投保人
beside the 被保险人 or the 领款人 beside 老人姓名."""

import re

from qingzhuang.match.vocabulary.lexicon import Kind
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.own_name import acts_on_others
from qingzhuang.model.form import Form

_FOR = r"(?<!被)(?<!共同)(?<!代)(?<!委托)(?<!同意)(?:{})(?!本人|与|和)"
_APPLIES = re.compile(_FOR.format("申请人"))
_TAKES = re.compile(_FOR.format("投保人|受益人|领款人|领取人|缴费人|缴款人|报名人"))
_RELATED = re.compile(r"^(?:申请人)?与(?P<who>[^与]{2,6}?)的?(?:之间)?(?:的)?关系$")
_NOTE = re.compile(r"[（(].*?[）)]|[\s*:：]")
_NAMES = ("死者", "逝者", "亡者", "死亡人员", "被保险人")


def for_another(form: Form) -> re.Pattern[str] | None:
    """Return the words for those who act for another in a form, None where nobody does: the form names them, and beside them by name
    whom it is about (申请人姓名 and 患者姓名, 申请人与死者关系, 投保人 and 被保险人姓名). The head of a household and its members are no such people,
    nor is a bare 姓名 beside an applicant: that may be his own."""
    paths = ["/".join(_NOTE.sub("", level) for level in item.path) for item in form.items]
    named = {name for path in paths if (name := _named(path)) is not None}
    related = {found["who"] for path in paths if (found := _RELATED.match(path.rpartition("/")[2]))}
    about = {name for name in named | related if _is_person(name)}
    words = [
        pattern.pattern
        for pattern, others in ((_APPLIES, about), (_TAKES, about | (named & {""})))
        if any(pattern.search(path) and not _RELATED.match(path) for path in paths)
        and any(not pattern.search(other) for other in others)
    ]
    return re.compile("|".join(words)) if words else None


def told(words: str, acting: re.Pattern[str] | None) -> str:
    """Return a label or header in which who acts for another is called so: 代申请人."""
    if acting is None or _RELATED.match(words):
        return words
    return acting.sub(lambda found: f"代{found.group()}", words)


def _named(path: str) -> str | None:
    """Whose name a column asks, "" for a bare 姓名; None where it asks something else."""
    whole = path.replace("/", "")
    return whole.removesuffix("姓名") if whole.endswith("姓名") else None


def _is_person(word: str) -> bool:
    """A class of residents, also one that the lexicon does not know (受伤人员), but nobody who acts for the office or comes along."""
    kinds = {each.kind for each in default().words.get(word, ())}
    unknown = Kind.ROLE not in kinds and len(word) > 2 and _CLASSES.search(word) is not None
    return word in _NAMES or Kind.PEOPLE in kinds or (unknown and not acts_on_others(word))


_CLASSES = re.compile(
    r"^(?!随|同|家庭|共同|其他|全体|成员).+(?:人员|伤者|患者|病人|儿童|老人|学生|幼儿|残疾人|遗孤|孤儿)$"
)
