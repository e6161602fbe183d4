"""The issuer's own file as it will look."""

from dataclasses import dataclass

from qingzhuang.intake.read import read_workbook
from qingzhuang.model.place import Place
from qingzhuang.model.work import Task
from qingzhuang.store.handing import Made
from qingzhuang.web.paper.page import Marks, SheetView, sheet_views
from qingzhuang.web.words import number


@dataclass(frozen=True, slots=True)
class SheetPage:
    """All that the template needs; `doubts` are what a person should look at."""

    title: str
    sheets: tuple[SheetView, ...]
    filled: str
    blank: str
    doubts: tuple[str, ...]
    wide: bool
    many: bool


def sheet_page(task: Task, made: Made) -> SheetPage:
    """Lay the filled file out, answers and blanks marked. Raises ProblemError when it cannot be read."""
    done = made.returned
    views = sheet_views(
        read_workbook(made.name, done.content), Marks(_named(done.written), _named(done.blanks))
    )
    problems = [*(each for plan in made.plan.plans for each in plan.problems), *done.problems]
    return SheetPage(
        task.demand.title,
        views,
        number(made.plan.filled),
        number(made.plan.cells - made.plan.filled),
        tuple(dict.fromkeys(each.message for each in problems)),
        any(each.wide for each in views),
        len(views) > 1,
    )


def _named(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(str(each) for each in places)
