"""What sort of answer a column wants, as far as its label, its unit and its printed answers tell."""

import re

from qingzhuang.match.wording.slots import Slots

YESNO, FIGURE, DAY, CODE, ACCOUNT, PHONE, PLACE, NAME, CLASS, TOLD, BODY, PERSON = (
    "yesno", "figure", "day", "code", "account", "phone", "place", "name", "class", "told", "body", "person"
)  # fmt: skip
ASKS_WHETHER = re.compile(r"是否|有无|有没有|能否|可否")
_PRINTED = re.compile(r"\(([^()]*)\)")
_BETWEEN, _PER = re.compile(r"[、/;,]|或"), re.compile(r"元/|[/人户年月天亩]$")
_ENDS = tuple(
    (sort, re.compile(f"(?:{words})$"))
    for sort, words in (
        (PHONE, "电话|手机|(?:电话|手机|联系)号码?|联系方式"),
        (ACCOUNT, "[账帐]号|[账帐]户|卡号码?|存折号"),
        (DAY, "日期|时间|年月日?|月份|年度|期至|截止日|到期日"),
        (CODE, "编码|代码|标识码|号码?"),
        (PLACE, "地址|地点|位置|住址|四至|乡镇|街道|区域|所在地"),
        (NAME, "名称"),
        (CLASS, "类别|类型|种类|方式|形式|等级|级别|性质|状态"),
        (TOLD, "情况|内容|措施|原因|理由|问题|意见|建议|简介|概况|事由|隐患"),
        (BODY, "单位|企业|公司|机构|部门|协会|合作社|厂家"),
        (FIGURE, "[人户次个件处台课]数|数量|总数|总额|总量|金额|费用|面积|单价|学时|餐次|比例|百分比"),
        (
            PERSON,
            "姓名|(?<!个)人|员|者|户主|书记|主任|[队组河林院站店校园]长|店主|业主|房东|医生|医师|教师|户",
        ),
    )
)
_RATE = re.compile(r"(?:标准|单价|费|价格)\([^()]*元")
_FIRM = {PHONE, ACCOUNT, CODE, NAME}  # these are no figures, whatever the lexicon counts
_COUNTED = {DAY, PERSON, BODY, PLACE, TOLD}  # these are where a unit says so
_FORMS = {
    "phone": PHONE,
    "id_number": CODE,
    "date": DAY,
    "month": DAY,
    "time": DAY,
    "integer": FIGURE,
    "number": FIGURE,
}


def printed(text: str) -> tuple[str, ...]:
    """The answers that a label prints in brackets: 自营, 承包经营 of 经营方式(自营、承包经营). Empty for a note that is no list."""
    notes = (note for note in _PRINTED.findall(text) if not _PER.search(note))
    found = (part for part in map(_BETWEEN.split, notes) if len(part) > 1)
    return tuple(each for part in found for each in part if each)


def sort_of(slots: Slots) -> str:
    """One of the words above, or nothing where the label does not tell."""
    if slots.form == "yesno" or ASKS_WHETHER.search(slots.text):
        return YESNO
    text = bare(slots.text)
    ends = next((sort for sort, words in _ENDS if words.search(text)), "")
    if (slots.quantity or _RATE.search(slots.text)) and ends not in _FIRM:
        return "" if ends in _COUNTED and slots.unit is None else FIGURE
    if ends or slots.form in _FORMS:
        return ends or _FORMS[slots.form or ""]
    if slots.concept == "person.name":
        return PERSON
    return CLASS if slots.choices or printed(slots.text) else ""


def bare(text: str) -> str:
    """A label without its notes in brackets."""
    return _PRINTED.sub("", text)


def stem(text: str) -> str:
    """A label without its notes, without the words that tell its sort and without 是否."""
    found = ASKS_WHETHER.sub("", bare(text))
    for _sort, words in _ENDS:
        found = words.sub("", found)
    return found
