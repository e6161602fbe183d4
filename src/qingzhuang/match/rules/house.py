"""The list of everybody in one house (a school, a nursery, a firm) and the report of that house: the titles begin with its name, and need share no
other word."""

import re

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title

_HOUSE = re.compile(
    r"^[\u4e00-\u9fff()]{2,14}?(?:公司|工厂|[厂园]|学校|小学|中学|学院|医院|卫生院|敬老院|养老院|福利院|合作社|农场|林场|中心|[车托]间)(?=(?:19|20)\d\d)"
)
_BEFORE_YEAR = re.compile(r"^([\u4e00-\u9fff()]{2,12}?)(?=(?:19|20)\d\d)")
_EVERYBODY = re.compile(r"在[职托校园院册住岗读]")
KINDS = (re.compile(r"职工|员工|用工|务工|从业"), re.compile(r"[女男]?[童婴孩]|幼儿|学生|入托|在托"))


def listed(slots: Slots, lexicon: Lexicon) -> str:
    """What a title says of whom it lists, without the place or house before the year: 幼儿 of 朝露幼儿园 are not said to be listed."""
    found = read_title(slots.listing, lexicon).listed
    for name in (_HOUSE, _BEFORE_YEAR):
        before = name.match(slots.listing or "")
        found = found.removeprefix(before.group() if before else "")
    return found


def of_one_house(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether `a` stands in the list of everybody in one house, and `b` in a report of it. 食堂从业人员 of a school are not everybody."""
    one, other = (_HOUSE.match(each.listing or "") for each in (a, b))
    if one is None or other is None or one.group() != other.group():
        return False
    return _EVERYBODY.search(listed(a, lexicon)) is not None


def everybody_of(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether the figure, or the report's title, besides names the sort of people who are listed: 女童 of 在托婴幼儿, no 女职工."""
    if not of_one_house(a, b, lexicon):
        return False
    who = listed(a, lexicon)
    told = b.text if any(kind.search(b.text) for kind in KINDS) else listed(b, lexicon)
    return any(kind.search(who) and kind.search(told) for kind in KINDS)
