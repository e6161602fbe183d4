"""How a form wants its answers spelt, as far as it says so: by the numbers of a printed code list (1是 2否), by marks (是打√),
in a word for nothing (没有填"无"), or as the rows that are filled already show. What it does not say is not guessed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from qingzhuang.intake.layout.text import squash
from qingzhuang.model.form import ItemType

Pairs = tuple[tuple[str, str], ...]

YES, NO, NONE = "是", "否", "无"
_NUMBERED = re.compile(
    r"([0-9]{1,2})\s*[.．、:：=＝\-－—]?\s*[“\"']?([\u4e00-\u9fff][\u4e00-\u9fffA-Za-z（）()]{0,9})[”\"']?(?=[\s,，;；、/／。]|[0-9]|$)"
)
_BRACKETS = re.compile(r"[（(\[【]([^（()）\[\]【】]*)[)）\]】]")
_BETWEEN = re.compile(r"[\s,，;；、/／。]+|^(?:请?填写?|选填)?(?:代码|序号|编号)?[:：]?")
_ORDERS = re.compile(r"必须|不得|[请填写勿]|如实|注意")
_TICKS, _CROSSES = "√✓✔", "×✗✘"
_MARK = rf"[{_TICKS}{_CROSSES}YNyn]|(?<![0-9])[0-9](?![0-9])"
_DO = r"(?:的|者)?[，,]?(?:请)?(?:在(?:本|该|此)?(?:格|栏|列|框)?(?:内|中)?)?(?:打|划|画|填写?|写|用|标注?|记|为|=|＝|:|：|-|－)*"
_YES_SAYS = re.compile(rf"(?<![不否])(?:是|有|符合|享受|属于)(?!否){_DO}[“\"']?({_MARK}|打?[对勾])")
_NO_SAYS = re.compile(
    rf"(?:否|不是|没有|无|不符合)(?:的|者)?{_DO}[“\"']?({_MARK}|不填|空着?|留空|不打|不写|不划|不画)"
)
_TICK_ALONE = re.compile(rf"(?:打|划|画)[“\"']?(?:[{_TICKS}]|勾|钩)")
_PAIR = re.compile(rf"[（(\[【]\s*({_MARK})\s*(?:[/／、,，或]|\s)\s*({_MARK})\s*[)）\]】]")
_NONE_SAYS = re.compile(
    r"(?:没有|无|若无|如无|无此项|没有的)(?:的|者|内容|此项)*[，,]?(?:请|一律|统一|均)*(?:填写?|写|打|划|用|记)(?:为|上)?[“\"'「]?(无|/|／|—{1,2}|-{1,2}|0|零)"
)
_AFFIRM, _DENY = frozenset("√✓✔Yy是有对"), frozenset("×✗✘Nn否无错")


def spelling_of(
    label: str, hint: str, *, codes: Sequence[str], kind: ItemType, samples: Sequence[str] = ()
) -> Pairs:
    """Return pairs of what is meant and what is to be written for it ("": left blank), none where the form says nothing.
    `codes` are the permitted words of a validation; `samples` what stands in rows that are filled, blanks included."""
    numbered = _legend(label, hint)
    if codes:
        fits = numbered and {number for _word, number in numbered} >= set(codes)
        return numbered if fits else ()
    seen = {text for text in map(squash, samples) if text}
    if numbered:
        return () if seen & {word for word, _number in numbered} else numbered
    marks = _said(f"{label}；{hint}") or (_shown(samples) if kind is ItemType.YESNO else ())
    if not marks and kind is ItemType.YESNO and squash(label).startswith("有无"):
        marks = ((YES, "有"), (NO, "无"))
    none = _NONE_SAYS.search(squash(hint))
    return marks or (((NONE, none[1]),) if none and kind is not ItemType.YESNO else ())


def _legend(label: str, hint: str) -> Pairs:
    """The printed code list: two words or more, each behind its number, and nothing else in the brackets or the hint."""
    for text in (*_BRACKETS.findall(label), *re.split(r"[；;](?=[^0-9])", hint), hint, label):
        found = _NUMBERED.findall(text)
        alone = text is label or not _BETWEEN.sub("", _NUMBERED.sub("", text))
        numbers = [int(number) for number, _word in found]
        in_order = all(after == before + 1 for before, after in pairwise(numbers))
        orders = any(_ORDERS.search(word) for _number, word in found)
        if len(found) >= 2 and alone and in_order and numbers[0] in (0, 1) and not orders:
            return tuple((word, number) for number, word in found)
    return ()


def _said(text: str) -> Pairs:
    plain = squash(text)
    pair = _PAIR.search(plain)
    if pair is not None:
        return _both(pair[1], pair[2])
    yes, no = _YES_SAYS.search(plain), _NO_SAYS.search(plain)
    if yes is None and _TICK_ALONE.search(plain):
        return ((YES, "√"), (NO, _mark(no[1]) if no else ""))
    if yes is None:
        return ()
    mark = _mark(yes[1])
    if no is not None:
        return ((YES, mark), (NO, _mark(no[1])))
    return ((YES, mark), (NO, "")) if mark in _TICKS else ((YES, mark),)


def _mark(text: str) -> str:
    if text[-1] in "对勾":
        return "√"
    return "" if text[0] in "不空留" else text


def _both(one: str, other: str) -> Pairs:
    """Two marks beside each other, where it is plain which of them says yes."""
    for yes, no in ((one, other), (other, one)):
        if (yes in _AFFIRM and no in _DENY) or (yes, no) == ("1", "0"):
            return ((YES, yes), (NO, no))
    return ()


def _shown(samples: Sequence[str]) -> Pairs:
    """What filled rows show of a question of yes and no. A tick beside blanks leaves the blank for no; a tick alone says
    nothing of no."""
    texts = [squash(text) for text in samples]
    seen = sorted({text for text in texts if text})
    if len(seen) == 2:
        return _both(*seen)
    if len(seen) != 1 or seen[0] not in _AFFIRM:
        return ()
    (mark,) = seen
    if mark in "有是":
        return ((YES, mark), (NO, {"有": "无", "是": "否"}[mark]))
    if mark in "Yy":
        return ((YES, mark), (NO, "N" if mark == "Y" else "n"))
    return ((YES, mark), (NO, "")) if "" in texts else ((YES, mark),)
