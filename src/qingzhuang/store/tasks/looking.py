"""A task's form looked over before it goes out, and the sender's decision about what is doubtful."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.answer.lookover import Alike, Doubt, Kind, alike
from qingzhuang.language import gettext as _
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.work import Task
from qingzhuang.pipeline.looking import Looked, look
from qingzhuang.store.beside.converting import convert
from qingzhuang.store.tasks.handing import Made, make
from qingzhuang.store.tasks.planning import once

_UNEQUAL = re.compile(r"对不上：(.*)：(\d+) 处")
_KEPT = ("存疑：", "对不上：", "照样送出：")  # lines of a receipt, kept as they are
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """What is doubtful in one file of a task: `name` is the file's, `subjects` whom the doubtful rows are about."""

    name: str
    doubts: tuple[Doubt, ...]
    subjects: dict[Doubt, Subject]


def seen(task: Task, day: date) -> tuple[Seen, ...]:
    """Look over all files of a task as the ledger fills them today, blanks that the form requires among it. Raises as `make`
    does."""
    made = make(task, day)
    return once(task, day, "looked over", lambda: tuple(_seen(made, day)))


def _seen(made: Made, day: date) -> Iterable[Seen]:
    for (name, done), plan in zip(made.parts, made.plan.plans, strict=True):
        looked = look(name, done.content, day, form=plan.form, converter=convert())
        if looked.doubts:
            yield Seen(name, looked.doubts, _subjects(looked, looked.doubts, plan.cells, plan.card))


def _subjects(
    looked: Looked, doubts: Iterable[Doubt], cells: Iterable[object], card: Subject | None
) -> dict[Doubt, Subject]:
    listed = {each.subject for each in cells if each.subject is not None}  # type: ignore[attr-defined]
    by_word = {word: each for each in listed for word in (each.name, each.key) if word}
    found: dict[Doubt, Subject] = {}
    for doubt in doubts:
        words = looked.row(doubt.place) if doubt.place else ()
        whose = next((by_word[word] for word in words if word in by_word), card)
        if whose is not None:
            found[doubt] = whose
    return found


def together(files: Sequence[Seen]) -> tuple[Alike, ...]:
    """Return all doubts of all files, those that say the same together."""
    return alike(doubt for each in files for doubt in each.doubts)


def require_word(task: Task, files: Sequence[Seen], anyway: str) -> None:
    """Raise QZ-R091 when the issuer's own file refuses an entry and nobody says why it goes out all the same."""
    refused = [doubt for each in files for doubt in each.doubts if doubt.forbidden]
    if refused and not anyway.strip():
        raise ProblemError(_refused(task, refused))


def decided(files: Sequence[Seen], anyway: str) -> list[str]:
    """Return the lines that a receipt keeps: what was doubtful, without what stands in the cells, and the sender's word. What was
    left blank a receipt tells by itself."""
    every = together(files)
    groups = [each for each in every if each.first.kind is not Kind.REQUIRED]
    unequal = Counter({each.first.rule: each.count for each in groups if each.first.kind is Kind.EQUATION})
    lines = [f"对不上：{rule}：{count} 处" for rule, count in unequal.items()]
    others = [each for each in groups if each.first.kind is not Kind.EQUATION]
    lines += [
        f"存疑：{each.first.label or each.first.where}（{each.count} 处）：{each.first.why}"
        for each in others
    ]
    word = " ".join(anyway.split())[:LONGEST]
    return [*lines, *([f"照样送出：{word}"] if word and every else [])]


def is_decided(line: str) -> bool:
    """Tell whether a line of a receipt is about what was doubtful."""
    return line.startswith(_KEPT)


def unequal(reasons: Iterable[str]) -> Counter[str]:
    """Return which printed checks did not hold in forms that were handed over, and in how many places."""
    found: Counter[str] = Counter()
    for reason in reasons:
        for line in reason.splitlines():
            told = _UNEQUAL.fullmatch(line)
            if told:
                found[told[1]] += int(told[2])
    return found


def _refused(task: Task, refused: Sequence[Doubt]) -> Problem:
    first = refused[0]
    return Problem(
        "QZ-R091",
        task.demand.title,
        _("“{label}”（{where}）等 {count} 格，表自己不收这样的内容：{rule}。").format(
            label=first.label, where=first.where, count=len(refused), rule=first.rule
        ),
        _("请改过再交；就是这样的，交的时候说一句为什么。"),
    )
