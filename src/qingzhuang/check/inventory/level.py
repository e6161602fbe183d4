"""The level of an office: as a column says, else as its name says."""

import re

_WORDS = {
    "central": ("中央", "国家", "国家级", "部级", "中央级", "部委"),
    "province": ("省", "省级", "自治区级", "省直", "省直部门", "省直单位", "区直(自治区)"),
    "city": ("市", "市级", "地市级", "地级", "州级", "州市级", "市直", "市直部门", "市直单位", "州直"),
    "county": ("县", "区", "县级", "区级", "区县级", "县区级", "县(区)级", "县(市、区)级", "县直", "区直", "县直部门", "区直部门", "县直单位", "县(市、区)"),
    "township": ("乡", "镇", "街道", "乡镇", "乡级", "镇级", "乡镇级", "街道级", "乡镇(街道)", "乡镇(街道)级", "镇街", "镇(街道)", "镇(街)", "乡镇街道"),
    "village": ("村", "社区", "村级", "社区级", "村居", "村(社区)", "村(社区)级", "村(居)"),
}  # fmt: skip
_SAID = {word: level for level, words in _WORDS.items() for word in words}
_MINISTRIES = "外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和?社会保障|自然资源|生态环境|住房和?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理"
_CENTRAL = re.compile(rf"(?:国家|中央|全国|国务院|中共中央|中华人民共和国)|(?:{_MINISTRIES})部$")
# An administrative unit ends so; what only looks like one (市场, 城乡, 乡村, 社区矫正) is left.
_UNITS = (
    ("province", re.compile(r"省(?!级|直)|自治区|^(?:北京|上海|天津|重庆)市")),
    ("city", re.compile(r"(?<!城)市(?![场容民域级直区]|政(?!府|协))|自治州|[\u4e00-\u9fff]州(?=[\u4e00-\u9fff])|地区(?=行署|[\u4e00-\u9fff]*局)|盟(?=[\u4e00-\u9fff]*局)")),
    ("county", re.compile(r"县(?![级直域])|(?<![社地校园小片景库牧灾战厂治])区(?![域块级直划])|[\u4e00-\u9fff]{2}旗")),
    ("township", re.compile(r"[\u4e00-\u9fff](?<![城乡小])镇(?![级])|街道(?!级)|[\u4e00-\u9fff](?<![城返下])乡(?![村镇土贤级建])")),
    ("village", re.compile(r"[\u4e00-\u9fff](?<![乡农新])村(?!镇|级|民(?!委)|庄|务)|社区(?!矫正|教育|卫生|戒毒|治理|工作|建设|服务)")),
)  # fmt: skip
_LEADS = (
    ("province", re.compile(r"^省")),
    ("city", re.compile(r"^(?:市|州)(?![场容民域]|政(?!府|协))")),
    ("county", re.compile(r"^(?:县|区(?![域块]))")),
    ("township", re.compile(r"^(?:镇|乡(?![村镇])|街道)")),
    ("village", re.compile(r"^(?:村|社区)(?!镇|矫正|教育|卫生|戒毒|服务)")),
)


def level(text: str, owner: str) -> str | None:
    """As the column says, else as the name says: the narrowest unit in it (云岭县青禾镇人民政府 is a township)."""
    plain = text.strip().replace("（", "(").replace("）", ")")
    if plain in _SAID:
        return _SAID[plain]
    name = owner.strip()
    for each, unit in reversed(_UNITS):
        if unit.search(name):
            return each
    for each, lead in _LEADS:
        if lead.search(name):
            return each
    return "central" if _CENTRAL.match(name) else None
