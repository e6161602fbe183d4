"""Numbers that prove what they are: by their checksum, by their shape, and by the words before and after."""

import re
from collections.abc import Iterator

from qingzhuang.model.id_number import Flaw, flaws
from qingzhuang.privacy.found import Kind, Personal

_GAP = r"[ \-.·_'\u200b]{0,2}"
_ID = rf"[1-9](?:{_GAP}[0-9]){{16}}{_GAP}[0-9X]"
_D = r"(?:\u200b?[0-9])"
_MOBILE = (
    rf"1\u200b?[3-9]{_D}(?:{_GAP}{_D}{{4}}{_GAP}{_D}{{4}}|{_D}[ -]{_D}{{3}}[ -]{_D}{{4}}|[ -]{_D}{{3}}[ -]{_D}{{5}})"
    r"|1[ .-][3-9](?:[ .-][0-9]){9}"
)
_SEARCH = re.compile(
    rf"(?<![0-9])(?:(?P<id>{_ID})(?![0-9])"
    rf"|(?P<id_first>[1-9][0-9]{{16}}[0-9X])(?P<phone_last>1[3-9][0-9]{{9}})(?![0-9])"
    rf"|(?P<phone_first>1[3-9][0-9]{{9}})(?P<id_last>[1-9][0-9]{{16}}[0-9X])(?![0-9])"
    rf"|(?:\+?(?:00)?86{_GAP})?(?P<phone>{_MOBILE})(?![0-9])"
    rf"|(?P<bank>[3-6](?:{_GAP}[0-9]){{12,18}})(?![0-9])"
    rf"|(?P<old>[1-9][0-9]{{14}})(?![0-9]))"
)
_ID_CUE = re.compile(r"身份证|身份号|身份证号|公民身份|证件号|SFZ|ID[:号]?\s*$")
_PHONE_CUE = re.compile(r"电话|手机|联系|号码|TEL|微信|拨打|致电|☎|📞")
_BANK_CUE = re.compile(
    r"银行|[农工建中交邮]行|信用社|农商|邮储|储蓄|卡号|[账帐]号|[账帐]户|一卡通|社保卡|惠农卡|存折|打款|汇款|转[账帐]|收款"
)
_CODE_CUE = re.compile(
    r"(?:订单|单号|运单|快递|流水|图斑|编号|编码|文号|备案|许可证|信用代码|统一代码|批次|条码|序列号|发票|工单|案件|项目代码|宗地|不动产|合同|设备|IMEI|版本)[^,。;:\n]{0,6}[:号为是]?\s*$"
)
_AMOUNT = re.compile(
    r"\s{0,3}(?:[万亿千百]|元|块|件|亩|户|人次|人|吨|公斤|斤|平方|立方|米|公里|个|条|次|份|字|度|%|‰|\.[0-9]|株|头|只|羽)"
)
_BEFORE = 24
_CONTACT = re.compile(
    r"(?:联系人|联系电话|联系方式|咨询|值班|举报|热线|报名|办公电话|经办|联络|客服|收货|送达|传真|填报人)[^。;\n]*$"
)


def numbers(text: str) -> Iterator[Personal]:
    """Numbers of persons in a text of one spelling, in order."""
    for found in _SEARCH.finditer(text):
        yield from _judged(text, found)


def _judged(text: str, found: re.Match[str]) -> Iterator[Personal]:
    start, end = found.span()
    before = text[max(0, start - _BEFORE) : start]
    if found["id_first"] or found["phone_first"]:
        yield from _glued(found)
    elif found["id"] and (kind := _long(found["id"], before)):
        yield Personal(kind, start, end)
    elif found["phone"] and _is_phone(text, end, before):
        yield Personal(Kind.PHONE, *found.span("phone"), _CONTACT.search(before) is not None)
    elif found["bank"] and _is_card(found["bank"], before, text[end : end + 8]):
        yield Personal(Kind.BANK_ACCOUNT, start, end)
    elif found["old"] and _ID_CUE.search(before) and not flaws(found["old"]):
        yield Personal(Kind.ID_NO, start, end)


def _glued(found: re.Match[str]) -> Iterator[Personal]:
    """An ID number and a phone pasted together out of two cells."""
    for name, kind in (
        ("id_first", Kind.ID_NO),
        ("phone_last", Kind.PHONE),
        ("phone_first", Kind.PHONE),
        ("id_last", Kind.ID_NO),
    ):
        if found[name] and not flaws(found["id_first"] or found["id_last"]):
            yield Personal(kind, *found.span(name))


def _long(words: str, before: str) -> Kind | None:
    """Eighteen places: a valid number unless it is called something else, a mistyped one where it is called an ID; a
    card where a bank is named."""
    wrong = flaws(re.sub("[._·\u200b]", "", words))
    named = _ID_CUE.search(before)
    if Flaw.BIRTH not in wrong and Flaw.LENGTH not in wrong and (named or not wrong):
        year = int(re.sub("[^0-9]", "", words)[6:10])
        if 1850 <= year <= 2100 and (named or not _CODE_CUE.search(before)):
            return Kind.ID_NO
    if words[0] in "3456" and _is_card(words, before, ""):
        return Kind.BANK_ACCOUNT
    return None


def _is_phone(text: str, end: int, before: str) -> bool:
    if _AMOUNT.match(text, end):
        return False
    return bool(_PHONE_CUE.search(before[-10:])) or not _CODE_CUE.search(before)


def _is_card(words: str, before: str, after: str) -> bool:
    if not (_BANK_CUE.search(before) or _BANK_CUE.search(after)) or _CODE_CUE.search(before):
        return False
    return _AMOUNT.match(after) is None and luhn(re.sub("[^0-9]", "", words))


def luhn(digits: str) -> bool:
    """Whether the last digit is the checksum of the others (ISO/IEC 7812)."""
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
