"""Definitions compared as data: what the words make equal, another 口径 takes apart. Asked only of items that are one by all else."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.outcome import BACKWARD, FORWARD, Outcome, distinct, unsure
from qingzhuang.match.vocabulary.standards import standard_of
from qingzhuang.match.wording import definition_words as told
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.definition import Ages, Definition, Moment
from qingzhuang.model.verdict import Verdict

_NOTHING = Definition("")
_AGES = "years_of_age"
_WEIGHTY = ("population", "lived", "away", "ages", "basis", "only", "includes", "excludes")
"""Said on one side alone, these leave it to a person; the others are only told."""


def refined(a: Slots, b: Slots, rule: str, outcome: Outcome) -> tuple[str, Outcome]:
    """Return rule and outcome after the definitions were held against each other. Equal items and those that differ by their unit
    alone are looked at; without a definition on either side nothing changes."""
    by_unit = outcome.verdict is Verdict.DERIVABLE and outcome.slot == "unit"
    if (a.definition is None and b.definition is None) or not (outcome.verdict is Verdict.EQUAL or by_unit):
        return rule, outcome
    if not (_counted(a) or a.form == "yesno"):
        return rule, outcome
    one, other = a.definition or _NOTHING, b.definition or _NOTHING
    if apart := next(_differences(a, b, one, other), None):
        return "F01-definition", apart
    if open_ := next(_one_sided(a, b, one, other), None):
        return "F02-one-sided", open_
    if rounded := _rounded(one, other) if outcome.verdict is Verdict.EQUAL else None:
        return "F03-rounding", rounded
    return rule, _noted(outcome, one, other)


def _counted(slots: Slots) -> bool:
    return slots.quantity or slots.dimension == _AGES


def _differences(a: Slots, b: Slots, one: Definition, other: Definition) -> Iterator[Outcome]:
    for name, compare in _COMPARED.items():
        if name in one.said and name in other.said and (found := compare(a, b, one, other)):
            yield found
    yield from _members(one, other)


def _one_sided(a: Slots, b: Slots, one: Definition, other: Definition) -> Iterator[Outcome]:
    """What one side says and the other does not, unless the word means just that anyway."""
    for said, silent, words in ((one, other, b.text), (other, one, a.text)):
        usual = standard_of(words) or _NOTHING
        for name in _WEIGHTY:
            if name not in said.said or name in silent.said or getattr(usual, name) == getattr(said, name):
                continue
            meant = told.facet(usual, name) if name in usual.said else ""
            known = (
                _("，通行口径是{usual}（{source}）").format(usual=meant, source=usual.source) if meant else ""
            )
            why = _("一边写明“{said}”，另一边没写{known}。").format(said=told.facet(said, name), known=known)
            yield unsure("definition", why)
        if (
            "span" in said.said
            and "span" not in silent.said
            and not _usual_span(said, b if said is one else a)
        ):
            yield unsure(
                "definition", _("一边写明“{said}”，另一边没写。").format(said=told.facet(said, "span"))
            )


def _usual_span(definition: Definition, silent: Slots) -> bool:
    """A whole year is what a form means that says no span, and so is the half-year or quarter that its title names."""
    first, last = definition.span or (Moment(), Moment())
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.ago == last.ago
    return whole and not silent.period.part


def _plain(name: str, why: str) -> "Callable[[Slots, Slots, Definition, Definition], Outcome | None]":
    def compare(_a: Slots, _b: Slots, one: Definition, other: Definition) -> Outcome | None:
        if getattr(one, name) == getattr(other, name):
            return None
        return distinct("definition", _words(why, name, one, other))

    return compare


def _words(why: str, name: str, one: Definition, other: Definition) -> str:
    return _("口径不同：{a}与{b}。").format(a=told.facet(one, name), b=told.facet(other, name)) + (str(why))


def _ages(a: Slots, b: Slots, one: Definition, other: Definition) -> Outcome | None:
    """65岁以上 is a part of 60岁以上: a yes tells the wider yes, a count tells nothing of the other count."""
    mine, theirs = one.ages, other.ages
    if mine is None or theirs is None or mine == theirs:
        return None
    why = _words("", "ages", one, other)
    inner, outer = _within(mine, theirs), _within(theirs, mine)
    if inner or outer:
        small, large = (one, other) if inner else (other, one)
        part = _("{small}只是{large}的一部分").format(
            small=told.facet(small, "ages"), large=told.facet(large, "ages")
        )
        if a.form == "yesno" and not a.quantity:
            return Outcome(Verdict.NARROWER if inner else Verdict.BROADER, why + part + "。", "definition")
        return distinct(
            "definition", why + _("{part}，有出生日期或身份证号的名册可以各按口径数。").format(part=part)
        )
    return distinct("definition", why + _("有出生日期或身份证号的名册可以各按口径数。"))


def _within(one: Ages, other: Ages) -> bool:
    low = other.low is None or (one.low is not None and one.low >= other.low)
    high = other.high is None or (one.high is not None and one.high <= other.high)
    return one.nominal is other.nominal and low and high


def _as_of(a: Slots, b: Slots, one: Definition, other: Definition) -> Outcome | None:
    if one.as_of is None or other.as_of is None or _same_day(one.as_of, a, other.as_of, b):
        return None
    why = _words("", "as_of", one, other)
    if (one.as_of.named or other.as_of.named) and not (one.as_of.named and other.as_of.named):
        return unsure("definition", why + _("一边的时点落在哪一天，要看报告期。"))
    if a.dimension == _AGES or one.ages or other.ages or (standard_of(a.text) or _NOTHING).ages:
        return distinct("definition", why + _("有出生日期或身份证号就能各算到那一天（birth.age）。"))
    return distinct("definition", why + _("一个时点的数推不出另一个时点的。"))


def _same_day(one: Moment, a: Slots, other: Moment, b: Slots) -> bool:
    """Whether two days are one: a year that is not said is the form's own; one that nobody knows is no difference."""
    if (one.month, one.day, one.named) != (other.month, other.day, other.named):
        return False
    mine, theirs = _year(one, a), _year(other, b)
    if mine is theirs is None and one.ago != other.ago:
        return False
    return mine is None or theirs is None or mine == theirs


