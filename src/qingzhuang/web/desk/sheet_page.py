"""The issuer's own file as it will look."""

from dataclasses import dataclass, replace

from qingzhuang.answer.plan_cell import Cell
from qingzhuang.intake.read import read_workbook
from qingzhuang.model.place import Place
from qingzhuang.model.work import Task
from qingzhuang.pipeline.handing import Returned
from qingzhuang.store.tasks.handing import Made
from qingzhuang.web.desk.trouble import remark
from qingzhuang.web.ledger.shown import PERSONAL, covered, written
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
    hidden = _hidden(made)
    views = tuple(view for name, done in made.parts[:MOST_CARDS] for view in _views(made, name, done, hidden))
    problems = [
        *(each for plan in made.plan.plans for each in plan.problems),
        *(each for _name, done in made.parts for each in done.problems),
    ]
    return SheetPage(
        task.demand.title,
        views,
        number(made.plan.filled),
        number(made.plan.cells - made.plan.filled),
        tuple(dict.fromkeys(remark(each) for each in problems)),
        any(each.wide for each in views),
        len(views) > 1,
    )


def _views(made: Made, name: str, done: Returned, hidden: frozenset[str]) -> tuple[SheetView, ...]:
    marks = Marks(_named(done.written), _named(done.blanks), hidden)
    views = sheet_views(read_workbook(name, done.content), marks)
    return views if len(made.parts) == 1 else tuple(replace(each, name=name) for each in views)


def _hidden(made: Made) -> frozenset[str]:
    """What stands in the cells of persons and is covered in the ledger, too."""
    cells = (each for plan in made.plan.plans for each in plan.cells if each.value is not None)
    texts = {written(each.value).strip() for each in cells if _of_persons(each)}
    return frozenset(each for each in texts if covered(each) != each)


def _of_persons(cell: Cell) -> bool:
    who = cell.subject
    return (who is not None and who.kind in PERSONAL) or "@person." in (cell.key or "")


def _named(places: tuple[Place, ...]) -> frozenset[str]:
    return frozenset(str(each) for each in places if each.row <= MOST_ROWS)
