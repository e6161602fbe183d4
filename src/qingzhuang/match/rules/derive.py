"""One side is enough: formulas between properties, coarser representations, units, category to yes/no."""

import re

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import BOTH, Outcome, derivable, unsure
from qingzhuang.match.vocabulary import units
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.gist import gist
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.sorts import printed
from qingzhuang.model.verdict import Verdict

_SPAN = re.compile(r"起[止讫](?:时间|日期|年月)$")
_EDGE = re.compile(r"(开始|起始|结束|终止|截止|到期)(?:时间|日期|年月)$")
_DAY_WORDS = re.compile(r"(?:年月日|日期|时间|年月|月份|年份|年度)$")
_ENDS = ("结束", "终止", "截止", "到期")
_ASKED, _BRACKETS = re.compile(r"是否|有无"), re.compile(r"\([^()]*\)")
_STATE, _LETTERS = re.compile(r"(?:情况|状况|与否)$"), 2
_YES_OR_NO = ({"是", "否"}, {"有", "无"})
_GRADES = ("类别", "类型", "种类", "等级", "级别", "情况", "状况", "结论", "结果")


def formula(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """An ID number tells birth, sex, age (on the form's date) and region."""
    if a.concept is None or a.rest or b.rest or a.concept == b.concept or a.qualifiers != b.qualifiers:
        return None
    for each in lexicon.derivations.pairs:
        if (each.source, each.target) == (a.concept, b.concept) and _whole(a, lexicon):
            needs = _("，还要用到{needs}").format(needs=each.needs) if each.needs else ""
            name = each.formula if _whole(b, lexicon) else f"{each.formula}_{b.form}"
            return derivable(name, _("{b}可由{a}推算{needs}。").format(a=a.text, b=b.text, needs=needs))
    return None


def _whole(slots: Slots, lexicon: Lexicon) -> bool:
    """Whether a date is asked to the day; other properties have no parts."""
    natural = lexicon.concepts[slots.concept].type.value if slots.concept else None
    return natural != "date" or slots.form in ("date", "time", None)


def coarser(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """A timestamp gives the date, a date the month, a month the year."""
    if not (_same_property(a, b) or _same_day(a, b)) or a.form is None or b.form is None:
        return None
    found = lexicon.derivations.coarser.get((a.form, b.form))
    why = _("“{b}”比“{a}”粗，截短即得。").format(a=a.text, b=b.text)
    return derivable(found, why, "form") if found else None


def _same_day(a: Slots, b: Slots) -> bool:
    """造林日期 and 造林年度, words that the lexicon does not know."""
    if a.concept or b.concept or a.role != b.role or a.qualifiers != b.qualifiers:
        return False
    one, other = (_DAY_WORDS.sub("", each.text) for each in (a, b))
    return len(one) > 1 and one == other and one not in (a.text, b.text) and other != b.text


def category(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """低保类别 tells 是否低保, not back."""
    if b.form != "yesno" or a.form == "yesno" or a.role != b.role:
        return None
    alike = a.form in ("code", "text", None) and a.qualifiers == b.qualifiers
    if alike and _answers_yes_or_no(a, b) and (_one_stem(a, b, lexicon) or _in_turn(a, b, lexicon)):
        why = _("两张表的说法不同，意思一样：{a}与{b}。")
        return Outcome(Verdict.EQUAL, why.format(a=a.text, b=b.text), "form")
    if alike and _one_stem(a, b, lexicon):
        formula = "category.yesno"
    elif ((a.concept, b.concept) in lexicon.derivations.tells and not (a.rest or b.rest)) or _printed(a, b):
        formula = "category.read"  # a person reads it off; nothing computes it
    else:
        return None
    return derivable(formula, _("填了{a}就知道{b}，反过来不行。").format(a=a.text, b=b.text), "form")


def _answers_yes_or_no(a: Slots, b: Slots) -> bool:
    """住人情况(是/否) of one form is 是否住人 of another."""
    return set(a.choices) in _YES_OR_NO and None not in (a.listing, b.listing) and a.listing != b.listing


def _in_turn(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """护栏安装情况 and 是否装有护栏 in whatever order."""
    one, other = _STATE.sub("", _BRACKETS.sub("", a.text)), _ASKED.sub("", b.text)
    return len(one) > _LETTERS and sorted(gist(one, lexicon)) == sorted(gist(other, lexicon))


def _one_stem(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    return _graded(a, b) or stem(a, lexicon) == stem(b, lexicon) or _coded(a, b, lexicon)


def _printed(a: Slots, b: Slots) -> bool:
    """Whether one of the answers that a prints is what b asks about: 自营 of 食堂经营方式(自营、承包经营) tells 食堂是否自营, 正常 of
    经营状态(正常、停业) tells 是否正常经营; all else that is asked stands in a's own words."""
    asked = _ASKED.sub("", b.text)
    answers = [each for each in (*printed(a.text), *a.choices) if len(each) > 1 and each in asked]
    own = set(_BRACKETS.sub("", a.text))
    return any(not set(asked.replace(each, "")) - own for each in answers) and asked != b.text


def span(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """聘用起止时间 gives 聘用开始时间."""
    whole, edge = _SPAN.search(a.text), _EDGE.search(b.text)
    if not whole or not edge or a.role != b.role or a.text[: whole.start()] != b.text[: edge.start()]:
        return None
    name = "span.end" if edge.group(1) in _ENDS else "span.start"
    return derivable(name, _("{b}是{a}的一头。").format(a=a.text, b=b.text), "form")


def _graded(a: Slots, b: Slots) -> bool:
    return a.concept is not None and a.concept == b.concept and a.form == "code"


def _coded(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """Whether a's code list has the word that b asks about: 政治面貌 has 中共党员, so it tells 是否党员."""
    if a.concept is None or a.rest or a.role != b.role:
        return False
    word = stem(b, lexicon)
    return len(word) > 1 and any(
        word in code or (len(code) > 1 and code in word) for code in lexicon.concepts[a.concept].codes
    )


def stem(slots: Slots, lexicon: Lexicon) -> str:
    """What a yes/no or a category is about: 是否享受低保 and 低保类别 are about 低保."""
    text = slots.text
    for lead in ("是否", "有无"):
        text = text.removeprefix(lead)
    if text != slots.text:
        for lead in lexicon.derivations.yesno_leads:
            text = text.removeprefix(lead) or text
    elif not text.endswith(_GRADES):
        return f"={slots.text}"
    for tail in lexicon.derivations.stem_tails:
        text = text.removesuffix(tail) or text
    return text


def unit(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """Any factor but 1 is a conversion; a unit that only one side writes may be another one."""
    return converted(a, b, lexicon) if _same_property(a, b) else None


def converted(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """What the units of one property make of its two items, None where they agree or say nothing."""
    if a.unit == b.unit:
        return None
    one, other = a.unit or _canonical(a, lexicon), b.unit or _canonical(b, lexicon)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    if one.factor == other.factor:
        return None
    if a.unit is None or b.unit is None:
        return unsure(
            "unit", _("一边按{unit}填，另一边没写单位。").format(unit=(a.unit or b.unit or one).symbol)
        )
    why = _("单位不同：{a}与{b}，按比例换算。").format(a=one.symbol, b=other.symbol)
    return Outcome(Verdict.DERIVABLE, why, "unit", BOTH, units.formula(one, other), units.formula(other, one))


def _canonical(slots: Slots, lexicon: Lexicon) -> units.Unit | None:
    symbol = (
        lexicon.concepts[slots.concept].unit
        if slots.concept
        else lexicon.units.canonical.get(slots.dimension or "")
    )
    return lexicon.units.parse(symbol) if symbol else None


def _same_property(a: Slots, b: Slots) -> bool:
    return (a.concept, a.rest) == (b.concept, b.rest) and bool(a.concept or a.rest)
