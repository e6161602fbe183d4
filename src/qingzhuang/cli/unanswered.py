"""What some forms still lack, counted in one way wherever it is told: `qz ask`, `qz fill`, the first page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from gettext import gettext as _

from qingzhuang.answer.ask import Question, ask
from qingzhuang.answer.ask_listed import Undecided, undecided
from qingzhuang.answer.certificate import Certificate, certify
from qingzhuang.answer.namesakes import Namesakes
from qingzhuang.answer.plan import Plan
from qingzhuang.match.wording.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.pipeline.answering import Desk


@dataclass(frozen=True, slots=True)
class Unanswered:
    """`questions` ask for facts (`certificate` tells why no fewer are enough), `namesakes` who is who, `undecided` whom a form is to list (one question for each kind
    of people)."""

    questions: tuple[Question, ...] = ()
    certificate: Certificate = field(default_factory=lambda: Certificate({}, (), ()))
    namesakes: tuple[Namesakes, ...] = ()
    undecided: tuple[Undecided, ...] = ()

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self.questions) + len(self.namesakes) + len(self.undecided)

    @property
    def later(self) -> int:
        """How many of them can only be answered on a day that is still to come."""
        return sum(each.waits for each in self.questions)

    @property
    def cells(self) -> int:
        """How many blank cells an answer of today fills; whoever is not listed yet has none."""
        return sum(each.cells for each in self.questions if not each.waits)

    @property
    def total(self) -> str:
        """The numbers in one sentence."""
        said = _("一共 {count} 个问题，问完能填好 {cells} 格。").format(
            count=self.count - self.later, cells=self.cells
        )
        return said + (
            _("另有 {count} 个要等到那一天才能问。").format(count=self.later) if self.later else ""
        )

    @property
    def fewest(self) -> str:
        """Whether fewer would do, in one sentence; empty where nothing is asked of the ledger."""
        asked, least = len(self.certificate.asked), len(self.certificate.apart)
        if not asked:
            return ""
        if asked == least:
            return _("已经最少：有 {least} 格两两之间没有一问能同时填好。").format(least=least)
        return _("至少要 {least} 问，这里问 {asked} 问。").format(least=least, asked=asked)


def unanswered(made: Sequence[Plan], desk: Desk) -> Unanswered:
    """Return all that is open in the plans."""
    from qingzhuang.store.ledger.decided import told_apart

    asked = ask(made, element)
    questions = tuple(_with_head(each, desk) for each in asked)
    namesakes = desk.namesakes(made, told_apart())
    return Unanswered(questions, certify(made, asked), namesakes, undecided(made))


def _with_head(question: Question, desk: Desk) -> Question:
    """A household is called by its head."""
    home = question.subject
    head = desk.head(home) if home.kind is SubjectKind.HOUSEHOLD and not home.name else None
    return replace(question, subject=replace(home, name=head.name)) if head is not None else question
