"""The ledger for people: short lines, numbers of persons masked unless asked for."""

from collections.abc import Sequence
from dataclasses import replace
from gettext import gettext as _

from qingzhuang.answer.ledger import LedgerView, Resolution, Standing
from qingzhuang.answer.of_a_day import held_now
from qingzhuang.answer.plan_kin import Kin
from qingzhuang.answer.subjects import marks_of
from qingzhuang.cli.called import called, masked, tail_of
from qingzhuang.cli.output import complain, say
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Scalar
from qingzhuang.store.ledger.report import Conflict, Decision, Entry, ImportReport

_MOST = 20
_RIVALS = 4
_KINDS = {
    SubjectKind.PERSON: _("人"),
    SubjectKind.HOUSEHOLD: _("户"),
    SubjectKind.PLACE: _("地点"),
    SubjectKind.ORGANISATION: _("单位"),
    SubjectKind.EVENT: _("事"),
}
_ENDS = {
    "corrected": _("新版改了"),
    "retracted": _("整份撤回"),
    "withdrawn": _("作废"),
    "settled": _("选了别处的"),
}


def say_report(report: ImportReport) -> None:
    """Say what an import did: counts in one line, then changes, what is gone, conflicts and doubts."""
    counts = {
        _("新记 {count}"): _new(report),
        _("再次确认 {count}"): report.confirmed,
        _("没有变 {count}"): report.unchanged,
        _("改了 {count}"): len(report.changes),
        _("只作历史 {count}"): report.outdated,
        _("不一致 {count}"): len(report.conflicts),
    }
    always = next(iter(counts)) if any(counts.values()) else ""
    said = [words.format(count=count) for words, count in counts.items() if count or words == always]
    say(
        _("{file}：{rows} 行；{counts}。").format(file=report.file, rows=report.rows, counts="，".join(said))
        if said
        else _("{file}：没有可记的内容。").format(file=report.file)
    )
    _say_outdated(report)
    _list(
        [
            _("  改了：{who} {what} {old} → {new}").format(
                who=called(each.subject),
                what=element(each.element).name,
                old=_values(each.old),
                new=_values(each.new) or _("（空）"),
            )
            for each in report.changes
        ]
    )
    _list(
        [
            _("  新表里不再写（账里还留着）：{who} {what} {value}").format(
                who=called(each.subject), what=element(each.element).name, value=_values((each.value,))
            )
            for each in report.gone
        ]
    )
    left = _("  上一版有、这一版没有（账里还留着，填表时当作要再问）：{who}")
    _list(list(dict.fromkeys(left.format(who=called(each)) for each in report.left)))
    _list([_("  不一致：") + line for each in report.conflicts for line in [_duel(each, full=False)]])
    complain(_located(report)[:_MOST])
    if len(report.problems) > _MOST:
        say(_("  还有 {count} 处要看，用 --format json 看全。").format(count=len(report.problems) - _MOST))


def _new(report: ImportReport) -> int:
    """Facts that are neither changes nor only history."""
    return max(0, report.new - sum(len(each.new) for each in report.changes) - report.outdated)


def _say_outdated(report: ImportReport) -> None:
    """Say that a newer edition speaks, and what people had decided against."""
    if report.newer is not None and report.newer > report.as_of:
        words = _("  这是 {day} 的旧版，账里已有 {newer} 的新版：只补历史，现在的值不变。")
        say(words.format(day=report.as_of, newer=report.newer))
    elif report.outdated:
        say(_("  这一版以前导入过，后来又导入了改过的新版：以新版为准，没有改回去。"))
    if report.misread:
        say(_("  同一份表重新读过：以前读错的 {count} 处不再算。").format(count=report.misread))
    if report.kept_out:
        words = _("  有 {count} 处是账里已经作废或没有选的说法，照旧没有采用（撤回用 qz ledger undo）。")
        say(words.format(count=report.kept_out))


def _located(report: ImportReport) -> list[Problem]:
    """Problems that say in which of many files they stand."""
    return [
        each if report.file in each.where else replace(each, where=f"{report.file} {each.where}")
        for each in report.problems
    ]


def say_subject(
    subject: Subject, view: LedgerView, kin: Kin, entries: Sequence[Entry], *, full: bool
) -> None:
    """Say what is known about a subject, each with its source, date and expiry, and who belongs together."""
    say(f"{_KINDS[subject.kind]} {_titled(subject, full=full)}" + _left(subject, view))
    home = kin.home(subject)
    if subject.kind is SubjectKind.HOUSEHOLD:
        members = kin.members(subject)
        if members:
            say(_("  本户的人：{who}").format(who="、".join(called(each, full=full) for each in members)))
    elif home is not None:
        others = [each for each in kin.members(home) if each != subject]
        if others:
            say(_("  同户的人：{who}").format(who="、".join(called(each, full=full) for each in others)))
    for each in view.elements(subject):
        found = held_now(view, subject, each, element(each))
        say(f"  {element(each).name}：{_standing(found, full=full)}")
    for entry in entries:
        ended = f"，{_ENDS[entry.ended]}，{entry.reason}" if entry.ended else ""
        said = _said(entry.fact, full=full)
        say(
            f"  #{entry.number} {entry.fact.recorded_at:%Y-%m-%d %H:%M} {element(entry.fact.element).name}：{said}{ended}"
        )


