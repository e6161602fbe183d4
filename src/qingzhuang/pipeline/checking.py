"""Notices, chats and registers held against the law: read into cases, cases against the rules in force."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qingzhuang.check.cite import rank
from qingzhuang.check.inventory.cases import cases as register_cases
from qingzhuang.check.inventory.filings import Filings
from qingzhuang.check.rule import Rule, Setting
from qingzhuang.check.run import check
from qingzhuang.check.silence import silenced
from qingzhuang.check.text.cases import case_of
from qingzhuang.check.text.practice import Practice
from qingzhuang.check.text.read import practices
from qingzhuang.check.text.rewrite import rewrite
from qingzhuang.law.provision import Provision
from qingzhuang.model.case import Case
from qingzhuang.model.chat import Message, MessageKind
from qingzhuang.model.finding import Finding
from qingzhuang.model.notice import Notice
from qingzhuang.packs.load import encoded
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.registers import Register

_AROUND = 2_000  # how far from a demand its contact is looked for


@dataclass(frozen=True, slots=True)
class Court:
    """What things are held against: the rules, the day of judging, and the places whose local rules are on."""

    rules: tuple[tuple[Provision, Rule], ...]
    setting: Setting
    places: tuple[str, ...] = ()
    asking: bool = False


def court(today: date, places: tuple[str, ...] = (), *, asking: bool = False) -> Court:
    """All rules of all packs."""
    rules = tuple((each.provision, each.rule) for each in encoded().values())
    return Court(rules, Setting(today), places, asking)


def check_text(text: str, court: Court, day: date | None = None) -> list[Finding]:
    """Findings on a text, with spans in it, in order: one for each practice, the other rules it meets in `also`."""
    found: list[Finding] = []
    for practice in practices(text):
        case = case_of(practice, day=day, places=court.places)
        findings = check(case, court.rules, court.setting)
        if findings:
            found.append(replace(_one(case, findings), text=practice.text, rewrite=_asked(text, practice)))
    return sorted(found, key=lambda finding: (finding.start or 0, finding.end or 0, finding.code))


def _one(case: Case, findings: Sequence[Finding]) -> Finding:
    first, *others = sorted(findings, key=lambda finding: rank(finding, case.kind))
    also = dict.fromkeys((*first.also, *(code for each in others for code in (each.code, *each.also))))
    return replace(first, also=tuple(code for code in also if code != first.code))


def _asked(text: str, practice: Practice) -> str:
    """The lawful sentence with the deadline and contact of the text around it."""
    left = max(practice.start - _AROUND, 0)
    near = replace(practice, start=practice.start - left, end=practice.end - left)
    return rewrite(text[left : practice.end + _AROUND], near)


def check_notice(notice: Notice, court: Court, day: date | None = None) -> Checked:
    """Findings on a notice; the day is the one under it unless given."""
    found = check_text(notice.text, court, day or notice.day)
    placed = [replace(each, where=notice.passage_at(each.start or 0).where) for each in found]
    kept, problems = silenced(notice, placed)
    return Checked(
        notice.file,
        Matter.NOTICE,
        tuple(kept),
        len(notice.passages),
        notice.text,
        (*notice.problems, *problems),
        notice.title,
    )


def check_chat(file: str, messages: Iterable[Message], court: Court) -> Checked:
    """Findings on the messages of a group, each with its line; offsets count in the message."""
    found: list[Finding] = []
    count = 0
    for message in messages:
        count += 1
        if message.kind is not MessageKind.TEXT:
            continue
        day = message.at.date() if message.at else None
        found += [
            replace(each, where=f"第{message.line}行", subject=message.text)
            for each in check_text(message.text, court, day)
        ]
    return Checked(file, Matter.CHAT, tuple(found), count)


def check_register(register: Register, court: Court, filings: Filings | None = None) -> Checked:
    """Findings on the rows of a register, in their order."""
    found: list[Finding] = []
    for case in register_cases(register.rows, filings, court.places):
        found += check(case, court.rules, court.setting, asking=court.asking)
    return Checked(register.file, Matter.REGISTER, tuple(found), len(register.rows), title=register.title)


def filing_list(registers: Sequence[Register]) -> Filings:
    """The national filing list, from the registers of a file."""
    return Filings.of(row for register in registers for row in register.rows)
