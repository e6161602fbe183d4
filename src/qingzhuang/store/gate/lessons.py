"""What people said of how forms are to be read: one small YAML a form in the folder `readings` of QZ_HOME. It holds labels and
places of the form, never an answer."""

from pathlib import Path
from typing import Any

import yaml

from qingzhuang.intake.taught import Taught, TaughtInput, TaughtTable
from qingzhuang.language import gettext as _
from qingzhuang.model.place import parse_a1
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.home import home, make_home

FOLDER = "readings"


def lessons() -> tuple[Taught, ...]:
    """Return all lessons that were confirmed. Raises ProblemError QZ-R060 when one of them cannot be read."""
    folder = home() / FOLDER
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    loaded = [load(path) for path in files]
    return tuple(each for each, confirmed in loaded if confirmed)


def place_of(name: str) -> Path:
    """Return where the lesson of a form lies, whether it exists or not."""
    return home() / FOLDER / f"{name}.yaml"


def load(path: Path) -> tuple[Taught, bool]:
    """Return a lesson and whether it was confirmed. Raises ProblemError QZ-R060."""
    try:
        return from_text(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ProblemError(_broken(path)) from error


def from_text(text: str) -> tuple[Taught, bool]:
    """Return the lesson in a YAML and whether it was confirmed. Raises ValueError."""
    try:
        raw = yaml.safe_load(text)
        tables = tuple(_table(each) for each in raw["tables"])
        return Taught(str(raw.get("form") or ""), tables), bool(raw.get("confirmed"))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(text[:40]) from error


def keep(path: Path, lesson: Taught, *, confirmed: bool) -> None:
    """Write a lesson. Raises OSError."""
    make_home()
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(as_text(lesson, confirmed=confirmed), encoding="utf-8")


def as_text(lesson: Taught, *, confirmed: bool) -> str:
    """Return a lesson as YAML, with what people need to know to change it."""
    head = _(
        "# 这张表该怎么读。改好再用 qz read --teach 读一次同一个文件，以后同样的表都照它读。\n"
        "# 每张表：header_rows 是表头的第一行和最后一行，data_start_row 是从哪行填起，data_end_row 填到哪行（没有就写 null）；\n"
        "# inputs 是单独的空格：名称、填在哪格（cell）、名称在哪格（label_cell）。不是表的整段删去；整个工作表都不用填的，两样都写 null。\n"
    )
    body = {"form": lesson.title, "confirmed": confirmed, "tables": [_raw(each) for each in lesson.tables]}
    return head + str(yaml.safe_dump(body, allow_unicode=True, sort_keys=False))


def _table(raw: dict[str, Any]) -> TaughtTable:
    rows = raw.get("header_rows")
    inputs = raw.get("inputs")
    return TaughtTable(
        sheet=str(raw["sheet"]),
        header_rows=_rows(rows) if rows else None,
        data_start_row=_row(raw.get("data_start_row")),
        data_end_row=_row(raw.get("data_end_row")),
        inputs=None if inputs is None else tuple(_input(each) for each in inputs),
        words=tuple(map(str, raw.get("words") or ())),
    )


def _rows(raw: Any) -> tuple[int, int]:
    first, last = (int(each) for each in raw)
    if not 1 <= first <= last:
        raise ValueError(raw)
    return first, last


def _row(raw: Any) -> int | None:
    return None if raw is None else int(raw)


def _input(raw: dict[str, Any]) -> TaughtInput:
    found = TaughtInput(str(raw["label"]), str(raw["cell"]).upper(), str(raw["label_cell"]).upper())
    parse_a1(found.cell)
    parse_a1(found.label_cell)
    return found


def _raw(table: TaughtTable) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "header_rows": list(table.header_rows) if table.header_rows else None,
        "data_start_row": table.data_start_row,
        "data_end_row": table.data_end_row,
        "inputs": None
        if table.inputs is None
        else [
            {"label": each.label, "cell": each.cell, "label_cell": each.label_cell} for each in table.inputs
        ],
        "words": list(table.words),
    }


def _broken(path: Path) -> Problem:
    return Problem(
        "QZ-R060",
        str(path),
        _("教过的读法看不懂，没有用上。"),
        _("请对照文件开头的说明改；改不好就删掉这个文件，再教一次。"),
    )
