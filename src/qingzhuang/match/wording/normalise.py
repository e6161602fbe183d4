"""From a label as printed to its words: width, typos, numbering, star and brackets are taken apart, nothing is guessed."""

import re
import unicodedata
from dataclasses import dataclass, replace

from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.vocabulary.units import Unit
from qingzhuang.match.wording.numerals import arabic

_CIRCLED = re.compile(r"^[\u2460-\u249b\u3220-\u3229\u3280-\u3289]")
_NUMBERING = re.compile(
    r"^(?:[((][一二三四五六七八九十\d]{1,3}[))]|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}(?:[、)]|\.(?!\d))|第\d{1,2}列|列\d{1,2}(?=\D))"
)
_BRACKET = re.compile(r"[(\[【\u3014{<《]([^()\[\]【】\u3014\u3015{}<>《》]*)[)\]】\u3015}>》]")
_REQUIRED = re.compile(r"^[*★]+|[*★]+$|必填项?|必录")
_FORMAT = re.compile(
    r"^(?!\d+$)[ymdhs年月日时分秒/.\-:\d]*$|^\d+位|格式|^如|^例|^请|填写|精确|保留|小数|^按|选填|可不填|^见|^与.+(?:一致|相同)|为准$|^须|^必须|^应与|^同身份证|^写|^勿|^不要|^限|的填$|才填$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[0-9a-z是否有无男女][^0-9a-z]*[,、/;|=-]|[√□☑]|\d[^\d]{1,4}\d", re.IGNORECASE)
_FOREIGN = re.compile(
    r"^([A-Za-z][A-Za-z. /]+[A-Za-z])[./\-|]*(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[./\-|]*([A-Za-z][A-Za-z. /]+[A-Za-z.])$"
)
# How far down a place is to be written: 务工地点(省、市、县). One level alone asks that level.
_LEVELS = re.compile(r"^(?:(?:省|市|州|县|区|旗|乡|镇|乡镇|街道|村|社区|组)[、,/.及和]?){2,}$")
_PLACED = ("所在", "所属", "现居住", "现")
_SORTS = (
    "类别",
    "类型",
    "种类",
    "程度",
    "状态",
    "状况",
    "方式",
    "形式",
    "评价",
    "结论",
    "结果",
    "等级",
    "级别",
    "性质",
    "满意度",
    "模式",
    "渠道",
    "来源",
    "用途",
    "去向",
    "户型",
    "业态",
)
_ALSO = re.compile(
    r"(?<=[\u4e00-\u9fff])[(][园点所场站厂店][)](?=名称|地址|编号|编码|代码|负责人)"
)  # 学校(园)名称
_MIDDLE = re.compile(
    r"(?<=[\u4e00-\u9fff])[(]([\u4e00-\u9fff]{1,6})[)](?=[\u4e00-\u9fff]?(?:名称|姓名|地址|住址|编号|编码|代码|证件号码|身份证号|电话))"
)  # 学校(幼儿园)名称
_EDGE = " :;,。.、_-—·|?!\"'"


@dataclass(frozen=True, slots=True)
class Plain:
    """A label taken apart: `core` text, `unit` found in brackets or at the end, bracketed `notes` that may qualify,
    `hints` of format, whether a code list or a required mark stood there, the choices printed,
    and which notes stood `either` in the middle, before a word such as 名称."""

    core: str
    unit: Unit | None = None
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    coded: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


def plain_text(text: str, lexicon: Lexicon) -> str:
    """Return the text in one width and script, without white space, typos mended, Chinese numerals as digits."""
    text = unicodedata.normalize("NFKC", _CIRCLED.sub("", text.strip()))
    text = re.sub(r"\s+", "", text).translate(dict(lexicon.writing.traditional))
    for typo, right in lexicon.writing.typos.items():
        if typo in text:
            text = text.replace(typo, right)
    return arabic(text)


