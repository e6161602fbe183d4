"""Plates, home addresses, and illness told of a person."""

import re
from collections.abc import Iterator, Sequence

from qingzhuang.privacy.found import Kind, Personal

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·. \-\u200b]{0,2}"
    r"(?=(?:[A-HJ-NP-Z]{0,3}[0-9]){2})[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![0-9A-Z])"
)
_N = r"[0-9一二三四五六七八九十]{1,5}(?:-[0-9]{1,4})?"
_DOOR = rf"{_N}(?:号楼|号院|[组社队号栋幢座]|单元|室|楼|层)"
_AREA = (
    r"(?:村民小组|自然村|行政村|村委会|村|社区|寨|屯|庄|小区|花园|家园|苑|公寓|宿舍|大道|路|街|巷|弄|胡同)"
)
_ADDRESS = re.compile(
    rf"[\u4e00-\u9fff]{{1,20}}?{_AREA}(?:[\u4e00-\u9fff]{{0,8}}?{_DOOR}){{1,5}}(?:[0-9]{{3,4}}(?![0-9]))?"
)
_HOME = re.compile(r"住址|住在|家住|现住|居住|地址|户籍|住(?=[\u4e00-\u9fff]{2})|家庭")
_OFFICE = re.compile(
    r"[\s,(]{0,4}(?:图斑|地块|宗地|井|桥|渠|线|点位|文件|公告|令|监测点|服务中心|政务|大厅|办公|会议室|窗口|派出所|学校|医院|卫生|党群|便民|活动室|仓库|门口|路灯|消防栓)"
)
_WORKPLACE = re.compile(
    r"办公地址|单位地址|会议地点|地点|受理地址|窗口地址|邮寄|通信地址|办理地点|集合|报送至|交到|送至"
)
_INNER = re.compile(r"室|单元|栋|幢|号楼")
_NEAR = 14

_HEALTH = re.compile(
    r"高血压|糖尿病|精神(?:障碍|分裂症|病|残疾)|抑郁症|肝炎|乙肝|肺结核|结核病|艾滋病?|HIV|癌症?|恶性肿瘤|肿瘤|尿毒症|透析|残疾[一二三四]级|[一二三四]级残疾|"
    r"怀孕|流产|结扎|吸毒|戒毒|确诊|核酸阳性|阳性|化疗|白血病|癫痫|梅毒|冠心病|脑梗死?|中风|瘫痪|心脏病|尘肺病?|智力残疾|肢体残疾|不孕|性病"
)
_SENTENCE = re.compile(r"[^。!?;\n]{1,400}")


def plates(text: str) -> Iterator[Personal]:
    """Plates of cars."""
    for found in _PLATE.finditer(text):
        yield Personal(Kind.PLATE, *found.span())


def addresses(text: str) -> Iterator[Personal]:
    """Addresses down to the door, where they are somebody's home and no office."""
    for found in _ADDRESS.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.end() - 2]
        if _OFFICE.match(text, found.end()) or _WORKPLACE.search(before) or _OFFICE.search(found[0]):
            continue
        home = _HOME.search(before)
        if home or _INNER.search(found[0]) or re.search(rf"{_N}[组社队].{{0,8}}?{_N}号", found[0]):
            yield Personal(Kind.ADDRESS, max(found.start(), _after(home, found, before)), found.end())


def _after(home: re.Match[str] | None, found: re.Match[str], before: str) -> int:
    """The word that says "lives at" is no part of the address."""
    return found.end() - 2 - len(before) + home.end() if home else 0


def illnesses(text: str, persons: Sequence[Personal]) -> Iterator[Personal]:
    """Illness in a sentence that names a person, by name or by number."""
    if not persons or not _HEALTH.search(text):
        return
    starts = sorted(each.start for each in persons if not each.contact)
    at = 0
    for sentence in _SENTENCE.finditer(text):
        while at < len(starts) and starts[at] < sentence.start():
            at += 1
        if at < len(starts) and starts[at] < sentence.end():
            for found in _HEALTH.finditer(text, *sentence.span()):
                yield Personal(Kind.MEDICAL, *found.span())
