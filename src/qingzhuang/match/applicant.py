"""Who applies for somebody else: beside 患者姓名 the 申请人 of a form is not the one whom it is about."""

import re

from qingzhuang.match.lexicon import Kind
from qingzhuang.match.load import default
from qingzhuang.model.form import Form

_APPLIES = re.compile("(?<!被)(?<!共同)(?<!代)申请人(?!本人)")
_RELATED = re.compile(r"^(?:申请人)?与(?P<who>[^与]{2,6}?)的?(?:之间)?(?:的)?关系$")
_NOTE = re.compile(r"[（(].*?[）)]|[\s*:：]")
FOR_ANOTHER = "代申请人"


def applies_for_another(form: Form) -> bool:
    """Tell whether a form names an applicant, and beside him by name whom it is about: 申请人姓名 and 患者姓名, 申请人与死者关系. The head
    of a household and the members of his are no such people."""
    paths = ["/".join(_NOTE.sub("", level) for level in item.path) for item in form.items]
    if not any(_APPLIES.search(path) and not _RELATED.match(path) for path in paths):
        return False
    return any(map(_names_another, paths)) or any(
        _is_person(found["who"]) for path in paths if (found := _RELATED.match(path.rpartition("/")[2]))
    )


def _names_another(path: str) -> bool:
    whole = path.replace("/", "")
    return whole.endswith("姓名") and _is_person(whole.removesuffix("姓名"))


def _is_person(word: str) -> bool:
    return any(each.kind is Kind.PEOPLE for each in default().words.get(word, ())) or word in _DEAD


_DEAD = ("死者", "逝者", "亡者", "死亡人员")


def told(words: str, *, for_another: bool) -> str:
    """Return a label or header where the applicant is called what he is."""
    return _APPLIES.sub(FOR_ANOTHER, words) if for_another and not _RELATED.match(words) else words