def normalise(label: str, lexicon: Lexicon) -> Plain:
    """Take a label apart. Pure; an empty core means that nothing but marks stood there."""
    text = plain_text(label, lexicon)
    if (listed := text.replace("、", ",")) in lexicon.words:
        return Plain(listed)
    required = _REQUIRED.search(text) is not None
    text = _REQUIRED.sub("", text)
    text = _NUMBERING.sub("", text) or text
    text = _ALSO.sub("", text)
    middle = tuple(_MIDDLE.findall(text))
    core, inside = _brackets(text, lexicon)
    core = _in_chinese(core.strip(_EDGE), lexicon)
    core, unit = _unit_suffix(core, lexicon)
    plain = _classified(core, unit, inside, middle, required, lexicon)
    return replace(plain, either=tuple(each for each in plain.notes if each in middle))


def _brackets(text: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The text without its brackets (unless the word is known with them), and what stood in them."""
    inside: list[str] = []
    while (found := _BRACKET.search(text)) and not _is_word(text.strip(_EDGE), lexicon):
        inside.append(found.group(1).strip(_EDGE))
        text = text[: found.start()] + text[found.end() :]
    return text, tuple(word for word in inside if word)


def _is_word(text: str, lexicon: Lexicon) -> bool:
    """县(区), and 所在县(区) as well."""
    return text in lexicon.words or any(
        text.startswith(lead) and text.removeprefix(lead) in lexicon.words for lead in _PLACED
    )


def _in_chinese(core: str, lexicon: Lexicon) -> str:
    """Gender性别, 联系电话Tel: the English word that repeats the Chinese one is dropped."""
    found = _FOREIGN.search(core)
    if found is None or core in lexicon.words or not _is_code(found.group(1) or found.group(2), lexicon):
        return core
    return (core[: found.start()] + core[found.end() :]).strip(_EDGE)


def _is_code(text: str, lexicon: Lexicon) -> bool:
    return text.isascii() and re.sub(r"[ ./-]", "", text).lower() in lexicon.codes


def _unit_suffix(core: str, lexicon: Lexicon) -> tuple[str, Unit | None]:
    """A unit after a comma, slash or "单位:" at the end: 种植面积,亩."""
    head, mark, tail = core.rpartition("单位:")
    if mark and head:
        return head.strip(_EDGE), lexicon.units.parse(tail)
    for mark in (",", "/", ":"):
        head, found, tail = core.rpartition(mark)
        if found and head and (unit := lexicon.units.parse(tail)):
            return head.strip(_EDGE), unit
    return core, None


def _chosen(text: str, core: str) -> bool:
    """倒塌/严重损坏/一般损坏: printed choices; two of them only behind a word such as 类型."""
    parts = re.split(r"[/、|]", text)
    if "/" not in text:
        return len(parts) > 1 and core.endswith(_SORTS) and all(0 < len(part) < 9 for part in parts)
    several = len(parts) > 2 or (core.endswith(_SORTS) and all(len(part) > 1 for part in parts))
    return several and all(0 < len(part) < 9 for part in parts)


def _classified(
    core: str,
    unit: Unit | None,
    inside: tuple[str, ...],
    middle: tuple[str, ...],
    required: bool,
    lexicon: Lexicon,
) -> Plain:
    notes: list[str] = []
    hints: list[str] = []
    coded = False
    choices: tuple[str, ...] = ()
    for text in inside:
        if text not in middle and (found := lexicon.units.parse(text)):
            unit = unit or found
        elif _FORMAT.search(text) or _LEVELS.search(text):
            hints.append(text)
        elif _is_code(text, lexicon):
            continue
        elif (_CODE.search(text) or _chosen(text, core)) and text not in lexicon.words:
            coded = True
            choices = tuple(filter(None, re.split(r"[0-9.,、/;|=\s□√☑-]+", text)))
        else:
            notes.append(text)
    return Plain(core, unit, tuple(notes), tuple(hints), coded, required, choices)
