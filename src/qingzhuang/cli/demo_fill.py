"""The second half of `qz demo`: every form of the township filled from its own ledger."""

from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path

from qingzhuang.answer.ask import Question, ask
from qingzhuang.answer.fill import fill
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan import Plan, is_card
from qingzhuang.answer.select import Scope
from qingzhuang.cli.ask import called
from qingzhuang.cli.at_hand import at_hand
from qingzhuang.cli.fill_write import Outputs
from qingzhuang.demo.forms.spec import FormSpec
from qingzhuang.demo.make import FORMS
from qingzhuang.demo.subjects import subjects_of
from qingzhuang.demo.township import Township
from qingzhuang.intake.read import read_form
from qingzhuang.match.element import element
from qingzhuang.model.problem import ProblemError, Severity
from qingzhuang.pipeline.answering import Wishes, plans
from qingzhuang.web.shelf import FILLED, Failed, Open, Paper, Shelf

CARDS_EACH = 3  # a card is for one subject: enough of them to see how it comes out
_MOST_OPEN = 200


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
            for each in plans(form, self.view, Wishes(scope=Scope(keys=keys))):
                self.papers.append(_paper(spec, content, each, outputs))
                self.plans.append(each)
        except ProblemError as error:
            problem = error.problem
            self.failed.append(Failed(spec.path, problem.message, problem.cure, problem.code))

    def shelf(self) -> Shelf:
        """Return all that was filled, and the questions that would fill most of what is still blank."""
        questions = ask(self.plans, element)
        return Shelf(
            self.folder.resolve().name,
            tuple(self.papers),
            tuple(_open(question) for question in questions[:_MOST_OPEN]),
            tuple(self.failed),
            len(questions),
        )


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
            problem.message + problem.cure for problem in problems if problem.severity is Severity.DOUBT
        ),
    )


def _open(question: Question) -> Open:
    words = _("{who}的{what}是什么？").format(who=called(question.subject), what=question.name)
    return Open(words, question.holder or at_hand(question.subject), question.cells, len(question.files))
