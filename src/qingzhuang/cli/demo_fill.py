"""The second half of `qz demo`: every form of the township filled from its own ledger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.ask import Question
from qingzhuang.answer.ask_listed import Undecided
from qingzhuang.answer.fill import fill
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan import Plan, is_card
from qingzhuang.answer.select import Scope
from qingzhuang.cli.at_hand import at_hand
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.cli.unanswered import unanswered
from qingzhuang.demo.forms.spec import FormSpec
from qingzhuang.demo.make import FORMS
from qingzhuang.demo.subjects import heads_of, subjects_of
from qingzhuang.demo.township import Township
from qingzhuang.intake.read import read_form
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem, ProblemError, Severity
from qingzhuang.pipeline.answering import Desk, Wishes, plans
from qingzhuang.web.shelf import FILLED, Failed, Open, Paper, Shelf

CARDS_EACH = 3  # a card is for one subject: enough of them to see how it comes out
_MOST_OPEN = 200
_OPEN = frozenset(("QZ-F101", "QZ-F103", "QZ-F108"))  # not understood, nobody decided, no event held
_STOPS = ("QZ-F101", "QZ-F104", "QZ-F105")
_UNITS = {
    SubjectKind.PERSON: _("人"),
    SubjectKind.HOUSEHOLD: _("户"),
    SubjectKind.PLACE: _("处"),
    SubjectKind.ORGANISATION: _("家"),
    SubjectKind.EVENT: _("件"),
}


@dataclass(slots=True)
class Filling:
    """Fills one form after another; `folder` is the township's, the filled forms lie below its 填好/."""

    folder: Path
    township: Township
    view: LedgerView
    papers: list[Paper] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)

    def add(self, spec: FormSpec) -> None:
        """Fill one form; one that cannot be filled is kept as failed and stops nothing."""
        path = self.folder / FORMS / spec.path
        content = path.read_bytes()
        outputs = Outputs(self.folder / FILLED / spec.folder, [path])
        try:
            form = read_form(spec.file, content)
            keys = subjects_of(self.township, spec.about)[:CARDS_EACH] if is_card(form) else ()
            for each in self._planned(form, spec, keys):
                self.papers.append(_paper(spec, content, each, outputs))
                self.plans.append(each)
        except ProblemError as error:
            problem = error.problem
            self.failed.append(Failed(spec.path, problem.message, problem.cure, problem.code))

    def _planned(self, form: Form, spec: FormSpec, keys: tuple[str, ...]) -> list[Plan]:
        """Plan a form. Where its title leaves open whom to list, the township's clerk names them, as with --subject."""
        made = list(plans(form, self.view, Wishes(scope=Scope(keys=keys))))
        named = subjects_of(self.township, spec.about)
        if keys or not named or not _left_open(made):
            return made
        heads = heads_of(self.township, spec.about)
        again = plans(form, self.view, Wishes(scope=Scope(keys=(*named, *heads))))
        return [replace(each, problems=(*each.problems, _clerk(spec.file, len(named)))) for each in again]

    def shelf(self) -> Shelf:
        """Return all that was filled, and the questions that would fill most of what is still blank."""
        still = unanswered(self.plans, Desk(self.view))
        return Shelf(
            self.folder.resolve().name,
            tuple(self.papers),
            tuple([*gathered(still.questions), *listed(still.undecided)][:_MOST_OPEN]),
            tuple(self.failed),
            still.count,
        )


def _left_open(made: Sequence[Plan]) -> bool:
    """Tell whether a form lists nobody because nobody can tell whom."""
    codes = {problem.code for each in made for problem in each.problems}
    return bool(codes & _OPEN) and ("QZ-F101" in codes or not any(each.answers.rows for each in made))


def _paper(spec: FormSpec, content: bytes, plan: Plan, outputs: Outputs) -> Paper:
    filled = fill(spec.file, content, plan.form, plan.answers)
    name = Path(spec.file)
    file = spec.file if plan.card is None else f"{name.stem}-{plan.card.name}{name.suffix}"
    place = outputs.save(file, filled.content)
    problems = (*plan.form.problems, *plan.problems, *filled.problems)
    return Paper(
        file=f"{spec.folder}/{place.name}",
        title=plan.form.title or name.stem,
        issuer=spec.issuer,
        filled=len(filled.written),
        blank=sum(missing.cells for missing in plan.missing),
        written=tuple(str(each) for each in filled.written),
        doubts=tuple(
            problem.message  # its cure speaks of the command line; this is read on a page
            for problem in problems
            if problem.severity is Severity.DOUBT and problem.code not in _STOPS
        ),
        about=(plan.card.name or plan.card.key[-4:]) if plan.card else "",
        stopped=next((each.message for each in problems if each.code in _STOPS), ""),
    )


def _clerk(file: str, count: int) -> Problem:
    return Problem(
        "QZ-F109",
        file,
        _("标题没有说清填哪些，名单是样例镇的办事员点的，共 {count} 个。").format(count=count),
        _("自己的表请用 --subject 点名，或用 --rows all 全列。"),
        Severity.DOUBT,
    )


def listed(undecided: Iterable[Undecided]) -> Iterator[Open]:
    """Yield whom a form may have to list: one question for each kind of people."""
    for each in undecided:
        kind = each.subjects[0].kind
        what = _("是不是“{name}”：{count} {unit}").format(
            name=each.name, count=len(each.subjects), unit=_UNITS[kind]
        )
        who = element(each.key).holder if each.key else None
        yield Open(what, who or at_hand(each.subjects[0]), 0, len(each.files))


def gathered(questions: Iterable[Question]) -> list[Open]:
    """Gather questions by what they ask: one roll of an office answers all of a kind. Most cells first."""
    kinds: dict[tuple[str, str, SubjectKind], list[Question]] = {}
    for each in questions:
        who = each.holder or at_hand(each.subject)
        kinds.setdefault((each.name, who, each.subject.kind), []).append(each)
    made = [
        Open(
            _("{what}：{count} {unit}").format(what=what, count=len(held), unit=_UNITS[kind]),
            who,
            sum(each.cells for each in held),
            len({file for each in held for file in each.files}),
        )
        for (what, who, kind), held in kinds.items()
    ]
    return sorted(made, key=lambda each: -each.cells)
