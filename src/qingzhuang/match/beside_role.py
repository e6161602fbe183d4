"""A bare 身份证号 or 电话 on a card right behind a field for somebody in a role: 产权人 | 身份证号 | 电话 are the owner's."""

import re

from qingzhuang.match.lexicon import Kind
from qingzhuang.match.load import default
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Item, Table

_HIS = re.compile(
    r"(?:居民|公民)?身份(?:证|证件)?号码?|身份证|证件号码?|(?:联系)?电话|(?:联系|电话)号码|手机号?码?|联系方式"
)
_SPARE = re.compile(r"[\s*:：]|\(.*\)|（.*）")


def role_beside(item: Item, table: Table) -> str | None:
    """Return the word for the role whose holder a field of a card is about, since it stands behind it in its row; None
    for a role that the card's own person may have (申请人), and where no role stands there."""
    if item not in table.inputs or not _HIS.fullmatch(_SPARE.sub("", item.label)):
        return None
    for each in reversed(table.inputs[: table.inputs.index(item)]):
        if each.path[:-1] != item.path[:-1] or each.place.row != item.place.row:
            return None
        word = _SPARE.sub("", each.label)
        if not _HIS.fullmatch(word):
            word = word.removesuffix("姓名")
            return word if _is_anothers(word) else None
    return None


def _is_anothers(word: str) -> bool:
    lexicon = default()
    roles = [lexicon.roles[each.value] for each in lexicon.words.get(word, ()) if each.kind is Kind.ROLE]
    people = [role for role in roles if role.kind is SubjectKind.PERSON and role.name != "户主"]
    return bool(people) and not any(role.maybe_self for role in people)
