"""What became of the facts of a subject, field by field, and what people decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.privacy.shown import plain
from qingzhuang.store.clock import CHINA
from qingzhuang.store.ledger.report import Decision, Entry
from qingzhuang.web.ledger.shown import covered, mark_of, name_of, source_words, tail_of, value_words

ENDS = {
    "corrected": later("新版改了"),
    "withdrawn": later("作废"),
    "settled": later("选了别处的"),
    "retracted": later("整份撤回"),
}


@dataclass(frozen=True, slots=True)
class Past:
    """One field that was changed, the last word first."""

    summary: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that can be taken back."""

    number: int
    words: str


def pasts(entries: Sequence[Entry], *, whole: bool = False) -> tuple[Past, ...]:
    """Return the fields of which more than one thing was ever said."""
    by_field: dict[str, list[Entry]] = {}
    for each in entries:
        by_field.setdefault(each.fact.element, []).append(each)
    return tuple(
        Past(_summary(key, said), tuple(_said(each, whole=whole) for each in reversed(said)))
        for key, said in sorted(by_field.items())
        if len({mark_of(each.fact.value) for each in said}) > 1 or any(each.ended for each in said)
    )


def _summary(key: str, said: Sequence[Entry]) -> str:
    return _("{what}记过 {n} 次").format(what=element(key).name, n=len(said))


def _said(entry: Entry, *, whole: bool) -> str:
    fact = entry.fact
    value = value_words(fact.value, fact.subject, fact.element, whole=whole) or _("（空）")
    place = f" {fact.source.place}" if fact.source.place else ""
    line = f"{fact.as_of}　{value}　{source_words(fact)}{plain(place)}"
    if entry.ended is None:
        return line
    by = _("{how}，{who}").format(how=ENDS.get(entry.ended, entry.ended), who=plain(entry.ended_by))
    if not entry.reason:
        return line + _("（{by}）").format(by=by)
    return line + _("（{by}：{reason}）").format(by=by, reason=covered(_(entry.reason)))


def taken_back(decided: Sequence[Decision]) -> tuple[Taken, ...]:
    """Return the decisions that still hold, the last one first."""
    kinds = {
        "settled": _("选定了{what}"),
        "withdrawn": _("作废了{what}"),
        "same": _("认作同一个人：{what}"),
        "apart": _("认作两个人：{what}"),
    }
    return tuple(
        Taken(each.number, _words(each, kinds[each.kind]))
        for each in reversed(decided)
        if each.kind in kinds and each.undone_by is None
    )


def _called(who: Subject) -> str:
    tail = tail_of(who)
    return _("{name}（{tail}）").format(name=name_of(who), tail=tail) if tail else name_of(who)


def _words(each: Decision, words: str) -> str:
    what = element(each.element).name if each.element else _("全部记录")
    if each.other is not None:
        what = _(" 和 ").join(_called(who) for who in (each.subject, each.other))
    day = each.signed.at.astimezone(CHINA)
    said = words.format(what=what)
    reason = _("（{reason}）").format(reason=covered(_(each.signed.reason))) if each.signed.reason else ""
    return _("{month} 月 {day} 日　{who}{said}{reason}").format(
        month=day.month, day=day.day, who=plain(each.signed.recorder), said=said, reason=reason
    )
