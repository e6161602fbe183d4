"""A bare 身份证号 or 电话 right behind a field for somebody in a role: 产权人 | 身份证号 | 电话 on a card are the owner's, and so is
the telephone behind 看护人 in a list that has named its own person before."""

import re
from collections.abc import Sequence

from qingzhuang.match.vocabulary.lexicon import Kind, Role
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.reading import read_text
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Item, Table

_NUMBER = re.compile(r"(?:居民|公民)?身份(?:证|证件)?号?码?|证件号码?")
_REACHED = re.compile(r"(?:联系)?电话|(?:联系|电话)号码|手机号?码?|联系方式")
_TIE = re.compile(r"与.{1,6}(?:的)?关系|关系")
_OWN = re.compile(r"姓名|户主(?:姓名)?|.{1,6}姓名")
_PEOPLE = ("人", "员", "者", "长")
_SPARE = re.compile(r"[\s*:：]|\(.*\)|（.*）|#\d+$")


def role_beside(item: Item, table: Table) -> str | None:
    """Return the word for the role whose holder a field is about, since it stands behind it in its row; None for a role that
    the form's own person may have (申请人), and where no role stands there. In a list the own person is named before, and a
    number is another's only where the own person's stands before, too."""
    if item in table.inputs:
        beside = [each for each in table.inputs if each.place.row == item.place.row]
        return _role_before(item, beside) if _is_his(_word(item)) else None
    if item not in table.columns:
        return None
    before = table.columns[: table.columns.index(item)]
    word = _word(item)
    numbered = any(_NUMBER.fullmatch(_word(each)) for each in before)
    if not _REACHED.fullmatch(word) and not (_NUMBER.fullmatch(word) and numbered):
        return None
    return _role_before(item, table.columns) if any(map(_names_own, before)) else None


def _role_before(item: Item, beside: Sequence[Item]) -> str | None:
    """The role of the nearest field on the left that is no number, telephone or tie of the same person."""
    for each in reversed(beside[: beside.index(item)]):
        if each.path[:-1] != item.path[:-1]:
            return None
        word = _word(each)
        if not _is_his(word) and not _TIE.fullmatch(word):
            return _anothers(word.removesuffix("姓名"))
    return None


def _word(item: Item) -> str:
    return _SPARE.sub("", item.label)


def _is_his(word: str) -> bool:
    return _NUMBER.fullmatch(word) is not None or _REACHED.fullmatch(word) is not None


def _names_own(item: Item) -> bool:
    """Tell whether a column names the row's own person: 姓名, 老人姓名, 户主; not 监护人姓名."""
    word = _word(item)
    return _OWN.fullmatch(word) is not None and _anothers(word.removesuffix("姓名")) is None


def _anothers(word: str) -> str | None:
    """The word for somebody who is not the row's own: 看护人 itself, the role at the end of 夜间看护人."""
    lexicon = default()
    roles = [lexicon.roles[each.value] for each in lexicon.words.get(word, ()) if each.kind is Kind.ROLE]
    if roles and all(map(_may_be_anothers, roles)):
        return word
    if roles:
        return None
    read = read_text(word, lexicon)
    known = lexicon.roles.get(read.role or "")
    if known is None or read.head or not word.endswith(_PEOPLE) or not _may_be_anothers(known):
        return None
    return known.name


def _may_be_anothers(role: Role) -> bool:
    own = role.name == "户主" or role.maybe_self
    return role.kind is SubjectKind.PERSON and not own
