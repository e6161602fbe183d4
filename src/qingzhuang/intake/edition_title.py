"""A form's title without what tells its editions apart: year, version, 修订, 试行, the number of its annex, the place before it."""

import re
import unicodedata

from qingzhuang.intake.layout.text import squash

_ANNEX = re.compile(
    r"^(?:附件|附表|附录)[一二三四五六七八九十\d]*(?:[-—.]\d+)*[:、.,]?|^表\d+(?:[-—.]\d+)*[:、.]?"
)
_TIME = re.compile(
    r"(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})(?:年度?|[-/.]\d{1,2})?(?:\d{1,2}月(?:\d{1,2}日|份)?)?"
    r"|\d{1,2}月(?:\d{1,2}日|份)?|第?[一二三四1-4]季度|[上下]半年|年度"
)
_WORD = r"(?:修订|修正|修改|更新|调整|优化|完善|最新|新|改|试行|暂行|试用|试点|征求意见|送审|报批|正式|定|终|空白|样|印发)"
_NUMBER = (
    r"(?:[vV]\d+(?:\.\d+)*|版本号?:?[vV]?\d+(?:\.\d+)*|\d+(?:\.\d+)+版?|第[一二三四五六七八九十\d]+[版次稿])"
)
_MARK = rf"(?:{_TIME.pattern})?(?:第?[一二三四五六七八九十\d]+次)?(?:{_NUMBER}|{_WORD}+(?:版本?|稿|本|表)?|版本?|稿)"
_BRACKETED = re.compile(rf"[(【〔\[]{_MARK}[,、;]?(?:{_MARK})?[)】〕\]]")
_BEHIND = re.compile(
    rf"[-_—·]*(?:(?:{_TIME.pattern})?{_NUMBER}|(?:{_TIME.pattern})?(?:修订|修正|修改|更新|最新|新|试行|暂行|试用)(?:版本?|稿)|(?:{_TIME.pattern})版|试行|暂行|修订)$"
)
_BEFORE = re.compile(r"^(?:最新|修订|更新|试行|新)版")
_EMPTY = re.compile(r"[(【〔\[][)】〕\]]|[-_—·]+$")
_GENERAL = re.compile(
    r"(?:基本|情况|信息|登记|统计|汇总|检查|巡查|摸排|排查|调查|明细|记录|采集|工作)*(?:表|册|台账|名册|花名册|名单|清单|报表|月报|卡)"
)
_QUOTES = str.maketrans("", "", "《》")
_PLACE = "省市区县镇乡村屯旗局会办"


def core(title: str) -> str:
    """Return what stays of a title from edition to edition: 附件2：2026年独居老人走访登记表（试行） is 独居老人走访登记表."""
    plain = squash(unicodedata.normalize("NFKC", title)).translate(_QUOTES)
    left = _ANNEX.sub("", plain)
    for mark in (_BRACKETED, _BEHIND, _BEFORE, _TIME, _EMPTY):
        left = mark.sub("", left)
    return left or plain


def same(title: str, other: str) -> bool:
    """Tell whether two titles name one form, a place before one of them or not. Titles that any form may bear name none."""
    mine, theirs = sorted((core(title), core(other)), key=len)
    if not mine or is_general(mine):
        return bool(mine) and mine == theirs
    return mine == theirs or (theirs.endswith(mine) and theirs[-len(mine) - 1] in _PLACE)


def is_general(title: str) -> bool:
    """Tell whether a title without its editions says nothing of what is asked: 登记表, 情况统计表."""
    return _GENERAL.fullmatch(title) is not None
