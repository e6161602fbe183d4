"""The outermost boundary: one odd file never stops the folder, and nobody ever sees a traceback."""

from collections.abc import Callable, Sequence
from gettext import gettext as _
from pathlib import Path
from typing import TypeVar

from qingzhuang.cli.copies import is_copied
from qingzhuang.cli.output import SUFFIXES, files_below, reason
from qingzhuang.cli.patience import in_time
from qingzhuang.model.problem import Problem, ProblemError, Severity

_T = TypeVar("_T")
_NOT_FORMS = (".ofd", ".zip", ".rar", ".7z", ".jpg", ".jpeg", ".png", ".txt")
_MOST_NAMED = 5


def attempt(file: str, work: Callable[[], _T], *, hurried: bool = False) -> _T | Problem:
    """Do one file's work. Whatever stops it is returned as a problem of that file; `hurried` work keeps nothing, and is
    stopped when it takes too long."""
    try:
        return in_time(file, work) if hurried else work()
    except ProblemError as error:
        return error.problem
    except OSError as error:
        return _out_of_reach(file, error)
    except Exception as error:
        return unexpected(file, error)


def unexpected(where: str, error: Exception) -> Problem:
    """Return the problem of a fault of ours."""
    return Problem(
        "QZ-C001",
        where,
        _("出了意外的错（{error}），没有做成。").format(error=type(error).__name__),
        _("原文件没有动，其余文件不受影响。请把这个文件和这句话发给维护人员。"),
    )


def overlooked(paths: Sequence[Path]) -> list[Problem]:
    """Return what a person would miss: folders given that hold no form, and files in them that are no forms."""
    problems = barren(paths)
    for folder in (path for path in paths if path.is_dir()):
        others = [each for each in sorted(folder.rglob("*")) if each.suffix.lower() in _NOT_FORMS]
        left = [each.name for each in others if not is_copied(each, folder)]
        if left:
            problems.append(_left(folder, left))
    return problems


def barren(paths: Sequence[Path], suffixes: Sequence[str] = SUFFIXES) -> list[Problem]:
    """Return a problem for each folder given that holds no file with such a suffix."""
    return [_barren(path) for path in paths if path.is_dir() and not files_below([path], suffixes)]


def _out_of_reach(file: str, error: OSError) -> Problem:
    return Problem(
        "QZ-C002",
        file,
        _("打不开（{reason}）。").format(reason=reason(error)),
        _("请看名字和位置对不对，有没有被别的程序占着。"),
    )


def _barren(folder: Path) -> Problem:
    return Problem(
        "QZ-C003",
        str(folder),
        _("这个文件夹里没有能读的表。"),
        _("能读的是 Excel、Word、WPS 的文件，.csv、网页里的表，带文字的 PDF；压缩包请先解开。"),
    )


def _left(folder: Path, names: Sequence[str]) -> Problem:
    shown = "、".join(names[:_MOST_NAMED]) + (_(" 等") if len(names) > _MOST_NAMED else "")
    return Problem(
        "QZ-C004",
        str(folder),
        _("有 {count} 个文件不是表格，没有看：{names}。").format(count=len(names), names=shown),
        _("如果里面有表，请换成 Excel 或 Word 原件；压缩包请先解开。"),
        Severity.NOTE,
    )
