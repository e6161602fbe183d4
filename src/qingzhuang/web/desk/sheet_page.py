"""The issuer's own file as it will look."""

from dataclasses import dataclass, replace

from qingzhuang.intake.read import read_workbook
from qingzhuang.model.place import Place
from qingzhuang.model.work import Task
from qingzhuang.pipeline.handing import Returned
from qingzhuang.store.handing import Made
from qingzhuang.web.paper.page import MOST_ROWS, Marks, SheetView, sheet_views
from qingzhuang.web.words import number

MOST_CARDS = 5  # are drawn; all are in the file


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
    """Lay the filled files out, answers and blanks marked. Raises ProblemError when one cannot be read."""
    views = tuple(view for name, done in made.parts[:MOST_CARDS] for view in _views(made, name, done))
    problems = [
        *(each for plan in made.plan.plans for each in plan.problems),
        *(each for _name, done in made.parts for each in done.problems),
    ]
    return SheetPage(
        task.demand.title,
        views,
        number(made.plan.filled),
        number(made.plan.cells - made.plan.filled),
        tuple(dict.fromkeys(each.message for each in problems)),
        any(each.wide for each in views),
        len(views) > 1,
    )


def _views(made: Made, name: str, done: Returned) -> tuple[SheetView, ...]:
    views = sheet_views(read_workbook(name, done.content), Marks(_named(done.written), _named(done.blanks)))
    return views if len(made.parts) == 1 else tuple(replace(each, name=name) for each in views)


def _named(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(str(each) for each in places if each.row <= MOST_ROWS)
