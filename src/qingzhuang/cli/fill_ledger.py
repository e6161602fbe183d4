"""Filling from the ledger: plan each template, write it, say what it lacks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.fill import refuse_what_only_asks
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.lookover import Doubt
from qingzhuang.answer.of_a_day import days_apart
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Missing, State
from qingzhuang.cli.at_hand import at_hand
from qingzhuang.cli.fill_extras import Extras, Written, beside
from qingzhuang.cli.fill_many import VILLAGE, Many, name_of, split, together, unit_of
from qingzhuang.cli.fill_photos import with_photos
from qingzhuang.cli.fill_report import FileResult, Gap
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.cli.guard import attempt
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.said import said_here
from qingzhuang.cli.scope import check_villages
from qingzhuang.cli.unanswered import Unanswered, unanswered
from qingzhuang.intake.read import read_form
from qingzhuang.match.wording.element import element
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem
from qingzhuang.office.convert import converter
from qingzhuang.pipeline.answering import Desk, Understood, Wishes, understand
from qingzhuang.pipeline.filling import fill
from qingzhuang.pipeline.looking import look
from qingzhuang.pipeline.repeating import filled_sheets
from qingzhuang.store.gate.lessons import lessons


def ledger_results(
    files: Iterable[Path],
    wishes: Wishes,
    outputs: Outputs,
    today: date,
    extras: Extras | None = None,
    many: Many | None = None,
) -> tuple[list[FileResult], Unanswered]:
    """Fill all templates from the ledger, and tell what is still open in them; one that cannot be filled does not stop
    the others."""
    desk = Desk(open_view(wishes.day or today), said=said_here())
    check_villages(desk, wishes.scope)
    made: list[Plan] = []
    results = [
        result
        for path in files
        for result in _results(path, desk, wishes, (outputs, extras or Extras(), many or Many()), made)
    ]
    return results, unanswered(made, desk)


def open_view(day: date) -> LedgerView:
    """Return the ledger of this machine as it stands on a day."""
    opened()
    from qingzhuang.store.ledger.queries import ledger_view

    return ledger_view(as_of=day)


def _results(
    path: Path, desk: Desk, wishes: Wishes, into: tuple[Outputs, Extras, Many], made: list[Plan]
) -> Iterator[FileResult]:
    opened = attempt(str(path), lambda: _open(path), hurried=True)
    if isinstance(opened, Problem):
        yield FileResult(str(path), None, problems=(opened,))
        return
    content, form = opened
    outputs, extras, many = into
    if many.sheets:
        yield _in_sheets(path, content, form, list(split(desk, form, wishes, VILLAGE)), desk, into, made)
        return
    known = understand(form) if form.tables else None
    for each in split(desk, form, wishes, many.per):
        plans = attempt(str(path), partial(_plans, desk, form, each, known))
        if isinstance(plans, Problem):
            yield FileResult(str(path), None, problems=(plans,))
            return
        made += plans
        for plan in plans:
            unit = unit_of(plan, each, desk)
            name = name_of(path, plan, unit, many)
            yield replace(_written(path, content, plan, (name, desk.view), outputs, extras), unit=unit)


def _in_sheets(
    path: Path,
    content: bytes,
    form: Form,
    wishes: Sequence[Wishes],
    desk: Desk,
    into: tuple[Outputs, Extras, Many],
    made: list[Plan],
) -> FileResult:
    """One file with a sheet for each village."""
    outputs, extras, many = into

    def work() -> FileResult:
        plans = [(each.scope.villages[0], desk.plans(form, each)[0]) for each in wishes]
        made.extend(plan for _village, plan in plans)
        given = [(village, plan.answers) for village, plan in plans]
        filled, whole = filled_sheets(path.name, content, form, given)
        plan = together([plan for _village, plan in plans], whole)
        place = outputs.save(name_of(path, plan, "", many), filled.content)
        looked = looked_over(place, filled.content, whole, plan.as_of) if extras.look else ()
        doubts = () if isinstance(looked, Problem) else looked
        more = beside(extras, Written(path, content, plan, filled.content, place, doubts), outputs)
        problems = (*form.problems, *plan.problems, *filled.problems, *more)
        return FileResult(str(path), str(place), len(filled.written), tuple(gaps_of(plan)), problems, doubts)

    done = attempt(str(path), work)
    return FileResult(str(path), None, problems=(done,)) if isinstance(done, Problem) else done


def _plans(desk: Desk, form: Form, wishes: Wishes, known: Understood | None) -> list[Plan]:
    return list(desk.plans(form, wishes, known))


def _open(path: Path) -> tuple[bytes, Form]:
    content = load(path)
    form = read_form(path.name, content, converter=converter(), lessons=lessons())
    refuse_what_only_asks(path.name, form)
    return content, form


def _written(
    path: Path,
    content: bytes,
    plan: Plan,
    known: tuple[str, LedgerView],
    outputs: Outputs,
    extras: Extras,
) -> FileResult:
    gaps = tuple(gaps_of(plan))
    filled = attempt(
        str(path), lambda: fill(path.name, content, plan.form, plan.answers, converter=converter())
    )
    if isinstance(filled, Problem):
        return FileResult(str(path), None, gaps=gaps, problems=(*plan.problems, filled))
    made: bytes = filled.content
    name, view = known
    pasted: tuple[Problem, ...] = ()
    if extras.photos is not None:
        made, pasted = with_photos(extras.photos, plan, view, path.name, made)
    place = attempt(str(path), lambda: outputs.save(name, made))
    if isinstance(place, Problem):
        return FileResult(str(path), None, gaps=gaps, problems=(*plan.problems, place))
    looked = looked_over(place, made, plan.form, plan.as_of) if extras.look else ()
    doubts = () if isinstance(looked, Problem) else looked
    written = Written(path, content, plan, made, place, doubts)
    problems = (
        *plan.form.problems,
        *plan.problems,
        *filled.problems,
        *pasted,
        *beside(extras, written, outputs),
    )
    return FileResult(
        str(path),
        str(place),
        len(filled.written),
        gaps,
        (*problems, looked) if isinstance(looked, Problem) else problems,
        doubts,
    )


def looked_over(place: Path, content: bytes, form: Form, day: date) -> tuple[Doubt, ...] | Problem:
    """Return what is doubtful in a filled file, or why it could not be looked over."""
    return attempt(
        str(place), lambda: look(place.name, content, day, form=form, converter=converter()).doubts
    )


def gaps_of(plan: Plan) -> Iterator[Gap]:
    """Yield what a form lacks, one line for each item and reason, in the order of the form."""
    grouped: defaultdict[tuple[str, str, str, str], list[Missing]] = defaultdict(list)
    for each in plan.missing:
        grouped[each.label, each.key, each.state, _reason(each)].append(each)
    for (label, key, state, reason), missing in grouped.items():
        who = element(key).holder or at_hand(missing[0].subject)
        yield Gap(label, len(missing), sum(each.cells for each in missing), who, state, reason)


def _reason(missing: Missing) -> str:
    """Why there is none, where the state does not tell: another day's figure, a list of another day."""
    days = days_apart(missing)
    if days is not None:
        return _("有 {known} 的数，本表要 {wanted} 的").format(known=days[0], wanted=days[1])
    return missing.why if missing.state is State.UNKNOWN else ""
