"""Chat exports held against the law: each message as a text, each group by its counts, groups against each other. What is
shown of a message is masked; no member is named."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from qingzhuang.check.group.cases import case_of, counts, twins
from qingzhuang.check.group.same import Board
from qingzhuang.check.group.tally import Tally
from qingzhuang.check.run import check
from qingzhuang.check.text.cases import case_of as case_of_text
from qingzhuang.check.text.read import practices
from qingzhuang.language import gettext as _
from qingzhuang.law.calendar import Calendar, calendar
from qingzhuang.law.facts import facts
from qingzhuang.model.case import Case, CaseKind
from qingzhuang.model.chat import Message, MessageKind
from qingzhuang.model.finding import Finding
from qingzhuang.pipeline.checked import Checked, Matter
from qingzhuang.pipeline.checking import Court, judged
from qingzhuang.privacy.find import find
from qingzhuang.privacy.mask import mask, mask_mentions

_STAR = "*"
_CALLED = re.compile(r"[\u3400-\u9fffA-Za-z]{2}")


@dataclass(slots=True)
class GroupRead:
    """One export that was read: findings on its messages, masked, and the tallies of its groups by their key."""

    file: str
    members: Sequence[Collection[str]] = ()
    tallies: dict[str, Tally] = field(default_factory=dict[str, Tally])
    findings: list[Finding] = field(default_factory=list[Finding])
    count: int = 0


def read_group(
    file: str,
    messages: Iterable[Message],
    court: Court,
    board: Board,
    members: Sequence[Collection[str]] = (),
) -> GroupRead:
    """Read an export as a stream."""
    read = GroupRead(file, members)
    days = calendar()
    for message in messages:
        read.count += 1
        tally = read.tallies.setdefault(message.chat, Tally(_name(file, message.chat)))
        tally.add(message, days, board)
        if message.kind is MessageKind.TEXT:
            _text(read, tally, message, court, days)
    return read


def _name(file: str, chat: str) -> str:
    return chat or file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or file


def _text(read: GroupRead, tally: Tally, message: Message, court: Court, days: Calendar) -> None:
    day = message.at.date() if message.at else None
    found = [(each, case_of_text(each, day=day, places=court.places)) for each in practices(message.text)]
    if found:
        tally.ordered(message, days)
    tally.asked(value for _practice, case in found if (value := case.value("reply_required")) is not None)
    personal = find(message.text)
    known = facts()["personal_data_fields"].words
    tally.posted(str(each.kind) for each in personal if not each.contact and each.kind in known)
    findings = judged(found, message.text, court) if found else []
    if findings:
        shown = mask_mentions(mask(message.text))
        where = _("第{number}行").format(number=message.line)
        read.findings += [
            replace(
                each,
                where=where,
                subject=shown,
                text=shown[each.start : each.end],
                rewrite=mask_mentions(mask(each.rewrite)),
            )
            for each in findings
        ]


def close(reads: Sequence[GroupRead], court: Court, registered: Iterable[Case] = ()) -> list[Checked]:
    """The outcome for each export, in the order given; `registered` are groups of a register, known by their names."""
    listed = [(read, tally) for read in reads for tally in read.tallies.values()]
    alike = twins([tally for _read, tally in listed])
    names = [tally.name for _read, tally in listed]
    declared = {case.name: case for case in registered if case.kind is CaseKind.GROUP}
    found = {id(read): Checked(read.file, Matter.CHAT, (), read.count) for read in reads}
    for index, (read, tally) in enumerate(listed):
        known = counts(tally, tally.members or read.members, [names[other] for other in alike.get(index, ())])
        case = case_of(tally, known, len(listed) > 1, court.places)
        if tally.name in declared:
            case = replace(case, facts={**case.facts, **declared[tally.name].facts})
        held = check(case, court.rules, court.setting, asking=court.asking)
        before = found[id(read)]
        found[id(read)] = replace(before, findings=(*before.findings, *held), groups=(*before.groups, known))
    return [replace(found[id(read)], findings=(*_unnamed(read), *found[id(read)].findings)) for read in reads]


def check_chat(
    file: str, messages: Iterable[Message], court: Court, members: Sequence[Collection[str]] = ()
) -> Checked:
    """Findings on one export: its messages, each with its line (offsets count in the message), and the group."""
    return close([read_group(file, messages, court, Board(), members)], court)[0]


def _unnamed(read: GroupRead) -> list[Finding]:
    """Findings without the names of those who write in the group."""
    senders = {name for tally in read.tallies.values() for name in tally.senders if _CALLED.search(name)}
    if not senders or not read.findings:
        return read.findings
    pattern = re.compile("|".join(map(re.escape, sorted(senders, key=len, reverse=True))))
    cleaned: list[Finding] = []
    for each in read.findings:
        shown = pattern.sub(lambda name: _STAR * len(name[0]), each.subject)
        way = pattern.sub(lambda name: _STAR * len(name[0]), each.rewrite)
        cleaned.append(replace(each, subject=shown, text=shown[each.start : each.end], rewrite=way))
    return cleaned
