"""What all commands share in speaking: formats, problems, exit codes."""

import errno
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

import click

from qingzhuang.model.problem import Problem, Severity

OK, PROBLEMS, USAGE = 0, 1, 2
_REASONS = {
    errno.ENOENT: _("没有这个文件或文件夹"),
    errno.EACCES: _("没有权限"),
    errno.EPERM: _("没有权限"),
    errno.EISDIR: _("这是文件夹，不是文件"),
    errno.ENOTDIR: _("路径中间有一段是文件，不是文件夹"),
    errno.EEXIST: _("那里已有同名的文件"),
    errno.ENOSPC: _("盘满了"),
    errno.EROFS: _("这个盘只能读"),
    errno.ENAMETOOLONG: _("名字太长"),
    errno.EADDRINUSE: _("已被别的程序占用"),
}
_F = TypeVar("_F", bound=Callable[..., Any])
SUFFIXES = (
    ".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".et", ".ods",
    ".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt",
    ".csv", ".tsv", ".mht", ".pdf",
)  # fmt: skip
"""What is looked for in a folder; a page or an XML that is a form is read when it is given itself, or called .xls or .doc."""


def format_option(function: _F) -> _F:
    """Add --format text|json."""
    return click.option(
        "--format",
        "output_format",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=_("输出格式：text 给人看，json 给程序。"),
    )(function)


def reason(error: OSError) -> str:
    """Say in Chinese why the disk refused."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def examples(*lines: str) -> str:
    """Return the end of a help page: calls that can be copied."""
    return "\b\n" + _("例：") + "\n" + "\n".join(f"  {line}" for line in lines)


def say(text: str = "") -> None:
    """Print a line for people."""
    click.echo(text)


def say_json(document: object, *, indent: int | None = None) -> None:
    """Print one JSON document; dates as ISO text."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=indent, default=str))


def complain(problems: Iterable[Problem]) -> None:
    """Print problems to standard error: what, where, cure, and the code last."""
    for problem in problems:
        click.echo(f"{problem.where}：{problem.message}{problem.cure}（{problem.code}）", err=True)


def exit_code(problems: Iterable[Problem]) -> int:
    """1 when something could not be used, else 0."""
    return PROBLEMS if any(problem.severity is Severity.ERROR for problem in problems) else OK


def as_json(problem: Problem) -> dict[str, str]:
    """A problem for a program."""
    return {name: str(value) for name, value in asdict(problem).items()}


def files_below(paths: Sequence[Path], suffixes: Sequence[str] = SUFFIXES) -> list[Path]:
    """Files given, and of folders all files below that have such a suffix, in name order. Lock files (~$…) and hidden ones are left."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (
                each for each in sorted(path.rglob("*")) if each.suffix.lower() in suffixes and each.is_file()
            )
            found += [each for each in inside if not each.name.startswith(("~$", "."))]
        else:
            found.append(path)
    return found


def steps(files: Sequence[Path], label: str) -> Iterable[Path]:
    """Yield the files behind a progress bar on standard error when a person is watching and it takes long."""
    if len(files) < 5 or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label=label, file=sys.stderr) as bar:
        yield from bar
