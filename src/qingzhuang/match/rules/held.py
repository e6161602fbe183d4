"""A yes/no about a paper, a device or an insurance that its number or day tells: 许可证编号 → 是否取得许可证, 交强险终止日期 → 是否投保交强险; and about
a thing that is counted under its own header: 有限空间/数量 → 是否涉及有限空间. Never the other way: a yes tells no number."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

_ASKED = re.compile(r"^(?:是否|有无|有没有)(?:已经|已|依法|按规定|按要求)?")
_HOLD, _HAVE = "取得|办理|领取|持有|获得|具有|签订|备案", "安装|配备|配有|装有|设有|加装|设置"
_INSURE, _MEET = "投保|购买|参加|参保|缴纳|上了?", "涉及|存在|使用|发生|开展|种植|养殖|拥有|建有"
_VERB = re.compile(f"^(?:(?P<hold>{_HOLD})|(?P<have>{_HAVE})|(?P<insure>{_INSURE})|(?P<meet>{_MEET})|有)了?")
_NUMBER = re.compile(r"(?:证书|证|装置|设备|终端|文书|合同|协议)?(?:编号|号码|号|文号|保单号码?)$")
_ISSUED = re.compile(r"(?:发证|领证|取得|签发|颁发|核发|签订|办理|备案)(?:日期|时间|年月)$")
_FITTED = re.compile(r"(?:安装|加装|配备)(?:日期|时间|年月)$")
_ENDS = re.compile(r"(?:到期|终止|截止)(?:日期|时间|日)$|(?:有效期|期限)(?:至|止)$")
_NUMBERED = re.compile(r"^(?:数量|个数|处数|台数|人数|户数|总?数|面积)?$")
_OPEN = re.compile(r"计划|拟|应|预|申请|标准|未|下次|原|旧|注销|吊销|失效|退")
_NOT = re.compile(r"^[不未无](?!人机)|(?:过期|到期|有效|逾期|合格|正常)$")
_PEOPLE = ("resident", "household", "role")
_LEAST = 3  # characters that name one paper or thing; 证 or 合同 may be any


def held(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Whether there is one is told by its number, its day or its count."""
    if b.form != "yesno" or a.form == "yesno" or a.nonfact:
        return None
    thing = asked_of(b)
    if thing is None or _OPEN.search(a.text) or not _of_one(a, b):
        return None
    verb, what = thing
    formula = _formula(verb, what, a)
    why = _("填了{a}就知道{b}，反过来不行。").format(a=a.text, b=b.text)
    return derivable(formula, why, "form") if formula else None


def asked_of(b: Slots) -> tuple[str, str] | None:
    """What a yes/no asks of a paper or a thing: the sort of verb and the thing."""
    if b.form != "yesno" or b.nonfact:
        return None
    asked = _ASKED.sub("", b.text)
    found = _VERB.match(asked)
    if found is None or asked == b.text:
        return None
    what = re.sub(r"\([^()]*\)", "", asked[found.end() :])
    if len(what) < _LEAST or _NOT.search(what):
        return None
    return found.lastgroup or "have", what


def headed(a: Slots) -> tuple[str, str]:
    """A column's header, as far as it names a thing, and its own words."""
    header = a.rest.rsplit("/", 1)[0] if "/" in a.rest else a.rest
    return (header if header not in a.text else "", a.text)


def _formula(verb: str, what: str, a: Slots) -> str | None:
    header, text = headed(a)
    named = text.startswith(what) or (header.endswith(what) and not text.startswith(what))
    if not named:
        return None
    tail = text.removeprefix(what)
    if verb == "insure":
        return "day.valid" if _ENDS.search(tail) else "category.yesno" if _NUMBER.search(tail) else None
    if verb in ("meet", "have") and a.quantity:
        return "number.positive" if _NUMBERED.match(tail) else None
    if verb == "meet" or a.quantity:
        return None
    dated = (_ISSUED if verb == "hold" else _FITTED).search(tail)
    return "category.yesno" if dated or _NUMBER.search(tail) else None


def _of_one(a: Slots, b: Slots) -> bool:
    """The yes/no is asked of what has the paper: not of a house whose staff have it, nor of another person."""
    if a.role not in ("", b.role) and a.role_from != "row":
        return False
    if b.role not in ("", a.role) and b.role_from not in ("row", "label"):
        return False
    if not (a.listing and b.listing) or (a.group in _PEOPLE) != (b.group in _PEOPLE):
        return False
    return a.group not in _PEOPLE or a.entity == b.entity
