"""A yes/no that another column of the form tells: 罚款金额 → 是否罚款, 分娩方式(顺产/剖宫产) → 是否剖宫产, 检验结论 → 是否合格."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome, derivable
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.gist import one_sided
from qingzhuang.match.wording.slots import Slots

_ASKED = re.compile(r"是否|有无|有没有|能否")
_IDLE = re.compile(r"已|经|了|的|有|存在|享受|进行|被|为|属于|已经")
_VERDICTS = ("合格", "通过", "达标", "正常", "满意", "符合", "优秀", "不合格", "异常")
_GRADES = re.compile(
    r"(?:结论|结果|评价|状态|状况|程度|等级|级别|类别|类型|方式|情况|满意度|形式|性质|种类)$"
)
_LEVEL = re.compile(r"[一二三四五六1-6ABCD甲乙丙][级类等]|[高中低]级|重度|重大")
_BOUND = re.compile(r"是否(?:达到|达)?(?P<bound>[\u4e00-\u9fff]{1,4}?)(?:及|或|\(含\))?以[上下]$")
_PAPER = re.compile(r"(?:证书|证|文书|通知书|合同|协议)?(?:编号|号码|号|文号)$")
_PLAN = re.compile(r"计划|拟|应|预|申请|标准|未")


def told(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Whatever tells a yes/no of the same form."""
    if _yesno_beside(a, b):
        return _counted(a, b) or _chosen(a, b) or _reached(a, b)
    return (_verdict(a, b) or _reached(a, b)) if _yesno_of_another(a, b) else None


def _yesno_of_another(a: Slots, b: Slots) -> bool:
    """Two forms about the same kind of rows, or one about an act on them."""
    asks = b.form == "yesno" and a.form != "yesno" and "不" not in b.text and not a.nonfact
    return asks and a.role == b.role and bool(a.listing and b.listing)


def _verdict(a: Slots, b: Slots) -> Outcome | None:
    """账户状态 of another form tells 账户是否正常, 检验结论 检验是否合格."""
    asked = _asked(b)
    bare = re.sub(r"\([^()]*\)", "", a.text)
    rest = re.sub("|".join(_VERDICTS), "", asked)
    if not asked.endswith(_VERDICTS) or not _GRADES.search(bare) or len(rest) < 2 or rest not in bare:
        return None
    return derivable("category.read", _("填了{a}就知道{b}，反过来不行。").format(a=a.text, b=b.text), "form")


def _reached(a: Slots, b: Slots) -> Outcome | None:
    """评定等级(优、良、中、差) tells 评定是否达到中等及以上: one of the printed choices is the bound."""
    found = _BOUND.search(b.text)
    if found is None or a.time != b.time or not _GRADES.search(a.text):
        return None
    bound, about = found["bound"].removesuffix("等级").rstrip("等级"), b.text[: found.start()]
    if not bound or not any(each.startswith(bound) or bound == each for each in a.choices):
        return None
    if about and not one_sided(about, _GRADES.sub("", a.text)):
        return None
    return derivable("category.read", _("填了{a}就知道{b}，反过来不行。").format(a=a.text, b=b.text), "form")


def _counted(a: Slots, b: Slots) -> Outcome | None:
    """An amount, a number of days or of heads tells whether there is any; so does a paper's number."""
    if _PLAN.search(a.text):
        return None
    asked = _asked(b)
    paper = _PAPER.search(a.text)
    if not (a.quantity or paper) or len(asked) < 2:
        return None
    said = a.text if not paper else a.text[: paper.start()]
    if not (said.startswith(asked) if paper else _within(asked, said)):
        return None
    return derivable("number.positive", _("填了{a}就知道{b}。").format(a=a.text, b=b.text))


def _within(asked: str, told: str) -> bool:
    """罚款 in 罚款金额, 欠租 in 欠缴租金."""
    return asked in told or (len(asked) > 1 and len(told) > len(asked) and one_sided(asked, told))


def _chosen(a: Slots, b: Slots) -> Outcome | None:
    """One of the printed choices, or the good end of a verdict."""
    if a.quantity:
        return None
    asked = _asked(b)
    if not asked:
        return None
    listed = any(
        choice in (asked, "有" + asked) or asked.endswith(choice) for choice in a.choices if len(choice) > 1
    )
    verdict = _GRADES.search(a.text) is not None and asked.endswith(_VERDICTS) and _about(a, asked)
    level = _GRADES.search(a.text) is not None and _LEVEL.search(asked) is not None and _graded(a.text, asked)
    if not (listed or verdict or level):
        return None
    return derivable("category.read", _("填了{a}就知道{b}，反过来不行。").format(a=a.text, b=b.text), "form")


def _about(a: Slots, asked: str) -> bool:
    """检验结论 → 检验合格 or a bare 合格; 满意度评价 → 满意."""
    rest = re.sub("|".join(_VERDICTS), "", asked)
    return not rest or one_sided(rest, _GRADES.sub("", a.text)) or rest in a.text


def _graded(text: str, asked: str) -> bool:
    """重大危险源等级 → 一级重大危险源."""
    what = _GRADES.sub("", text)
    return len(what) > 1 and re.sub(r"[一二三四1-4][级类等]", "", asked) == what


def _yesno_beside(a: Slots, b: Slots) -> bool:
    beside = b.form == "yesno" and a.listing is not None and a.listing == b.listing
    return beside and a.form != "yesno" and not a.nonfact and "不" not in b.text


def _asked(b: Slots) -> str:
    return _IDLE.sub("", _ASKED.sub("", b.text))
