"""Handing a form over: the issuer's own file from the ledger, kept by its content, with a receipt that can be checked."""

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qingzhuang.answer.plan import Plan
from qingzhuang.intake.read import CONVERTED
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.sheet import FileKind
from qingzhuang.model.work import Answer, Task
from qingzhuang.ooxml.flat import holds_sheets
from qingzhuang.pipeline.answering import Desk
from qingzhuang.pipeline.handing import Returned, returned
from qingzhuang.pipeline.naming import clean, known_parts, printed_pattern
from qingzhuang.pipeline.tasks import TaskPlan
from qingzhuang.store.beside.converting import convert
from qingzhuang.store.blobs import fetch, keep
from qingzhuang.store.clock import CHINA
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.ledger.queries import ledger_view
from qingzhuang.store.pairs.reviewing import rulings_at
from qingzhuang.store.rights.looks import note_reported
from qingzhuang.store.tasks.counting import keep_counts
from qingzhuang.store.tasks.demands import answer
from qingzhuang.store.tasks.planning import once, part_then, plan_of, plan_with

_NEW = {
    kind: target.suffix
    for kind, target in {**CONVERTED, FileKind.XLS: FileKind.XLSX, FileKind.PDF: FileKind.XLSX}.items()
}  # nobody writes the old formats without loss


@dataclass(frozen=True, slots=True)
class Made:
    """A form made from the ledger: one file, or a folder of cards in one archive; and the plan behind it. `parts` are the
    files with their names."""

    name: str
    content: bytes
    parts: tuple[tuple[str, Returned], ...]
    plan: TaskPlan

    @property
    def digest(self) -> str:
        """The sha256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


def make(task: Task, day: date) -> Made:
    """Fill a task's form as the ledger stands. Raises ProblemError when it cannot be read or written, OSError when its
    bytes are not here."""
    return once(task, day, "made", lambda: _made(task, plan_of(task, day)))


def hand_over(task: Task, at: datetime, notes: Sequence[str] = ()) -> Task:
    """Fill the form, keep the file, note the receipt with `notes` on it; the same file handed over again keeps its receipt,
    another one gets a new one. Raises as `make` does, and ProblemError QZ-W104."""
    grown = mark().count
    made = make(task, at.date())
    if not made.plan.filled or not any(done.written for _name, done in made.parts):
        raise ProblemError(_nothing_to_hand(task))
    if task.said is Answer.HANDED and made.digest == task.blob:
        return task
    blob = keep(made.content)
    code, open_ = receipt_code(task, blob, at), "\n".join(filter(None, (open_words(made), *notes)))
    handed = answer(task.number, Answer.HANDED, at, receipt=code, blob=blob, reason=open_)
    keep_counts(handed, made.plan, at, grown)
    note_reported(handed.number, made.plan)
    return handed


def open_words(made: Made) -> str:
    """What is left blank, a line each, as the receipt says it."""
    counted: Counter[str] = Counter()
    for _name, done in made.parts:
        counted.update(dict(done.waiting))
    pasted = dict.fromkeys(name for _name, done in made.parts for name in done.pasted)
    lines = [f"{name}：{count} 格" for name, count in counted.items()]
    return "\n".join((*lines, *(f"{name}：没有贴" for name in pasted)))  # kept as it is, read by all


def receipt_code(task: Task, blob: str, at: datetime) -> str:
    """A code that names the day, the task and the file."""
    return f"{at.astimezone(CHINA):%Y%m%d}-{task.number}-{blob[:8].upper()}"


def made_again(task: Task, content_of: Callable[[str], bytes] = fetch) -> str:
    """Fill a form that was handed over once more, from what the ledger knew then, and return its sha256. Raises as
    `make` does."""
    at = task.answered_at
    if at is None:
        return ""
    day = at.astimezone(CHINA).date()
    then = part_then(Desk(ledger_view(as_of=day, known_at=at), said=rulings_at(at)), task.unit)
    return _made(task, plan_with(task, then, day), content_of).digest


def _made(task: Task, plan: TaskPlan, content_of: Callable[[str], bytes] = fetch) -> Made:
    blank = content_of(task.demand.blob)
    stem, dot, tail = task.demand.file.rpartition(".")
    head, end = (stem, dot + tail) if stem else (tail, "")
    parts: dict[str, Returned] = {}
    for each in plan.plans:
        whose = each.card.name or each.card.key[-4:] if each.card else task.unit.name
        done = returned(task.demand.file, blank, each, convert())
        own = _end(each.form.kind, done.content, end)
        parts[_unused(_called(task, each, whose) or f"{head}（{whose}）", own, parts)] = done
    (name, first), *more = parts.items()
    if not more:
        return Made(name, first.content, ((name, first),), plan)
    return Made(f"{head}（{task.unit.name}）.zip", _archive(parts), tuple(parts.items()), plan)


def _called(task: Task, plan: Plan, whose: str) -> str:
    """The name that the issuer asks for on its form, empty where it asks for none."""
    pattern = printed_pattern(plan.form.notes)
    if pattern is None:
        return ""
    title = "".join((plan.form.title or task.demand.title).split())
    made = pattern.named(known_parts(task.unit.name, whose if plan.card else "", title, plan.as_of))
    return clean(made if not plan.card or whose in made else f"{made}-{whose}") if made else ""


def _unused(name: str, end: str, taken: Collection[str]) -> str:
    """The name, or with the number of its twin."""
    free, number = f"{name}{end}", 1
    while free in taken:
        number += 1
        free = f"{name[:-1]}{number}）{end}" if name.endswith("）") else f"{name}-{number}{end}"
    return free


def _end(kind: FileKind, made: bytes, end: str) -> str:
    """The suffix of what was made: old formats come back as new ones, what lies open as text as what it was."""
    if kind is FileKind.XML_PACKAGE and made.startswith(b"PK"):
        return ".xlsx" if holds_sheets(made) else ".docx"
    return _NEW.get(kind, end)


def _archive(parts: Mapping[str, Returned]) -> bytes:
    """The files in one archive; no clock in it, so that the same files give the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, done in parts.items():
            archive.writestr(zipfile.ZipInfo(name.replace("/", "_")), done.content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _nothing_to_hand(task: Task) -> Problem:
    return Problem(
        "QZ-W121",
        task.demand.title,
        _("这张表一格也没有填上，没有交。"),
        _("请先答几问；确实没有的，请答“没有这样的事”。"),
    )
