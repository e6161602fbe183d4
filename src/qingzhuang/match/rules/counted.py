"""What a report's figure counts beyond what a list lists: only where nothing is left do the list's rows give the figure.

Two forms of one place and month meet in every column: 姓名 of a list of rehabilitation stands against every count of the
report, and gives one of them.
"""

import re

from qingzhuang.match.rules.house import KINDS, everybody_of, listed
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots

# What says nothing of whom or what is counted.
_IDLE = re.compile(
    r"[本当这][月季年期]度?|事项|\([笔份条处张例辆台座起宗种]\)|[笔份条处张例辆台座]数|业务(?=[笔件]数)|[月季年期]末|场次|[场]数|全[县镇乡村市区]|辖区|上报|录入|发生|发现|接收|接待|截至|目前|现有|在册|存量|实有|其中|合计|总计|小计|共计|总数|总量|总|数量|总?人数|人次|户数|户次|件数|个数|家数|块数|次数"
    r"|参加|参与|受理|涉及|登记|已|发放|支出|收入|资金|金额|金|额|款|费用?|情况|[的数量者口类项]|农户|人口|人员|[人户家件个宗起块名次只头株间]"
)
_LISTED = re.compile(
    r"[0-9]+|花?名册|清册|台账|登记|排查|检查|核查|记录|日志|明细|发放|金|信息|情况|基本|对象|人员|[册表簿的人户]"
)
_CERTIFIED = re.compile(r"持证(?=残疾)")
AGES = re.compile(
    r"\(?\d+周?岁?(?:及?以上|以下|[-—至到]\d+周?岁)?(?:含\d+)?\)?|(?<![\u4e00-\u9fff])岁以上|老年人?|老人|未成年人?|青壮?年|儿童"
)
_FLOWS = re.compile(r"新增|新办|停发|减少|注销|退出|返乡|新入|离岗")
_NEW = re.compile(r"新(?:发展|增|入|办|吸收|建)")
_GIVEN, _TAKEN = re.compile(r"补助|救助|资助|补贴|慰问|发放"), re.compile(r"受助|受益|享受")
_MORE = 2


def said(figure: Slots) -> str:
    """All that a figure says of what it counts: its label, and what headers and title add."""
    values = (value for _name, value in sorted(figure.qualifiers))
    return "".join([figure.text, *(each for each in (*values, figure.rest) if each not in figure.text)])


def left(words: str, *told: str) -> str:
    """The characters of a figure's words that nobody told."""
    known = set("".join(told))
    return "".join(char for char in _IDLE.sub("", words) if char not in known and char not in "()/、,:")


def titles(a: Slots, b: Slots, lexicon: Lexicon) -> str:
    """What both titles say of what is listed and counted."""
    return "".join(listed(each, lexicon) for each in (a, b))


def whole(rows: Slots, figure: Slots, lexicon: Lexicon) -> bool:
    """Whether a figure counts all that a list lists, and nothing else: neither a part of it (新增人数, 视力残疾人数) nor a wider
    population (持证残疾人 are more than those who were served)."""
    words = _CERTIFIED.sub("", said(figure))
    told = titles(rows, figure, lexicon)
    if "老" in told:
        words = AGES.sub("", words)
    if _GIVEN.search(told):
        words = _TAKEN.sub("", words)
    if "新" in told:
        words = _NEW.sub("", words)
    if any(flow not in told for flow in _FLOWS.findall(words)):
        return False
    return not left(words, told, rows.entity or "") and lists_no_less(rows, figure, lexicon)


def lists_no_less(rows: Slots, figure: Slots, lexicon: Lexicon) -> bool:
    """Whether the list is of all whom the figure or its report names."""
    who = _LISTED.sub("", listed(rows, lexicon))
    known = set(said(figure) + listed(figure, lexicon))
    return sum(char not in known for char in who) <= _MORE


def all_of_house(rows: Slots, figure: Slots, lexicon: Lexicon) -> bool:
    """Whether a figure counts everybody in one house, in its own words: 期末用工人数 of 在职职工, but not 新进人数."""
    words = said(figure)
    for kind in KINDS:
        words = kind.sub("", words)
    return (
        everybody_of(rows, figure, lexicon)
        and not _FLOWS.search(words)
        and not left(words, titles(rows, figure, lexicon))
    )
