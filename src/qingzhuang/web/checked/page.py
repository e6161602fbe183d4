"""The check report's page data: what was checked, by which rules, what was found; a person confirms it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Provision
from qingzhuang.model.finding import Gravity
from qingzhuang.model.problem import Problem
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.privacy.shown import veiled
from qingzhuang.web import words
from qingzhuang.web.checked.rules import KINDS, RuleBlock, rule_blocks, verb_of

_READ_A_MINUTE = 400  # characters


@dataclass(frozen=True, slots=True)
class Scope:
    """By what was checked: the day, the day of the demands if one was given, the places whose rules are on, whether a
    filing list was at hand, what changed since the last time, and every provision that a rule judges, by code."""

    today: date
    provisions: Mapping[str, Provision]
    asked_on: date | None = None
    places: tuple[str, ...] = ()
    filings: bool = False
    since_last: str = ""


@dataclass(frozen=True, slots=True)
class GravityCount:
    """How many findings may be spoken of in one way."""

    kind: str
    count: str
    words: str


@dataclass(frozen=True, slots=True)
class FileBlock:
    """One file with its rules; `opened` says what was looked at."""

    name: str
    title: str
    opened: str
    rules: tuple[RuleBlock, ...]


@dataclass(frozen=True, slots=True)
class SignRow:
    """One rule for a person to confirm."""

    code: str
    title: str
    kind: str
    tag: str
    count: str


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """All that the template needs."""

    sentence: str
    day: str
    counts: tuple[GravityCount, ...]
    method: tuple[str, ...]
    instruments: tuple[tuple[str, int], ...]
    files: tuple[FileBlock, ...]
    clean: tuple[str, ...]
    problems: tuple[Problem, ...]
    rows: tuple[SignRow, ...]
    minutes: int
    footer: str


def checked_page(
    done: Sequence[Checked], scope: Scope, problems: Iterable[Problem] = (), *, footer: str = ""
) -> CheckedPage:
    """Build the page. Files stand in the order given; nothing is ordered by a figure."""
    files = tuple(_file(each, scope) for each in done if each.findings)
    used = _in_force(scope)
    return CheckedPage(
        sentence=_sentence(done),
        day=words.day(scope.today),
        counts=_counts(done),
        method=tuple(_method(scope, used)),
        instruments=tuple(Counter(each.instrument.name for each in used).items()),
        files=files,
        clean=tuple(veiled(each.file) for each in done if not each.findings),
        problems=tuple(problems),
        rows=_rows(done),
        minutes=_minutes(files),
        footer=footer,
    )


def _sentence(done: Sequence[Checked]) -> str:
    gravities = [finding.gravity for each in done for finding in each.findings]
    found = sum(gravity is not Gravity.ASK for gravity in gravities)
    one = done[0] if len(done) == 1 else None
    name = veiled(one.title or one.file) if one else _("{n} 份材料").format(n=len(done))
    if not found and gravities:
        asked = words.number(len(gravities))
        return _("{name}，没有发现要改的，{n} 处缺情况").format(name=name, n=asked)
    if not found:
        return _("{name}，没有发现要改的").format(name=name)
    return _("{name}，{n} 处要看").format(name=name, n=words.number(found))


def _counts(done: Sequence[Checked]) -> tuple[GravityCount, ...]:
    counted = Counter(finding.gravity for each in done for finding in each.findings)
    said = {
        Gravity.BREACH: _("规定写明“不得”，请人确认"),
        Gravity.DUTY: _("规定写明“应当”，没有看到做"),
        Gravity.REASON: _("规定写的是“原则上”，请说明理由"),
        Gravity.ADVICE: _("只是提醒"),
        Gravity.ASK: _("缺情况，请人答一句"),
    }
    return tuple(
        GravityCount(KINDS[gravity], words.number(counted[gravity]), text)
        for gravity, text in said.items()
        if counted[gravity]
    )


def _in_force(scope: Scope) -> list[Provision]:
    day = scope.asked_on or scope.today
    return [
        each
        for each in scope.provisions.values()
        if each.in_force(day) and each.instrument.binds_in(scope.places)
    ]


def _method(scope: Scope, used: Sequence[Provision]) -> Iterable[str]:
    local = sum(bool(each.instrument.place) for each in used)
    yield _("对照 {n} 条规定，其中地方规定 {local} 条。").format(n=len(used), local=local)
    if scope.places:
        yield _("地方：{places}。").format(places="、".join(scope.places))
    else:
        yield _("没有写在哪里，各地自己的规定没有查。")
    if scope.asked_on:
        yield _("按 {day} 提出的要求来查；那天还没施行的规定不算。").format(day=words.day(scope.asked_on))
    else:
        yield _("要求是哪一天提的，看材料上的日期；没有日期的，按今天。")
    if scope.filings:
        yield _("应用备没备案，对照了国家备案清单。")
    if scope.since_last:
        yield _("只列出和上次比新增的。{change}").format(change=scope.since_last)


def _file(checked: Checked, scope: Scope) -> FileBlock:
    matter, unit = {
        Matter.NOTICE: (_("通知"), _("段")),
        Matter.CHAT: (_("群消息"), _("条")),
        Matter.REGISTER: (_("台账"), _("行")),
        Matter.FORM: (_("表"), _("栏")),
        Matter.CLUE: (_("线索"), _("条")),
    }[checked.matter]
    opened = _("{matter}，{things} {unit}").format(
        matter=matter, things=words.number(checked.things), unit=unit
    )
    title = "" if checked.title in checked.file else veiled(checked.title)
    return FileBlock(veiled(checked.file), title, opened, rule_blocks(checked, scope.provisions))


def _rows(done: Sequence[Checked]) -> tuple[SignRow, ...]:
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for each in done:
        for finding in each.findings:
            if finding.gravity is not Gravity.ASK:
                counted[finding.code, finding.title, KINDS[finding.gravity], verb_of(finding)] += 1
    order = list(KINDS.values())
    ranked = sorted(counted.items(), key=lambda row: order.index(row[0][2]))
    return tuple(SignRow(*row, words.number(count)) for row, count in ranked)


def _minutes(files: Iterable[FileBlock]) -> int:
    letters = 0
    for rule in (rule for file in files for rule in file.rules):
        letters += len(rule.message) + len(rule.rewrite) + (len(rule.law.words) if rule.law else 0)
        letters += sum(len(each.text) + sum(map(len, each.rewrites)) for each in rule.passages)
        letters += sum(len(each.where) + len(each.name) + sum(map(len, each.notes)) for each in rule.things)
    return max(1, round(letters / _READ_A_MINUTE))