def _year(moment: Moment, slots: Slots) -> int | None:
    if moment.year:
        return moment.year
    return None if slots.period.year is None else slots.period.year - moment.ago


def _members(one: Definition, other: Definition) -> Iterator[Outcome]:
    for left, right, turned in ((one, other, False), (other, one, True)):
        shared = [word for word in left.excludes if _named(word, right.includes)]
        if shared:
            words = "、".join(shared)
            yield distinct(
                "definition",
                _("口径不同：{side}不含{words}，另一边含。不含的数加上{words}就是另一边的数。").format(
                    side=_("后一边") if turned else _("前一边"), words=words
                ),
            )
    if one.excludes and other.excludes and set(one.excludes) != set(other.excludes):
        yield distinct("definition", _words("", "excludes", one, other))


def _named(word: str, words: tuple[str, ...]) -> bool:
    return any(word == each or (len(word) > 2 and (word in each or each in word)) for each in words)


def _rounded(one: Definition, other: Definition) -> Outcome | None:
    if one.decimals is None or other.decimals is None or one.decimals == other.decimals:
        return None
    forward = one.decimals > other.decimals
    fine, coarse = (one, other) if forward else (other, one)
    why = _("同一个数，{fine}的四舍五入就是{coarse}的，反过来不行。").format(
        fine=told.facet(fine, "decimals"), coarse=told.facet(coarse, "decimals")
    )
    direction = FORWARD if forward else BACKWARD
    loss = _("小数点后的尾数")
    return Outcome(Verdict.DERIVABLE, why, "definition", direction, f"round.{coarse.decimals}", loss=loss)


def _noted(outcome: Outcome, one: Definition, other: Definition) -> Outcome:
    """The outcome with a word on what only one side says."""
    alone = [
        _("一边写明“{said}”，另一边没写，按同一口径算。").format(said=told.facet(said, name))
        for said, silent in ((one, other), (other, one))
        for name in said.said
        if name not in silent.said and name not in (*_WEIGHTY, "unit", "decimals")
    ]
    return replace(outcome, why=outcome.why + "".join(alone)) if alone else outcome


_COMPARED: "dict[str, Callable[[Slots, Slots, Definition, Definition], Outcome | None]]" = {
    "population": _plain("population", later("两种人口互有对方没有的人，不能互相换算。")),
    "lived": _plain("lived", later("住得久的只是住得短的一部分，数不能互推。")),
    "away": _plain("away", ""),
    "ages": _ages,
    "basis": _plain("basis", ""),
    "scope": _plain("scope", later("范围小的各处相加才是大的。")),
    "only": _plain("only", ""),
    "as_of": _as_of,
    "span": _plain("span", later("一段时间的数推不出另一段的。")),
}
