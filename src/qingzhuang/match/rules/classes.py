"""Which rows of a list a figure counts, told by one column: a yes, a class that it prints or that everybody knows by it."""

import re

from qingzhuang.match.rules.counted import AGES, left, said
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

GROUPED = re.compile(
    r"(?:性别|类别|分类|类型|区域|孩次|形式|程度|学历|等级|方式|状态|年龄|出生日期|出生年月|民族|身份|级别|结论|结果)$"
)
NOTE = re.compile(r"\([^()]*\)")  # 供养方式(集中或分散)
_STUB = re.compile(
    r"(?:本|当)[月季年期]|累计|季末|月末|年末|其中|合计|总数|总量|总计|数量|人数|户数|户次|件数|个数|家数|数|的|[:：]"
)
_ASKS = re.compile(r"是否|已经?|有无|发现|具备|条件")
_MAY = re.compile(r"条件|能否|可否|是否[可能应拟]|具备|计划")
_OR = re.compile(r"[/、,或()]")
_REACHED = re.compile(r"(?<=岁)及?以上")
_NOT = re.compile(r"不(?=满意|合格|达标|符合)|未")
_FLOW = re.compile(r"新增|新办|总数|总量|累计")
_KINDS = re.compile(r"[性孩童婴生儿]")
_WHY, _BY = ("原因", "起因"), ("引发", "引起", "造成", "导致", "原因")
_SORTS = ("类别", "类型", "种类", "性质", "身份")
_RANGE = re.compile(r"及?以[上下]$")  # 较大及以上
_LEVELS = re.compile(r"特别重大|特大|重大|较大|一般|(?:及?以上)")
_AMONG = re.compile(r"其中[:：]?|类$")
# The classes that everybody knows, by the columns that hold them.
_VALUES = (
    (re.compile(r"性别$"), re.compile(r"[男女](?:性|孩|童|婴|生)?")),
    (
        re.compile(r"学历$|文化程度$"),
        re.compile(r"研究生|本科|大专|中专|高中|初中|小学|文盲|(?:及?以[上下])"),
    ),
    (re.compile(r"年龄$|出生日期$|出生年月$"), AGES),
    (re.compile(r"年级$|年级班级$|班级$"), re.compile(r"小学|初中|高中|[一二三四五六七八九1-9]年级")),
    (re.compile(r"孩次$|胎次$"), re.compile(r"[一二三四1-4]孩|(?:及?以上)")),
    (re.compile(r"民族$"), re.compile(r"少数民族|汉族")),
    (
        re.compile(r"身份证号码?$|证件号码$|身份号码$"),
        re.compile(f"[男女](?:性|孩|童|婴|生)?|{AGES.pattern}"),
    ),
)


def known(text: str) -> re.Pattern[str] | None:
    """The classes that a column holds by its name."""
    return next((words for column, words in _VALUES if column.search(text)), None)


def all_of(words: re.Pattern[str], counted: str, *told: str) -> bool:
    """Whether a figure counts such a class and nothing besides."""
    return words.search(counted) is not None and not left(_KINDS.sub("", words.sub("", counted)), *told)


def says_yes(a: Slots, counted: str, told: str) -> bool:
    """是否已恢复 counts 已恢复图斑个数; whether something can be done does not count what has been done."""
    asked = _ASKS.sub("", a.text)
    if not shares(asked, counted) or (_MAY.search(a.text) and "已" in counted):
        return False
    words = counted.replace("可", "") if _MAY.search(a.text) else _NOT.sub("", counted)
    words = _REACHED.sub("", words) if "满" in asked else words
    return not left(words, asked, told)


def printed(a: Slots, lexicon: Lexicon) -> list[str]:
    """The answers that a column prints, or that its code list is known to have."""
    codes = lexicon.concepts[a.concept].codes if a.concept else ()
    return [*a.choices, *filter(None, _OR.split("/".join(NOTE.findall(a.text)))), *codes]


def names_class(a: Slots, b: Slots, told: str, lexicon: Lexicon) -> bool:
    """One of the classes that the column prints; where it prints none, a figure that names the column's word and one thing more."""
    words, text = said(b), NOTE.sub("", a.text)
    stem = GROUPED.sub("", text)
    answers = printed(a, lexicon)
    if composed(words, answers, stem, told):
        return True
    if not answers and "分类" in words and text.endswith(_SORTS) and stem and stem in told:
        return True  # 残疾军人 under 分类人数, where the list has 优抚对象类别
    if _FLOW.search(b.text):
        return False
    if b.text in answers or ("其中" in words and any(len(each) > 1 and each in b.text for each in answers)):
        return True
    if answers:
        choices = "".join(answers)
        return shares(_STUB.sub("", words), choices) and not left(words, choices, stem, told)
    return shares(stem, words) or b.text.endswith("类")


def composed(words: str, answers: list[str], *told: str) -> bool:
    """Whether a figure names one or several of the answers and nothing besides: 出租发包 of (出租、发包、出售)."""
    rest = words
    for each in sorted((each for each in answers if len(each) > 1), key=len, reverse=True):
        rest = rest.replace(each, "")
    rest = _RANGE.sub("", rest) if rest != words else rest
    return rest != words and not left(rest, *told)


def of_part(a: Slots, b: Slots, told: str, lexicon: Lexicon) -> bool:
    """Whether the column tells which of all rows stand in a part (其中：女性), given what is told of all of them."""
    counted, text = _AMONG.sub("", b.text), NOTE.sub("", a.text)
    if a.form == "yesno":
        return says_yes(a, counted, told)
    words = known(text)
    if words is not None and all_of(words, counted, told, text):
        return True
    stem, answers = GROUPED.sub("", text), printed(a, lexicon)
    if composed(counted, answers, stem, told):
        return True
    if answers or GROUPED.search(text) is None:
        return text.endswith(_WHY) and counted.endswith(_BY)
    graded = text.endswith(("等级", "级别")) and all_of(_LEVELS, counted, told, stem)
    sorts = (
        text.endswith(_SORTS) and stem in told and not any(each.search(counted) for _column, each in _VALUES)
    )
    return len(stem) > 1 and (shares(stem, counted) or graded or sorts)


def shares(one: str, other: str) -> bool:
    """Two characters that stand side by side in both."""
    return any(one[start : start + 2] in other for start in range(len(one) - 1)) or one == other
