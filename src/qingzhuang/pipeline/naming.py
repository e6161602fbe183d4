"""What a filled file is called: by the issuer's own pattern where it prints one, and so that every system opens it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

UNIT, NAME, TITLE, DAY, MONTH, CODE = "单位", "姓名", "表名", "日期", "月份", "编号"
TOKENS = (UNIT, NAME, TITLE, DAY, MONTH, CODE)
_WORDS = {
    UNIT: r"(?:各|本|填报|报送|上报|所在)?(?:单位|村居?|社区|村（社区）|村\(社区\)|乡镇|镇|街道|学校|部门)(?:名称|名|全称|简称)?",
    NAME: r"(?:本人|户主|学生|人员|教师|个人)?(?:姓名|名字)|户主",
    TITLE: r"(?:表格?|附件|材料|文件|报表)(?:名称|名)|标题",
    DAY: r"(?:报送|上报|填报|填表|提交)?(?:日期|时间)|年月日",
    MONTH: r"(?:报送|填报)?(?:月份|年月)",
    CODE: r"户号|户编号|编号|序号",
}
_ASKED = re.compile(
    r"(?:文件名|文件|电子版|邮件|附件|压缩包|材料|表格|统一|请|并)[^。；\n]{0,12}?(?:以|按照?|为|用|：)\s*"
    r"[“\"「‘『]([^”\"」’』\n]{2,40})[”\"」’』][^。；\n]{0,8}?(?:命名|为文件名|的?格式)"
    r"|(?:文件名|命名)(?:的)?(?:格式|方式|规则|要求)?(?:统一)?(?:为[：:]?|是[：:]?|：|:)\s*[“\"「‘『]?([^”\"」’』。；，\n]{2,40})"
)
_JOINS = re.compile(r"(\s*[+＋\-－—–_\uff3f·、&]+\s*)")
_BRACED = re.compile(r"\{([^{}]+)\}")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_DEVICES = re.compile(r"(?i)^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)")
_LONGEST = 200  # bytes; file systems take 255


@dataclass(frozen=True, slots=True)
class Pattern:
    """Parts of a name in order: a token (one of TOKENS) in braces, or words that stand as they are. `printed` is what the issuer
    wrote."""

    printed: str
    parts: tuple[str, ...]

    def named(self, known: Mapping[str, str]) -> str:
        """Return the name without suffix. What nobody knows leaves its place out, with the sign that joins it."""
        made, join = "", ""
        for part in self.parts:
            braced = _BRACED.fullmatch(part)
            if _JOINS.fullmatch(part):
                join = part if made else ""
                continue
            words = known.get(braced[1], "") if braced else part
            if words:
                made += join + words
            join = ""
        return made


def pattern_of(text: str) -> Pattern | None:
    """Read a pattern: tokens in braces ({单位}-{表名}) or the issuer's words (村名+姓名+表名); None when no part of it is known."""
    bare = re.sub(r"\.(?:xlsx?|docx?|zip|rar|et|wps)$", "", text.strip(), flags=re.IGNORECASE)
    if _BRACED.search(bare):
        parts = list(_BRACED.split(bare))
        pieces = [f"{{{part}}}" if at % 2 else part for at, part in enumerate(parts)]
        split = [
            each for piece in pieces for each in ([piece] if piece.startswith("{") else _JOINS.split(piece))
        ]
        unknown = [each for each in parts[1::2] if each not in TOKENS]
        return None if unknown else Pattern(text, tuple(each for each in split if each))
    parts = [_token(part) for part in _JOINS.split(bare)]
    known = [part for part in parts if part.startswith("{")]
    return Pattern(text, tuple(part for part in parts if part)) if known and len(parts) > 1 else None


def _token(part: str) -> str:
    bare = part.strip().strip("（）()【】[]《》<>〈〉")
    found = next((name for name, words in _WORDS.items() if re.fullmatch(words, bare)), "")
    return f"{{{found}}}" if found else part


def printed_pattern(texts: Iterable[str]) -> Pattern | None:
    """Return the pattern that notes or a notice ask for (请以“村名+姓名+表名”命名); None where two differ."""
    found = {}
    for text in texts:
        for told in _ASKED.finditer(text):
            pattern = pattern_of(told[1] or told[2])
            if pattern is not None:
                found[pattern.parts] = pattern
    return next(iter(found.values())) if len(found) == 1 else None


def known_parts(unit: str, name: str, title: str, day: date, code: str = "") -> Mapping[str, str]:
    """Return what the tokens stand for."""
    return {
        UNIT: unit,
        NAME: name,
        TITLE: title,
        DAY: f"{day:%Y%m%d}",
        MONTH: f"{day:%Y%m}",
        CODE: code,
    }


def clean(name: str) -> str:
    """Return a name without suffix that stays in its folder and that every system opens: no separators, marks of direction,
    names of devices, dots or blanks at its ends; cut to what file systems take."""
    bare = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    bare = _DEVICES.sub(lambda found: f"_{found[0]}", bare) or "_"
    return bare.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore").rstrip(" .") or "_"
