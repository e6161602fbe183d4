"""Filling from the ledger: plan each template, write it, say what it lacks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from qingzhuang.answer.fill import fill
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Missing
from qingzhuang.cli.at_hand import at_hand
from qingzhuang.cli.convert import converter
from qingzhuang.cli.fill_report import FileResult, Gap
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.intake.read import read_form
from qingzhuang.match.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.answering import Desk, Wishes


def ledger_results(files: Iterable[Path], wishes: Wishes, outputs: Outputs, today: date) -> list[FileResult]:
    """Fill all templates from the ledger; one that cannot be filled does not stop the others."""
    desk = Desk(open_view(wishes.day or today))
    return [result for path in files for result in _results(path, desk, wishes, outputs)]


def open_view(day: date) -> LedgerView:
    """Return the ledger of this machine as it stands on a day."""
    from qingzhuang.store.setup import open_ledger

    open_ledger()
    from qingzhuang.store.queries import ledger_view

    return ledger_view(as_of=day)


def _results(path: Path, desk: Desk, wishes: Wishes, outputs: Outputs) -> Iterator[FileResult]:
    try:
        content = load(path)
        form = read_form(path.name, content, converter=converter())
    except ProblemError as error:
        yield FileResult(str(path), None, problems=(error.problem,))
        return
    for plan in desk.plans(form, wishes):
        yield _written(path, content, plan, outputs)


def _written(path: Path, content: bytes, plan: Plan, outputs: Outputs) -> FileResult:
    gaps = tuple(gaps_of(plan))
    try:
        filled = fill(path.name, content, plan.form, plan.answers, converter=converter())
        place = outputs.save(_name(path, plan.card), filled.content)
    except ProblemError as error:
        return FileResult(str(path), None, gaps=gaps, problems=(*plan.problems, error.problem))
    problems = (*plan.form.problems, *plan.problems, *filled.problems)
    return FileResult(str(path), str(place), len(filled.written), gaps, problems)


def _name(path: Path, card: Subject | None) -> str:
    """A card of one of several subjects bears the subject's name."""
    return path.name if card is None else f"{path.stem}-{card.name or card.key}{path.suffix}"


def gaps_of(plan: Plan) -> Iterator[Gap]:
    """Yield what a form lacks, one line for each item and reason, in the order of the form."""
    grouped: defaultdict[tuple[str, str, str], list[Missing]] = defaultdict(list)
    for each in plan.missing:
        grouped[each.label, each.key, each.state].append(each)
    for (label, key, state), missing in grouped.items():
        who = element(key).holder or at_hand(missing[0].subject)
        yield Gap(label, len(missing), sum(each.cells for each in missing), who, state)
