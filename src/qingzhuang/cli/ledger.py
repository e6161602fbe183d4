"""`qz ledger`: facts in, facts shown, disagreements shown."""

from collections.abc import Sequence
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from qingzhuang.cli.fill_source import load
from qingzhuang.cli.guard import attempt, overlooked
from qingzhuang.cli.ledger_decide import same, settle, undo, user, withdraw
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.ledger_person import person
from qingzhuang.cli.ledger_text import say_conflicts, say_decisions, say_others, say_report, say_subject
from qingzhuang.cli.output import (
    PROBLEMS,
    as_json,
    complain,
    examples,
    exit_code,
    files_below,
    format_option,
    say_json,
    steps,
)
from qingzhuang.model.problem import Problem
from qingzhuang.office.convert import converter
from qingzhuang.store import clock

_DAY = click.DateTime(["%Y-%m-%d"])


class InOrder(click.Group):
    """Commands in the order in which one needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names as they were added."""
        return list(self.commands)


@click.group("ledger", cls=InOrder, help=_("台账：一件事只记一次，从填好的表里来，说法不一致时都留着。"))
def command() -> None:
    """Hold the ledger's commands."""


@command.command(
    "import",
    help=_("把填好的表记进台账。同一份表再来一次不会重复；改过的表会说清改了哪里。"),
    epilog=examples("qz ledger import 台账", "qz ledger import 低保户台账.xlsx --as-of 2026-10-31"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("文件或文件夹…"))
@click.option(
    "--as-of",
    type=_DAY,
    metavar=_("年-月-日"),
    help=_("表里说的是哪一天，默认看表上写的日期，没写就是今天。"),
)
@click.option("--recorder", metavar=_("名字"), help=_("谁记的，默认是这台机器的用户名。"))
@format_option
@click.pass_context
def bring(
    context: click.Context,
    files: tuple[Path, ...],
    as_of: datetime | None,
    recorder: str | None,
    output_format: str,
) -> None:
    """Import filled files; one that cannot be read does not stop the others."""
    opened()
    found = overlooked(files)
    complain(found)
    documents: list[dict[str, Any]] = []
    for path in steps(files_below(files), _("记账")):
        problems = _import_one(path, as_of, recorder or user(), output_format, documents)
        found += problems
    if output_format == "json":
        for document in documents:
            say_json(document)
    context.exit(exit_code(found))


@command.command(
    "show",
    help=_("看一个人、一户、一个地方或单位的账：身份证号、号码末几位或名字都行。"),
    epilog=examples("qz ledger show 柳湾村"),
)
@click.argument("subject", metavar=_("名字或号码"))
@click.option("--as-of", type=_DAY, metavar=_("年-月-日"), help=_("看哪一天的，默认今天。"))
@click.option("--full", is_flag=True, help=_("身份证号和电话写全，不遮盖。"))
@click.option("--history", "past", is_flag=True, help=_("连同改掉的、作废的和人定的一起看。"))
@format_option
@click.pass_context
def show(
    context: click.Context, subject: str, as_of: datetime | None, full: bool, past: bool, output_format: str
) -> None:
    """Show what is known about a subject."""
    opened()
    from qingzhuang.answer.plan_kin import Kin
    from qingzhuang.cli.ledger_json import subject_json
    from qingzhuang.store.ledger.decided import decisions
    from qingzhuang.store.ledger.queries import find, history, ledger_view, near

    day = as_of.date() if as_of else _now().date()
    found = find(subject)
    if not found:
        complain([_unknown(subject)])
        context.exit(PROBLEMS)
    view = ledger_view(as_of=day)
    kin = Kin(view)
    for each in found:
        entries, decided = (history(each), decisions(each)) if past else ((), ())
        if output_format == "json":
            say_json(subject_json(each, view, entries, decided))
        else:
            say_subject(each, view, kin, entries, full=full)
            say_decisions(decided, full=full)
    if output_format == "text":
        say_others(*near(subject))


@command.command("conflicts", help=_("列出几处来源说法不一致的内容，等人选定。"))
@click.option("--as-of", type=_DAY, metavar=_("年-月-日"), help=_("看哪一天的，默认今天。"))
@click.option("--full", is_flag=True, help=_("身份证号和电话写全，不遮盖。"))
@click.option(
    "--limit",
    default=20,
    show_default=True,
    metavar=_("数"),
    help=_("最多列几处，0 是全部；json 总是全部。"),
)
@format_option
def disagreements(as_of: datetime | None, full: bool, limit: int, output_format: str) -> None:
    """Show on what sources disagree."""
    opened()
    from qingzhuang.cli.ledger_json import conflict_json
    from qingzhuang.store.ledger.queries import conflicts

    found = conflicts(as_of=as_of.date() if as_of else _now().date())
    if output_format == "json":
        for each in found:
            say_json(conflict_json(each))
    else:
        say_conflicts(found, full=full, limit=limit)


for _decision in (settle, withdraw, same, undo, person):
    command.add_command(_decision)


def _import_one(
    path: Path,
    as_of: datetime | None,
    recorder: str,
    output_format: str,
    documents: list[dict[str, Any]],
) -> Sequence[Problem]:
    from qingzhuang.cli.ledger_json import report_json
    from qingzhuang.store.ledger.commands import import_form

    day = as_of.date() if as_of else None
    report = attempt(
        str(path),
        lambda: import_form(
            path.name, load(path), recorder=recorder, at=_now(), as_of=day, converter=converter()
        ),
    )
    if isinstance(report, Problem):
        documents.append({"file": str(path), "problems": [as_json(report)]})
        if output_format == "text":
            complain([report])
        return [report]
    documents.append(report_json(str(path), report))
    if output_format == "text":
        say_report(report)
    return report.problems


def _now() -> datetime:
    return clock.now()


def _unknown(subject: str) -> Problem:
    return Problem(
        "QZ-L004",
        subject,
        _("账里没有找到。"),
        _("请核对名字，或换成身份证号、户号的末四位。"),
    )
