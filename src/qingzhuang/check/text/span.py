"""The words that carry the duty: the clause of the act with its modality and quota, without the one who is spoken to; for a
penalty also the clause that says whom it meets."""

import re

from qingzhuang.check.text.decide import Read
from qingzhuang.check.text.lexicon import pattern
from qingzhuang.check.text.practice import Label

_WHOM = pattern(
    r"^(?:(?:@?(?:请|望|烦请)?(?:[镇县乡]属)?(?:各|机关全体|全体|所有|广大|诸位|本)[^,。;:!?\n请须要应每将把在于]{1,14}?(?:人员|干部|员工|职工|队员|同志|成员|党员|家长|学生|教师|老师|"
    r"单位|社区|支部|科室|部门|学校|企业|网格员?|站所|村民|群众|商户|窗口|巡查员|助老员|劝导员|农技员|路长|片长|村|镇|乡|组|班|员|长))"
    r"|(?:网格员|村干部|党员|家长|驻村干部|帮扶干部|网评员|护林员|教师|学生|班主任|职工|干部)(?=须|要|应|必|每|不|请|在|应)"
    r"|(?:同时|另外|此外|以后|今后|即日起|从[^,。;]{1,8}起|凡|会议要求|经研究|大家|家长们|同志们|辛苦|麻烦)){1,2}"
)
_ITEM = re.compile(
    r"^[\s,:、。;!?~)(\]【】\[.]*(?:[0-9一二三四五六七八九十]{1,2}(?:[、.)]|是(?=要)))?[\s,:、。;!?~)(\]【】\[.]*"
)
_RIGHT = re.compile(r"[\s,:、。;!?~(\[【]{1,400}$")
_CONDITION = re.compile(
    r"(?:的|者|次|天|名|未完成|不到位|完不成|做不到|达不到|社区|村|末位|录入的?数据|过的[^,。;]{1,8})[,]$"
)
_LONGEST = 60


def span(text: str, read: Read) -> tuple[int, int]:
    """Start and end in the text of one spelling."""
    clause = read.place.clause
    start, end = clause.start, clause.end
    if end - start > _LONGEST:
        start, end = max(start, read.place.part.start), min(end, max(read.place.part.end, read.hit.end))
    if end - start > 2 * _LONGEST:
        start, end = max(start, read.hit.start - _LONGEST), min(end, read.hit.end + _LONGEST // 2)
    start = _without_whom(text, start, min(read.hit.start, end))
    if read.hit.label in (Label.SUMMON_PENALTY, Label.DUPLICATE_REPORTING):
        start = _with_condition(text, read, start)
    end -= len(_trail(text[start:end]))
    return start, max(end, start + 1)


def _without_whom(text: str, start: int, limit: int) -> int:
    start += _length(_ITEM.match(text[start:limit]))
    return start + _length(_WHOM.match(text[start:limit]))


def _with_condition(text: str, read: Read, start: int) -> int:
    """The clause before, where it names those who are met ("排在后三位的社区,由街道约谈")."""
    before = text[read.place.sentence.start : read.place.clause.start]
    if not _CONDITION.search(before):
        return start
    cut = max(before.rfind(mark, 0, len(before) - 1) for mark in ",:") + 1
    return start if len(before) - cut > _LONGEST else read.place.sentence.start + cut


def _length(found: re.Match[str] | None) -> int:
    return found.end() if found else 0


def _trail(words: str) -> str:
    found = _RIGHT.search(words)
    return found[0] if found else ""
