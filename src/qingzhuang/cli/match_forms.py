"""The forms that `qz match` and its sisters look at."""

from functools import partial
from gettext import gettext as _
from pathlib import Path

from qingzhuang.cli.guard import overlooked
from qingzhuang.cli.output import files_below, steps
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem
from qingzhuang.model.profile import Profile
from qingzhuang.model.sheet import Workbook


def forms_of(
    files: tuple[Path, ...], filled: dict[tuple[int, str], Profile] | None = None
) -> tuple[list[Form], list[Problem]]:
    """Read forms, and say what of them could not be read; `filled` takes the profiles of columns that hold data."""
    from qingzhuang.answer.fill import lost
    from qingzhuang.cli.read import read_one  # readers are heavy, and pairs need none
    from qingzhuang.office.convert import converter

    forms: list[Form] = []
    problems, paths = overlooked(files), files_below(files)
    convert = converter(paths)
    for path in steps(paths, _("读表")):
        read, failures = read_one(path, convert, seen=partial(_note, filled, len(forms)))
        unused = lost(read[0]) if read else ()
        problems += (*failures, *unused)
        forms += [read[0]] if read and (read[0].tables or not unused) else []
    return forms, problems


def _note(filled: dict[tuple[int, str], Profile] | None, index: int, form: Form, book: Workbook) -> None:
    from qingzhuang.intake.values import profiles

    if filled is not None:
        filled.update({(index, key): each for key, each in profiles(form, book).items()})
