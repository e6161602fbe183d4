"""The column that names a row's own person by what he is: 参保人 | 证件号码. No column says 姓名, so the bare number tells."""

import re

from qingzhuang.match.lexicon import Kind
from qingzhuang.match.load import default
from qingzhuang.model.form import Form, Item, Table

_NUMBER = re.compile(r"(?:居民|公民)?(?:身份证|身份证件|证件|身份)(?:号码?|证号码?)")
_NOTE = re.compile(r"[（(].*?[）)]|[\s*:：]")
_NAMES = ("姓名", "名字", "名称")
_BETWEEN = ("性别", "民族", "年龄", "证件类型", "证件类别", "证件种类")


def names_own(table: Table) -> Item | None:
    """Return the column of the word for people or for a role that stands just before the only bare number of a person,
    where no column of the table is a name; None where there is no such column, or more than one."""
    words = [(item, _NOTE.sub("", item.label)) for item in table.columns]
    numbers = [place for place, (_item, word) in enumerate(words) if _NUMBER.fullmatch(word)]
    if len(numbers) != 1 or any(word.endswith(_NAMES) for _item, word in words):
        return None
    before = [pair for pair in words[: numbers[0]] if pair[1] not in _BETWEEN]
    if not before or before[-1][0].path[:-1] != words[numbers[0]][0].path[:-1]:
        return None
    return before[-1][0] if _means_somebody(before[-1][1]) else None


def _means_somebody(word: str) -> bool:
    lexicon = default()
    meanings = lexicon.words.get(word, ())
    roles = [lexicon.roles[each.value] for each in meanings if each.kind is Kind.ROLE]
    if any(role.staff or role.acts for role in roles):
        return False
    return bool(roles) or any(each.kind is Kind.PEOPLE for each in meanings)


def staff_listed(form: Form) -> str | None:
    """Return the function of the people whom a form lists, where its first name is theirs and its title says so: 护林员姓名 beside
    a bare 身份证号 in 护林员管理信息表. Then a bare 性别 is a ranger's. None where another name is bare or stands first."""
    words = [_NOTE.sub("", item.label) for item in form.items if len(item.path) == 1]
    names = [word for word in words if word.endswith("姓名")]
    who = names[0].removesuffix("姓名") if names else ""
    if not who or "姓名" in names or who not in (form.title or "") or not any(map(_NUMBER.fullmatch, words)):
        return None
    lexicon = default()
    roles = [each.value for each in lexicon.words.get(who, ()) if each.kind is Kind.ROLE]
    return next((role for role in roles if lexicon.roles[role].staff), None)
