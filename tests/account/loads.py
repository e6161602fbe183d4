"""Small demands, written as tables of facts."""

from qingzhuang.account.load import Asked, Load
from qingzhuang.model.demand import Demand, Issuer, Post
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form, Item
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import FileKind


def asked(fact: str, column: int = 1, cells: int = 10, **more: object) -> Asked:
    """One column."""
    more.setdefault("about", SubjectKind.PERSON)
    return Asked(Item((fact or "独有",), Place("表", 1, column)), fact, fact, cells, **more)  # type: ignore[arg-type]


def load(
    name: str, *items: Asked | str, times: float = 1, posts: int = 1, population: str = "", **more: object
) -> Load:
    """One demand whose form is called `name`."""
    columns = tuple(
        asked(each, at) if isinstance(each, str) else each for at, each in enumerate(items, start=1)
    )
    form = Form(f"{name}.xlsx", FileKind.XLSX, name, (), row_entity="人")
    demand = Demand(form, Issuer(f"{name}局"), Post("村", posts), times, 10, **more)  # type: ignore[arg-type]
    return Load(demand, columns, population)
