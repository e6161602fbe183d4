"""The column that names a row's own person by what he is: 参保人 | 证件号码, 扫墓人姓名 | 身份证号 in a list of who swept graves.
No column says 姓名, so the only bare number tells."""

import re

from qingzhuang.match.vocabulary.lexicon import Kind
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.title import read_title, whom
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form, Item, Table

_NUMBER = re.compile(r"(?:居民|公民)?(?:身份证|身份证件|证件|身份)(?:号码?|证号码?)")
_NOTE = re.compile(r"[（(].*?[）)]|[\s*:：]")
_NAMES = ("姓名", "名字", "名称")
_HEAD = ("户主姓名", "户长姓名")
_KIN = ("与户主关系", "与户主的关系", "家庭关系", "是否户主")
_MEMBER, _CHILDREN = "家庭成员", ("子女", "儿子", "女儿")
_DOES = re.compile(r"(?P<act>[\u4e00-\u9fff]{2,4})(?:人员|人|者)")
# Who does something to or for somebody else, or for the office.
_ON_OTHERS = re.compile(
    "[检巡排核普督][查验导]|走访|探访|填[报表]|审[核批查]|经办|承办|办理|负责|责任|记录|调[查解]|登记|采集|验收|评[估审]|代|委托|受托|监护|照[料护]|护理|看护|联系|紧急|推荐|介绍|担保|"
    "保证|见证|证明|发放|管[理护]|值[班守]|主持|授课|接待|受理|救助|帮扶|帮教|资助|关爱|服务|陪同|举报|投诉|报[案警告]|鉴定|监督|宣传|组织|举办|主办|出租|承租|所有|使用|产权|经营"
)
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


def names_listed(table: Table, title: str) -> Item | None:
    """Return the column with the name of whom the title lists by what he does, of a child, of a tenant or whoever else may be the row's own, or
    of a member beside 与户主关系: the first name
    but the head's, before the only bare number of a person. None where a bare 姓名 or another name comes before it, or where who is named
    stands in a function, acts on others or is one of two (推荐人 beside 被推荐人)."""
    words = [(item, _NOTE.sub("", item.label)) for item in table.columns]
    numbers = [place for place, (_item, word) in enumerate(words) if _NUMBER.fullmatch(word)]
    names = [
        place for place, (_item, word) in enumerate(words) if word.endswith("姓名") and word not in _HEAD
    ]
    if (
        len(numbers) != 1
        or not names
        or not names[0] < numbers[0]
        or any(word == "姓名" for _item, word in words)
    ):
        return None
    between = [word for _item, word in words[names[0] + 1 : numbers[0]]]
    item, word = words[names[0]]
    beside = item.path[:-1] == words[numbers[0]][0].path[:-1]
    if not beside or any(each not in (*_BETWEEN, *_KIN) for each in between):
        return None
    who = word.removesuffix("姓名")
    another = any(each.startswith(f"被{who[:2]}") for _item, each in words)
    return item if not another and _is_listed(who, title, {each for _item, each in words}) else None


def _is_listed(who: str, title: str, words: set[str]) -> bool:
    lexicon = default()
    roles = [each.value for each in lexicon.words.get(who, ()) if each.kind is Kind.ROLE]
    listed = whom(read_title(title, lexicon).listed, lexicon)
    known = lexicon.roles.get(roles[0]) if roles else None
    if known is not None and (known.maybe_self or known.resident) and not (known.staff or known.acts):
        return known.kind is SubjectKind.PERSON  # 承租人姓名 | 身份证号 in a list of rents
    if roles:
        return (_MEMBER in roles and not words.isdisjoint(_KIN)) or (
            roles[0] in _CHILDREN and listed.endswith(who)
        )
    does = _DOES.fullmatch(who)
    return does is not None and does["act"] in title and not acts_on_others(who)


def acts_on_others(who: str) -> bool:
    """Tell whether words for somebody say that he checks, records, vouches for or looks after others, or acts for an office."""
    return _ON_OTHERS.search(who) is not None


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
    return next(
        (role for role in roles if lexicon.roles[role].staff and not lexicon.roles[role].resident), None
    )
