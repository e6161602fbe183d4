"""Of whom and where: population, how long somebody lives here or is gone, the area."""

import re

from qingzhuang.intake.definitions.numbers import DIGITS, number

_HERE = r"(?:本|我|该|所在|辖区|当地|全)"
_POPULATIONS = (
    ("常住", re.compile(r"(?:不论|无论|不管|不分|不问)(?:是否)?[^，,]{0,8}(?:户籍|户口)|常住(?:人口)?口径|(?:按|依)(?:照)?(?:常住|实际居住|居住)(?:地|人口)|常住(?:人口|居民|人员)")),
    ("流动", re.compile(rf"流动人口|外来(?:人口|人员)|非{_HERE}[^，,]{{0,3}}(?:户籍|户口)|(?:户籍|户口)(?:登记)?(?:地)?不在{_HERE}")),
    ("户籍", re.compile(rf"(?:户籍|户口)(?:登记)?(?:地|关系)?(?:均|都)?(?:在|落在|为|属于?|登记在){_HERE}|(?:具有|拥有|持有?|有){_HERE}[^，,不非]{{0,4}}(?:户籍|户口)|{_HERE}[^，,不非]{{0,3}}(?:户籍|户口)|按(?:照)?户籍|户籍(?:人口)?口径|户籍(?:人口|居民|人员)|户口登记")),
)  # fmt: skip
_LONG = rf"(?P<time>半年|{DIGITS}个?月|{DIGITS}年|{DIGITS}(?:天|日))"
_LIVED = re.compile(
    rf"(?:居住|住|在住|暂住|生活|常住|滞留)(?:时间|期限)?(?:累计|连续|已|实际)*(?:满|达到?|超过|不少于|在)?{_LONG}|(?:满|达到?){_LONG.replace('time', 'time2')}(?:及?以上)?(?:的)?(?:常住|居住)"
)
_AWAY = re.compile(rf"(?:离开|外出|在外|离家|外流)[^，,。；;]{{0,16}}?(?:满|达到?|超过|在)?{_LONG}")
_SHORT = re.compile(r"不满$|不足$|未满$")
_BASIS = re.compile(
    r"(?:按照?|依照?|根据|采用)(?P<basis>[^，,。；;：:按以（()）]{1,10}?)(?:的)?(?:统计)?口径|以(?P<by>[^，,。；;：:按以（()）]{1,10}?)(?:的)?口径(?=统计|为准|填|计|上报)"
)
_POINTS = re.compile(
    r"^(?:本|此|该|上述|以上|以下|下列|同一|统一|相同|相应|原|新|旧|有关|规定|不同|上年|去年|以往|统计)"
)
_LEVELS = (
    ("村", re.compile(r"(?:本|该|所在|全)(?:行政)?(?:村|社区|居委会|村[（(]?社区[)）]?|村居)(?!民小组)")),
    ("乡镇", re.compile(r"(?:本|该|所在|全)(?:乡镇?|镇|街道|乡镇街道|乡[（(]镇)")),
    ("县", re.compile(r"(?:本|该|所在|全)(?:县|区|县[（(]?[市、]?区[)）]?|旗)(?!域)")),
    ("市", re.compile(r"(?:本|该|所在|全)(?:市|州|盟|地区)")),
    ("省", re.compile(r"(?:本|该|所在|全)(?:省|自治区)")),
    ("辖区", re.compile(r"(?:本)?(?:辖区|行政区域|行政区划|行政区)(?:范围)?(?:内|以?内)")),
)  # fmt: skip


def population(text: str) -> str | None:
    """Return the population of a sentence, None when it names none or several."""
    found = [name for name, pattern in _POPULATIONS if pattern.search(text)]
    if found[:2] == ["常住", "户籍"] and re.search(r"(?:不论|无论|不管|不分|不问)", text):
        return "常住"
    if found[:2] == ["流动", "户籍"]:
        bare = _POPULATIONS[1][1].sub("", text)
        return "流动" if not _POPULATIONS[2][1].search(bare) else None
    return found[0] if len(found) == 1 else None


def lived(text: str) -> int | None:
    """Return the least months of living here."""
    found = _LIVED.search(text)
    return _months(found["time"] or found["time2"]) if found else None


def away(text: str) -> int | None:
    """Return the least months of being gone."""
    found = _AWAY.search(text)
    if found is None or _SHORT.search(found.group()[: -len(found["time"])]):
        return None
    return _months(found["time"])


def scope(text: str) -> str | None:
    """Return the level of the area that a sentence names, None when it names none or several."""
    found = [name for name, pattern in _LEVELS if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def basis(text: str) -> str | None:
    """Return the word of another way of counting (注册登记 in 按注册登记口径), None when it names none, several, or only points elsewhere."""
    found = {each["basis"] or each["by"] for each in _BASIS.finditer(text)}
    named = found.pop() if len(found) == 1 else None
    return None if named is None or _POINTS.search(named) or population(f"按{named}口径") else named


def _months(words: str) -> int | None:
    if words == "半年":
        return 6
    count = number(re.sub(r"个?月|年|天|日", "", words))
    if count is None:
        return None
    if words.endswith("年"):
        return count * 12
    return count if words.endswith("月") else count // 30 if count >= 30 and count % 30 in (0, 3) else None
