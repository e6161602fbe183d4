"""National code lists that filled sheets use without printing them, by element."""

from collections.abc import Mapping

# GB/T 3304-1991, in the order of its numbers 01 to 56.
_NATIONS = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
]

NUMBERED: Mapping[str, Mapping[str, str]] = {
    "person.sex": {"1": "男", "2": "女"},  # GB/T 2261.1-2003
    "person.nation": {str(number): f"{name}族" for number, name in enumerate(_NATIONS, 1)},
}


def numbered(key: str) -> Mapping[str, str]:
    """Return what a bare number means for a slot key of any role; empty where no list applies."""
    return NUMBERED.get(key.rpartition("@")[2], {})
