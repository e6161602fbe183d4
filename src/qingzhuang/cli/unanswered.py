"""What some forms still lack, counted in one way wherever it is told: `qz ask`, `qz fill`, the first page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _

from qingzhuang.answer.ask import Question, ask
from qingzhuang.answer.ask_listed import Undecided, undecided
from qingzhuang.answer.namesakes import Namesakes
from qingzhuang.answer.plan import Plan
from qingzhuang.match.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.pipeline.answering import Desk


@dataclass(frozen=True, slots=True)
class Unanswered:
    """`questions` ask for facts, `namesakes` who is who, `undecided` whom a form is to list (one question for each kind
    of people)."""

    questions: tuple[Question, ...] = ()
    namesakes: tuple[Namesakes, ...] = ()
    undecided: tuple[Undecided, ...] = ()

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.questions) + len(self.namesakes) + len(self.undecided)

    @property
    def cells(self) -> int:
        """How many blank cells wait for an answer; whoever is not listed yet has none."""
        return sum(each.cells for each in self.questions)

    @property
    def total(self) -> str:
        """The numbers in one sentence."""
        return _("一共 {count} 个问题，问完能填好 {cells} 格。").format(count=self.count, cells=self.cells)


def unanswered(made: Sequence[Plan], desk: Desk) -> Unanswered:
    """Return all that is open in the plans."""
    from qingzhuang.store.decided import told_apart

    questions = tuple(_with_head(each, desk) for each in ask(made, element))
    return Unanswered(questions, desk.namesakes(made, told_apart()), undecided(made))


def _with_head(question: Question, desk: Desk) -> Question:
    """A household is called by its head."""
    home = question.subject
    head = desk.head(home) if home.kind is SubjectKind.HOUSEHOLD and not home.name else None
    return replace(question, subject=replace(home, name=head.name)) if head is not None else question