def _titled(subject: Subject, *, full: bool) -> str:
    """The name with the masked number, where it is told by one."""
    whole = bool(tail_of(subject)) and not marks_of(subject)
    return f"{subject.name}（{masked(subject.key, full=full)}）" if whole else called(subject, full=full)


def say_others(count: int, first: Sequence[Subject]) -> None:
    """Say who else has the words asked for in the name."""
    if count:
        names = "、".join(called(each) for each in first) + (_("等") if count > len(first) else "")
        say(_("名字里有这几个字的另有 {count} 个：{names}。").format(count=count, names=names))


def say_decision(decision: Decision) -> None:
    """Say what was just decided, and how to take it back."""
    say(_decided(decision, full=False))
    if decision.undone_by is None:
        say(_("记为决定 #{number}；要撤回用 qz ledger undo {number}。").format(number=decision.number))


def say_decisions(found: Sequence[Decision], *, full: bool) -> None:
    """Say what people decided, in order."""
    for each in found:
        if each.undoes is None:
            at = f"{each.signed.at:%Y-%m-%d %H:%M}"
            say(f"  {_('决定')} #{each.number} {at} {each.signed.recorder}：{_decided(each, full=full)}")


def _decided(each: Decision, *, full: bool) -> str:
    who = called(each.subject, full=full)
    what = element(each.element).name if each.element else ""
    words = {
        "settled": _("{who} 的{what}选定为 {value}，别的 {count} 处不再算"),
        "withdrawn": _("{who} 的{what}作废，共 {count} 处") if what else _("{who} 整个作废，共 {count} 处"),
        "same": _("{who} 就是 {other}"),
        "apart": _("{who} 不是 {other}"),
    }
    said = words[each.kind].format(
        who=who,
        what=what,
        value=masked(str(each.value), full=full),
        count=each.ended,
        other=called(each.other, full=full) if each.other else "",
    )
    reason = _("（{reason}）").format(reason=each.signed.reason) if each.signed.reason else ""
    return said + reason + (_("，已撤回") if each.undone_by is not None else "") + "。"


def say_conflicts(found: Sequence[Conflict], *, full: bool, limit: int = 0) -> None:
    """Say on what sources disagree, at most `limit` of them (0: all)."""
    if not found:
        say(_("没有不一致的内容。"))
        return
    for each in found[:limit] if limit else found:
        say(_duel(each, full=full))
    if limit and len(found) > limit:
        say(_("还有 {count} 处，加 --limit 0 全部列出。").format(count=len(found) - limit))
    say(_("共 {count} 处，选定用 qz ledger settle。").format(count=len(found)))


def _standing(found: Resolution, *, full: bool) -> str:
    if found.standing is Standing.CONFLICT:
        return _("说法不一致：") + "；".join(_said(each, full=full) for each in found.rivals)
    if found.fact is None:
        return _("还不知道")
    stale = _("（过期了，要再问）") if found.standing is Standing.STALE else ""
    return _said(found.fact, full=full) + stale


def _said(fact: Fact, *, full: bool) -> str:
    source = fact.source.file or _("当面回答")
    place = f" {fact.source.place}" if fact.source.place else ""
    until = _("，有效到 {day}").format(day=fact.valid_until) if fact.valid_until else ""
    return f"{_values((fact.value,), full=full)}（{source}{place}，{fact.as_of}{until}）"


def _duel(conflict: Conflict, *, full: bool) -> str:
    said = [_said(each, full=full) for each in conflict.rivals]
    values = _(" 还是 ").join(said[:_RIVALS])
    if len(said) > _RIVALS:
        values += _(" 等 {count} 种说法").format(count=len(said))
    return f"{called(conflict.subject, full=full)} {element(conflict.element).name}：{values}"


def _left(subject: Subject, view: LedgerView) -> str:
    return _("（新名册里已没有）") if view.canonical(subject) in view.left else ""


def _values(values: Sequence[Scalar], *, full: bool = False) -> str:
    return "、".join(masked(str(value), full=full) for value in values)


def _list(lines: Sequence[str]) -> None:
    for line in lines[:_MOST]:
        say(line)
    if len(lines) > _MOST:
        say(_("  还有 {count} 处，用 --format json 看全。").format(count=len(lines) - _MOST))
