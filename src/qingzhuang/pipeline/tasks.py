"""One demand at one post: what the ledger answers already, what must be asked, what either costs in minutes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from qingzhuang.account.load import Asked, Load
from qingzhuang.account.rates import Rates
from qingzhuang.account.reckon import Reckoning, by_hand, handing_over, looked_over
from qingzhuang.answer.ask import Question, ask
from qingzhuang.answer.plan import Plan, is_card
from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.answer.select import Scope
from qingzhuang.match.wording.element import element
from qingzhuang.model.demand import Demand
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form, Item
from qingzhuang.model.place import Place
from qingzhuang.pipeline.answering import Desk, Understood, Wishes
from qingzhuang.pipeline.weighing import counts

_WHOM_UNKNOWN = frozenset(("QZ-F101", "QZ-F104", "QZ-F105"))


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """`cells` are those that the form has for the post, `filled` those with an answer (none where nobody can tell whom
    the form is about), `questions` those that can be answered today, `later` those as of a day that is still to come. `before` is one round by hand, `after` one round in which only the questions are answered and the rest is
    looked over; both count what asks for a fact, as the gate and the scales do: no row number, no signature."""

    plans: tuple[Plan, ...]
    questions: tuple[Question, ...]
    cells: int
    filled: int
    before: Reckoning
    after: Reckoning
    later: tuple[Question, ...] = ()

    @property
    def asks(self) -> frozenset[tuple[Subject, str]]:
        """Whom it asks what: facts only, not the form's own day or office."""
        return frozenset(
            (each.subject, each.key)
            for each in self._cells()
            if each.subject and each.key and each.origin.state is not State.GIVEN
        )

    @property
    def tells(self) -> frozenset[tuple[Subject, str]]:
        """Of what it asks, what the ledger answers."""
        return frozenset(
            (each.subject, each.key)
            for each in self._cells()
            if each.subject and each.key and each.value is not None
        )

    def _cells(self) -> Iterable[Cell]:
        return (each for plan in self.plans for each in plan.cells)


def plan_task(
    form: Form,
    village: str,
    demand: Demand,
    desk: Desk,
    rates: Rates,
    keys: tuple[str, ...] = (),
    known: Understood | None = None,
) -> TaskPlan:
    """Plan a form for one village (empty: for all that the ledger holds); a card for those named by their keys. `known` is what
    the form asks, where it was understood before."""
    scope = Scope((village,) if village else (), keys if is_card(form) else ())
    plans = desk.plans(form, Wishes(scope=scope), known)
    cells = tuple(each for plan in plans if not _nobody(plan) for each in plan.cells)
    filled = tuple(each for each in cells if each.value is not None)
    asked = ask((each for each in plans if not _nobody(each)), element)
    once = replace(demand, times_per_year=1.0)
    handed = handing_over(once, rates)
    load = Load(once, ())
    return TaskPlan(
        plans,
        tuple(each for each in asked if not each.waits),
        len(cells),
        len(filled),
        Reckoning(by_hand(load, _by_column(cells), rates) + handed),
        Reckoning(
            by_hand(load, _by_question(asked), rates) + looked_over(load, _by_column(filled), rates) + handed
        ),
        tuple(each for each in asked if each.waits),
    )


def _nobody(plan: Plan) -> bool:
    """Tell whether nobody could say whom the form is about, so that only its frame (填报单位, 日期) would be filled."""
    return all(each.row is None for each in plan.cells) and any(
        each.code in _WHOM_UNKNOWN for each in plan.problems
    )


def _by_column(cells: Iterable[Cell]) -> list[Asked]:
    counted = Counter(each.item for each in cells if _counts(each))
    return [Asked(item, item.key, item.key, cells) for item, cells in counted.items()]


def _counts(cell: Cell) -> bool:
    """Tell whether somebody would have to find out what stands in a cell."""
    return counts(cell.item, element(cell.key or ""))


def _by_question(questions: Iterable[Question]) -> list[Asked]:
    counted = Counter(each.key for each in questions)
    return [Asked(_bare(key), key, key, cells) for key, cells in counted.items()]


def _bare(key: str) -> Item:
    """A question stands in no cell of its own."""
    return Item((key,), Place("", 1, 1))
