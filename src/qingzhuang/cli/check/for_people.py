"""Findings for people: place, rule, the words with a line under them, whose words forbid it, how to ask instead."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from gettext import gettext as _
from itertools import groupby

from qingzhuang.check.clue.read import categories
from qingzhuang.check.group.cases import Counts
from qingzhuang.law.facts import facts
from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.packs.citation import citation
from qingzhuang.packs.load import encoded
from qingzhuang.packs.words import gravity_word
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.clues import sorted_out
from qingzhuang.privacy.shown import plain

_WIDTH = 72
_LEAD = 24
_NOTES = 8


def tell(done: list[Checked], say: Callable[[str], None]) -> None:
    """Print every finding, then one line that sums up."""
    told: set[str] = set()
    for checked in done:
        for _key, same in groupby(checked.findings, key=lambda each: _passage(each, checked)):
            for line in lines(checked, *same, told=told):
                say(line)
            say("")
        if checked.clue:
            for line in clue_lines(checked):
                say(line)
        for counts in checked.groups:
            for line in group_lines(counts):
                say(line)
    for line in summary(done):
        say(line)


def _passage(finding: Finding, checked: Checked) -> tuple[str, ...]:
    """What is told together: one rule in one line of a text. A finding on a thing stands alone."""
    if not finding.text:
        return (finding.where, finding.code, finding.subject, finding.message, *finding.notes)
    line = checked.text.rfind("\n", 0, finding.start) if checked.text else finding.subject
    return (finding.where, finding.code, str(line), *finding.notes)


def lines(checked: Checked, finding: Finding, *more: Finding, told: set[str] | None = None) -> Iterator[str]:
    """The lines of one finding, and of more of the same rule in the same passage. `told` are the codes whose law was
    written out before."""
    thing = f" {finding.subject}" if finding.subject and not finding.text else ""
    yield f"{checked.file} {finding.where}{thing}  {finding.code}  {finding.title} · {gravity_word(finding.gravity)}"
    if finding.text:
        yield from _shown(checked.text or finding.subject, [finding, *more])
    if finding.message:
        yield f"  = {finding.message}"
    for note in finding.notes[:_NOTES]:
        yield f"  · {note}"
    if len(finding.notes) > _NOTES:
        yield _("  · 等 {count} 处").format(count=len(finding.notes))
    if finding.gravity is not Gravity.ASK:
        yield f"  = {cited(finding, again=told is not None and finding.code in told)}"
        if told is not None:
            told.add(finding.code)
    also = dict.fromkeys(code for each in (finding, *more) for code in each.also)
    if also:
        yield _("  = 同时见：{codes}").format(codes="、".join(also))
    for rewrite in dict.fromkeys(each.rewrite for each in (finding, *more) if each.rewrite):
        yield _("  = 可以这样：{rewrite}").format(rewrite=rewrite)


def clue_lines(checked: Checked) -> Iterator[str]:
    """How the findings of a tip-off fall into the nine kinds."""
    found = sorted_out(checked)
    for letter, (name, _words) in categories().items():
        if letter in found:
            yield f"{letter} {name}：{'、'.join(found[letter])}"
    given = checked.clue.label if checked.clue else ""
    if given:
        yield _("  · 来件自己写的类别：{label}").format(label=given)


def group_lines(counts: Counts) -> Iterator[str]:
    """What is told of a group: counts, never a person."""
    yield _("“{name}”：{messages} 条消息，其中布置工作的 {work} 条").format(
        name=counts.name, messages=counts.messages, work=counts.work
    )
    if counts.quiet_share is not None:
        yield _("  · 非工作时间 {count} 条（{share:.0%}），应急的 {event} 条不算").format(
            count=counts.quiet, share=counts.quiet_share, event=counts.quiet_event
        )
    if counts.ask_share is not None:
        yield _("  · 要求回复 {count} 条（{share:.0%}），重复发的 {repeats} 条").format(
            count=counts.asks, share=counts.ask_share, repeats=counts.repeats
        )
    if counts.silent is not None:
        yield _("  · 成员 {members} 人，没有发过言的 {silent} 人").format(
            members=counts.members, silent=counts.silent
        )
    if counts.twins:
        yield _("  · 通知与这些群相同：{names}").format(names="、".join(counts.twins))
    if counts.personal:
        words = facts()["personal_data_fields"].words
        parts = "、".join(f"{words[kind]} {count}" for kind, count in sorted(counts.personal.items()))
        yield _("  · 有未打码个人信息的消息：{parts}").format(parts=parts)
    if counts.done:
        yield _("  · {day} 说任务已经完成").format(day=counts.done)


def cited(finding: Finding, *, again: bool = False) -> str:
    """The law in one line, with quotation marks only where the words were read so; told again, without its words."""
    known = encoded().get(finding.code)
    law = citation(finding, known.provision if known else None)
    said = f"：{law.said}" if law.quoted else f"，{law.said}"
    if again:
        return _("{name}{article}（{force}，{since}），用语见上").format(
            name=law.name, article=law.article, force=finding.force, since=law.since
        )
    return f"{law.name}{law.article}{said}（{finding.force}，{law.since}）"


def _shown(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    """The line that holds the spans, cut to what a screen shows, with carets under them; spans too far apart get a line each."""
    spans = sorted((each.start or 0, each.end or 0) for each in findings)
    start, last = spans[0][0], text.find("\n", spans[0][0])
    first = text.rfind("\n", 0, start) + 1
    line = text[first : last if last >= 0 else len(text)]
    if spans[-1][0] - max(first, start - _LEAD) >= _WIDTH - _LEAD or "\n" in text[start : spans[-1][0]]:
        for each in findings:
            yield from _shown(text, [each]) if len(findings) > 1 else _marked(line, first, spans)
    else:
        yield from _marked(line, first, spans)


def _marked(line: str, first: int, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    left = max(0, spans[0][0] - first - _LEAD)
    right = left + _WIDTH
    lead, tail = ("…" if left else "", "…" if right < len(line) else "")
    under = [" "] * len(line[left:right])
    for start, end in spans:
        for at in range(start - first - left, min(end - first, right) - left):
            under[at] = "^"
    carets = "".join(
        mark * width(char) for mark, char in zip(under, plain(line[left:right]), strict=True)
    ).rstrip()
    yield f"  | {lead}{plain(line[left:right])}{tail}"
    yield f"  | {' ' * width(lead)}{carets or '^'}"


def width(text: str) -> int:
    """Columns on a screen: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def summary(done: list[Checked]) -> Iterator[str]:
    """What was looked at and what was found, by how it may be spoken of."""
    counts = Counter(finding.gravity for checked in done for finding in checked.findings)
    things = _things(done)
    if not done:
        yield _("一份也没有查成。")
        return
    if not counts:
        yield _("查了 {files} 份（{things}），没有发现。").format(files=len(done), things=things)
        return
    parts = "，".join(f"{gravity_word(gravity)} {counts[gravity]}" for gravity in Gravity if counts[gravity])
    yield _("查了 {files} 份（{things}）：{parts}。").format(files=len(done), things=things, parts=parts)


def _things(done: list[Checked]) -> str:
    """How much was read, each kind in its own unit: a passage that was read is no finding."""
    read: Counter[Matter] = Counter()
    for checked in done:
        read[checked.matter] += checked.things
    said = {
        Matter.NOTICE: _("{n} 段文字"),
        Matter.CHAT: _("{n} 条消息"),
        Matter.REGISTER: _("{n} 行台账"),
        Matter.FORM: _("{n} 栏"),
        Matter.CLUE: _("{n} 条线索"),
    }
    return "、".join(said[matter].format(n=read[matter]) for matter in Matter if matter in read)
