"""Before a form goes out: what in it is doubtful, each with the way to its answer, and the sender's decision."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.answer.lookover import Alike
from qingzhuang.language import gettext as _
from qingzhuang.model.work import Task
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.tasks.looking import Seen, together
from qingzhuang.web.ledger.shown import covered

_CELLS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at: `who` is whom the first of its cells is about, `number` that subject's in the ledger (0: none)."""

    label: str
    cells: str
    value: str
    why: str
    cure: str
    forbidden: bool
    who: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class LookPage:
    """`groups` are the things to look at; `word` is why it goes out all the same, `wrong` what is wrong with that."""

    task: Task
    groups: tuple[Line, ...]
    refused: bool
    word: str
    wrong: str


def look_page(task: Task, files: Sequence[Seen], word: str, *, pressed: bool) -> LookPage:
    """Lay out what is doubtful in the files of a task."""
    whose = {doubt: subject for each in files for doubt, subject in each.subjects.items()}
    known = numbers(set(whose.values())) if whose else {}
    lines = []
    for group in together(files):
        subject = whose.get(group.first)
        who = subject.name if subject else ""
        lines.append(_line(group, who, known.get(subject, 0) if subject else 0))
    refused = any(each.forbidden for each in lines)
    missing = pressed and refused and not word.strip()
    wrong = _("有表自己不收的内容，照样送出要说一句为什么。") if missing else ""
    return LookPage(task, tuple(lines), refused, word, wrong)


def _line(group: Alike, who: str, number: int) -> Line:
    first = group.first
    places = [each.place.cell if each.place else each.where for each in group.all[:_CELLS]]
    cells = _("、").join(places)
    if group.count > _CELLS:
        cells = _("{cells} 等 {count} 格").format(cells=cells, count=group.count)
    value = covered(first.value) if group.count == 1 else ""
    return Line(first.label, cells, value, first.why, first.cure, first.forbidden, who, number)
