"""`qz ask`: the fewest questions that complete the forms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from qingzhuang.answer.ask import Question, ask
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import State
from qingzhuang.answer.select import NOBODY_KNOWS_WHOM, Scope
from qingzhuang.cli.at_hand import at_hand
from qingzhuang.cli.called import called, masked
from qingzhuang.cli.convert import converter
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
from qingzhuang.intake.read import read_form
from qingzhuang.match.element import element
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Fact
from qingzhuang.model.problem import Problem
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.store import clock

_WHO = {
    SubjectKind.PERSON: _("本人或本户"),
    SubjectKind.HOUSEHOLD: _("本户"),
    SubjectKind.PLACE: _("当地村（社区）"),
    SubjectKind.ORGANISATION: _("这家单位"),
    SubjectKind.EVENT: _("经办人"),
}


@click.command(
    "ask",
    help=_("这些表还缺什么：列出最少要问的几件事，问一次，填好所有的表。"),
    epilog=examples("qz ask 表格", "qz ask 表格/老年人名册.xlsx --scope 柳湾村 --limit 10"),
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
    output_format: str,
) -> None:
    """Print the questions."""
    wishes = Wishes(as_of.date() if as_of else None, Scope(scope, subjects, rows == "all"))
    questions, problems = _questions(files_below(forms), wishes)
    problems += overlooked(forms)
    if output_format == "json":
        say_json(
            {
                "questions": [_document(each) for each in questions],
                "problems": [as_json(each) for each in problems],
            },
            indent=2,
        )
    else:
        _print(questions, limit)
        _say_whom(problems)
        complain(problems)
    context.exit(exit_code(problems))


def _questions(files: Sequence[Path], wishes: Wishes) -> tuple[list[Question], list[Problem]]:
    desk = Desk(open_view(wishes.day or clock.today()))
    made: list[Plan] = []
    problems: list[Problem] = []
    for path in steps(files, _("读表")):
        plans = attempt(path.name, lambda: _plans(path, desk, wishes))  # noqa: B023
        if isinstance(plans, Problem):
            problems.append(plans)
        else:
            made += plans
    problems += [problem for plan in made for problem in plan.problems]
    return [_with_head(each, desk) for each in ask(made, element)], problems


def _with_head(question: Question, desk: Desk) -> Question:
    """A household is called by its head."""
    home = question.subject
    head = desk.head(home) if home.kind is SubjectKind.HOUSEHOLD and not home.name else None
    return replace(question, subject=replace(home, name=head.name)) if head is not None else question


def _plans(path: Path, desk: Desk, wishes: Wishes) -> list[Plan]:
    return list(desk.plans(read_form(path.name, load(path), converter=converter()), wishes))


def _document(question: Question) -> dict[str, Any]:
    """A question for a program."""
    subject = question.subject
    return {
        "subject": {"kind": subject.kind.value, "key": subject.key, "name": subject.name},
        "element": question.key,
        "name": question.name,
        "cells": question.cells,
        "forms": list(question.files),
        "answers": list(question.answers),
        "who": question.holder,
        "state": question.state.value,
        "known": [_known(fact) for fact in question.facts],
    }


def _known(fact: Fact) -> dict[str, Any]:
    return {
        "value": fact.value,
        "as_of": fact.as_of.isoformat(),
        "source": fact.source.file,
        "place": fact.source.place,
    }


def _print(questions: Sequence[Question], limit: int) -> None:
    shown = questions[:limit] if limit else questions
    cells = sum(question.cells for question in questions)
    say(_("一共 {count} 个问题，问完能填好 {cells} 格。").format(count=len(questions), cells=cells))
    for number, question in enumerate(shown, 1):
        say(f"{number}. {''.join(_sentence(question))}")
    if len(shown) < len(questions):
        say(_("还有 {count} 个，加 --limit 0 全部列出。").format(count=len(questions) - len(shown)))


def _say_whom(problems: Sequence[Problem]) -> None:
    """No question may mean that nobody could tell whom to ask about: that comes first."""
    unsure = len({problem.where for problem in problems if problem.code == NOBODY_KNOWS_WHOM})
    if unsure:
        say(
            _("另有 {count} 张表没有读懂要列谁，还没有算进来：见下面的提示，说清以后再问一次。").format(
                count=unsure
            )
        )


def _sentence(question: Question) -> Iterator[str]:
    yield f"{called(question.subject)}：{question.name}"
    if len(question.files) == 1:
        yield _("（填 {cells} 格：{form}）").format(cells=question.cells, form=question.files[0])
    else:
        yield _("（填 {cells} 格，{forms} 张表）").format(cells=question.cells, forms=len(question.files))
    if question.state is State.STALE and question.facts:
        last = question.facts[0]
        unit = element(question.key).unit or ""
        yield _("上次是“{value}{unit}”，{day} 的，还对吗？").format(
            value=last.value, unit=unit, day=last.as_of
        )
    if question.state is State.DOUBTFUL:
        values = "、".join(dict.fromkeys(masked(str(fact.value)) for fact in question.facts))
        yield _("台账里是“{value}”，可能不对或人已去世，请核对。").format(value=values)
    if question.state is State.CONFLICT:
        values = "、".join(f"“{_claim(fact, question)}”（{fact.source.file}）" for fact in question.facts)
        yield _("说法不一：{values}，哪个对？").format(values=values)
    yield _("可以问{who}。").format(who=question.holder or at_hand(question.subject))


def _claim(fact: Fact, question: Question) -> str:
    """What a source says; another element's fact (an ID number that makes somebody a woman) is named."""
    if fact.element == question.key:
        return str(fact.value)
    return f"{element(fact.element).name}{fact.value}"
