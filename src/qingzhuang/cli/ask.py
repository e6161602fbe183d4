"""`qz ask`: the fewest questions that complete the forms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.answer.plan import Plan
from qingzhuang.answer.select import NOBODY_KNOWS_WHOM, Scope
from qingzhuang.cli.ask_text import say_unanswered, unanswered_json
from qingzhuang.cli.ask_year import Days, first_of, say_year, year_json, year_of
from qingzhuang.cli.certificate import keep, verified
from qingzhuang.cli.fill_ledger import open_view
from qingzhuang.cli.fill_source import load
from qingzhuang.cli.guard import attempt, overlooked
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
from qingzhuang.cli.said import said_here
from qingzhuang.cli.scope import check_villages
from qingzhuang.cli.unanswered import Unanswered, unanswered
from qingzhuang.intake.read import read_form
from qingzhuang.model.problem import Problem
from qingzhuang.office.convert import converter
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.store import clock
from qingzhuang.store.gate.lessons import lessons

_ASKED = frozenset(("QZ-F103",))  # told as questions


@click.command(
    "ask",
    help=_("这些表还缺什么：列出最少要问的几件事，问一次，填好所有的表。"),
    epilog=examples(
        "qz ask 表格", "qz ask 表格/老年人名册.xlsx --scope 柳湾村 --limit 10", "qz ask 表格 --month 2026-12"
    ),
)
@click.argument("forms", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("表或文件夹…"))
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar=_("年-月-日"), help=_("按哪一天算，默认是今天。")
)
@click.option("--scope", multiple=True, metavar=_("村名"), help=_("只问这些村（社区）的，可写多次。"))
@click.option(
    "--subject",
    "subjects",
    multiple=True,
    metavar=_("号码或名称"),
    help=_("只问这些人或户：身份证号、户号或名称。"),
)
@click.option(
    "--rows", type=click.Choice(["asked", "all"]), default="asked", help=_("all：标题没说清时按全部算。")
)
@click.option(
    "--limit",
    default=100,
    show_default=True,
    metavar=_("数"),
    help=_("最多列几个问题，0 是全部；json 总是全部。"),
)
@click.option(
    "--month",
    metavar=_("年-月"),
    help=_("从这个月起排十二个月：哪个月问什么，一个答案用到它过期为止；几次一年照 demands.yaml。"),
)
@click.option(
    "--certificate",
    type=click.Path(path_type=Path),
    metavar=_("文件"),
    help=_("把“为什么不能更少”写成一个文件，谁都能用 --verify 核对；里面没有名字和号码。"),
)
@click.option(
    "--verify",
    is_flag=True,
    help=_("核对这样的文件。"),
)
@format_option
@click.pass_context
def command(
    context: click.Context,
    forms: tuple[Path, ...],
    as_of: datetime | None,
    scope: tuple[str, ...],
    subjects: tuple[str, ...],
    rows: str,
    limit: int,
    month: str | None,
    certificate: Path | None,
    verify: bool,
    output_format: str,
) -> None:
    """Print the questions."""
    if verify:
        context.exit(verified(forms))
    wishes = Wishes(as_of.date() if as_of else None, Scope(scope, subjects, rows == "all"))
    if month is not None:
        context.exit(_ask_year(forms, wishes, month, _Output(limit, certificate, output_format)))
    found, problems = _open(files_below(forms), wishes)
    problems += overlooked(forms)
    if certificate is not None:
        keep(found.certificate, certificate)
    if output_format == "json":
        say_json({**unanswered_json(found), "problems": [as_json(each) for each in problems]}, indent=2)
    else:
        say_unanswered(found, limit)
        if found.certificate.asked:
            say(found.fewest)
        _say_whom(problems)
        complain(problems)
    context.exit(exit_code(problems))


@dataclass(frozen=True, slots=True)
class _Output:
    limit: int
    certificate: Path | None
    format: str


def _ask_year(forms: Sequence[Path], wishes: Wishes, month: str, output: _Output) -> int:
    """The calendar of twelve months."""
    first = first_of(month, wishes.day or clock.today())
    desk = Desk(open_view(first), said=said_here())
    check_villages(desk, wishes.scope)
    due = Days(forms)
    planned, problems = _planned(files_below(forms), desk, replace(wishes, day=first))
    found = year_of(((plan, due.of(path, plan.form, first)) for path, plan in planned), desk, first)
    problems += [*due.problems, *overlooked(forms)]
    if output.certificate is not None:
        keep(found.year.proofs, output.certificate)
    if output.format == "json":
        say_json({**year_json(found), "problems": [as_json(each) for each in problems]}, indent=2)
    else:
        say_year(found, desk, output.limit)
        _say_whom(problems)
        complain(problems)
    return exit_code(problems)


def _open(files: Sequence[Path], wishes: Wishes) -> tuple[Unanswered, list[Problem]]:
    desk = Desk(open_view(wishes.day or clock.today()), said=said_here())
    check_villages(desk, wishes.scope)
    made, problems = _planned(files, desk, wishes)
    return unanswered([plan for _path, plan in made], desk), problems


def _planned(
    files: Sequence[Path], desk: Desk, wishes: Wishes
) -> tuple[list[tuple[Path, Plan]], list[Problem]]:
    made: list[tuple[Path, Plan]] = []
    problems: list[Problem] = []
    for path in steps(files, _("读表")):
        plans = attempt(path.name, lambda: _plans(path, desk, wishes), hurried=True)  # noqa: B023
        if isinstance(plans, Problem):
            problems.append(plans)
        else:
            made += [(path, each) for each in plans]
    problems += [problem for _p, plan in made for problem in plan.problems if problem.code not in _ASKED]
    return made, problems


def _plans(path: Path, desk: Desk, wishes: Wishes) -> list[Plan]:
    return list(
        desk.plans(read_form(path.name, load(path), converter=converter(), lessons=lessons()), wishes)
    )


def _say_whom(problems: Sequence[Problem]) -> None:
    """No question may mean that nobody could tell whom to ask about: that comes first."""
    unsure = len({problem.where for problem in problems if problem.code == NOBODY_KNOWS_WHOM})
    if unsure:
        say(
            _("另有 {count} 张表没有读懂要列谁，还没有算进来：见下面的提示，说清以后再问一次。").format(
                count=unsure
            )
        )
