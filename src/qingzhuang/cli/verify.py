"""`qz verify`: look a filled form over before it is sent, whoever filled it."""

from datetime import datetime
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qingzhuang.cli.fill_source import load
from qingzhuang.cli.guard import attempt, overlooked
from qingzhuang.cli.looked import doubts_json, say_doubts
from qingzhuang.cli.output import (
    as_json,
    complain,
    examples,
    exit_code,
    files_below,
    format_option,
    say,
    say_json,
    steps,
)
from qingzhuang.intake.read import read_form
from qingzhuang.model.form import Form
from qingzhuang.model.problem import Problem
from qingzhuang.office.convert import converter
from qingzhuang.store import clock
from qingzhuang.store.gate.lessons import lessons

if TYPE_CHECKING:
    from qingzhuang.pipeline.looking import Looked


@click.command(
    "verify",
    help=_("送出前看一眼：填好的表里哪些格存疑。只看不改，也不拦着送。"),
    epilog=examples("qz verify 填好/低保名册.xlsx", "qz verify 填好 --scope 柳湾村 --format json"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("表或文件夹…"))
@click.option("--scope", multiple=True, metavar=_("村名"), help=_("表只列这些村（社区）的，可写多次。"))
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar=_("年-月-日"),
    help=_("按哪一天看，默认是表上写的日期，没写就是今天。"),
)
@click.option(
    "--form",
    "blank",
    type=click.Path(path_type=Path),
    metavar=_("原表"),
    help=_("发下来的空表：照它看问了什么，比只看填好的准。"),
)
@click.option("--no-ledger", is_flag=True, help=_("不和台账比，只看表自己。"))
@format_option
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    scope: tuple[str, ...],
    as_of: datetime | None,
    blank: Path | None,
    no_ledger: bool,
    output_format: str,
) -> None:
    """Look filled files over."""
    from qingzhuang.answer.select import Scope
    from qingzhuang.pipeline.answering import Desk, Wishes
    from qingzhuang.pipeline.looking import look

    today = clock.today()
    wishes = Wishes(as_of.date() if as_of else None, Scope(scope))
    desk: Desk | None = None
    if not no_ledger:
        from qingzhuang.cli.fill_ledger import open_view
        from qingzhuang.cli.said import said_here

        desk = Desk(open_view(wishes.day or today), said=said_here())

    form = attempt(str(blank), partial(_blank, blank)) if blank else None
    if isinstance(form, Problem):
        complain([form])
        context.exit(exit_code([form]))

    def looked(path: Path) -> "Looked":
        return look(
            path.name,
            load(path),
            today,
            desk=desk,
            wishes=wishes,
            form=form,
            converter=converter(),
            lessons=lessons(),
        )

    found = [
        (path, attempt(str(path), partial(looked, path))) for path in steps(files_below(files), _("看表"))
    ]
    missed = overlooked(files)
    problems = [*missed, *(problem for _path, each in found for problem in _failures(each))]
    if output_format == "json":
        documents = [
            {
                "file": str(path),
                "doubts": [] if isinstance(each, Problem) else doubts_json(each.doubts),
                "problems": [as_json(problem) for problem in _failures(each)],
            }
            for path, each in found
        ]
        say_json({"files": documents, "problems": [as_json(each) for each in missed]}, indent=2)
    else:
        for path, each in found:
            if isinstance(each, Problem):
                continue
            if each.doubts:
                say(f"{path}：")
                say_doubts(each.doubts)
            elif not each.problems:
                say(_("{file}：没有看出问题。").format(file=path))
        complain(problems)
    context.exit(exit_code(problems))


def _failures(each: "Looked | Problem") -> tuple[Problem, ...]:
    return (each,) if isinstance(each, Problem) else each.problems


def _blank(path: Path) -> Form:
    return read_form(path.name, load(path), converter=converter(), lessons=lessons())
