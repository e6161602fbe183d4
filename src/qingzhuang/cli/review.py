"""`qz match review`: people say of pairs where the rules are unsure whether they are one; one key for each answer."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.fill_write import cannot_write
from qingzhuang.cli.ledger_decide import user
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import (
    PROBLEMS,
    as_json,
    complain,
    examples,
    exit_code,
    format_option,
    say,
    say_json,
)
from qingzhuang.cli.review_text import (
    document,
    say_agreement,
    say_alarms,
    say_coming,
    say_question,
    say_twice,
    twice_tree,
)
from qingzhuang.cli.said import proposer
from qingzhuang.match.grouping.group import group
from qingzhuang.match.grouping.repeats import Twice, repeats
from qingzhuang.match.people.agreement import agreement
from qingzhuang.match.people.alarm import alarms
from qingzhuang.match.people.ground import ground_of
from qingzhuang.match.people.queue import Question, Ranked, questions, ranked
from qingzhuang.match.people.shared import as_text, coming, read_shared
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext
from qingzhuang.store import clock

KEYS = {
    "1": Reply.SAME,
    "2": Reply.HOLDS,
    "3": Reply.HELD,
    "4": Reply.DIFFERENT,
    "5": Reply.UNKNOWN,
}
TWICE = {"1": Reply.REPEATED, "4": Reply.APART, "5": Reply.UNKNOWN}


@click.command(
    name="review",
    help=_(
        "规则说不准的对子，请人看一眼：是不是同一项。按一个键答一对，最省事的排在前面。"
        "答了什么、谁答的、哪天答的都记下，以后对照、填表、提问都照着办；随时能撤回。"
    ),
    epilog=examples(
        "qz match review 表格",
        "qz match review 表格 --format json",
        "qz match review --export 定过的.yaml",
        "qz match review --import 邻县定过的.yaml",
    ),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar=_("文件或文件夹…"))
@click.option(
    "--export", "out", type=click.Path(path_type=Path), metavar=_("文件"), help=_("存出定过的，给别处用。")
)
@click.option(
    "--import",
    "brought",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar=_("文件"),
    help=_("带进别处定过的。和这里相反的只列出来，不带进来。"),
)
@click.option("--dry-run", is_flag=True, help=_("只看会带进来什么。"))
@click.option("--undo", type=int, metavar=_("编号"), help=_("撤回一条。"))
@click.option("--recorder", metavar=_("名字"), help=_("谁定的，默认是这台机器的用户名。"))
@format_option
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    out: Path | None,
    brought: Path | None,
    dry_run: bool,
    undo: int | None,
    recorder: str | None,
    output_format: str,
) -> None:
    """Ask people, or bring and hand on what they said."""
    if not (files or out or brought or undo is not None):
        raise click.UsageError(_("请给出表格文件或文件夹，或用 --export、--import、--undo。"))
    opened()
    who, as_data = recorder or user(), output_format == "json"
    try:
        if undo is not None:
            _undo(undo, who)
        if brought is not None:
            _bring(brought, dry_run, as_data)
        if out is not None:
            _hand_on(out)
    except ProblemError as error:
        complain([error.problem])
        context.exit(PROBLEMS)
    problems = _review(files, who, as_data) if files else []
    context.exit(exit_code(problems))


def _undo(number: int, who: str) -> None:
    from qingzhuang.store.pairs.reviewing import Speaker, unsay

    unsay(number, Speaker(who, _by(who)), clock.now())
    say(_("撤回了第 {number} 条。").format(number=number))


def _bring(file: Path, dry_run: bool, as_data: bool) -> None:
    from qingzhuang.store.pairs.reviewing import rulings_now
    from qingzhuang.store.pairs.reviewing import say as keep

    found = coming(read_shared(file.name, file.read_bytes()), rulings_now())
    if not dry_run:
        keep(found.new)
    say_coming(found, dry_run, as_data)


def _hand_on(file: Path) -> None:
    from qingzhuang.store.pairs.reviewing import said_until

    said = [each for each in said_until() if not each.source]
    try:
        file.write_text(as_text(said, "", file.name), encoding="utf-8")
    except OSError as error:
        cure = _("请看名字和位置对不对，有没有被别的程序占着。")  # there is no -o here
        raise ProblemError(replace(cannot_write(str(file), error), cure=cure)) from error
    say(_("存了 {count} 条：{file}").format(count=len(said), file=file))


def _review(files: tuple[Path, ...], who: str, as_data: bool) -> list[Problem]:
    from qingzhuang.cli.match_forms import forms_of
    from qingzhuang.store.pairs.reviewing import rulings_now

    forms, problems = forms_of(files)
    grouping, said = group(forms, proposer=proposer()), rulings_now()
    asked, ground = questions(grouping, forms), ground_of(grouping, forms)
    twice = {each.id: each for form in forms for each in repeats(form)}
    if as_data:
        say_json(
            document(asked, ranked(asked, said, _by(who)), said, alarms(said, ground))
            | {"twice": twice_tree(twice.values(), said)}
            | {"problems": [as_json(p) for p in problems]}
        )
        return problems
    if _ask(ranked(asked, said, _by(who)), who):
        _settle([each for each in twice.values() if each.id not in said.twice], who)
    say_alarms(alarms(rulings_now(), ground))
    together = sum(each.together for each in asked)
    if together:
        say(_("另有 {n} 对在同一张表里并排问着，永远不自动合，请向发表单位问清。").format(n=together))
    say_agreement(agreement(rulings_now()))
    complain(problems)
    return problems


def _ask(left: tuple[Ranked, ...], who: str) -> bool:
    """Ask pair by pair; tell whether the person went through all of them."""
    if not left:
        say(_("没有要看的对子。"))
    for number, each in enumerate(left, 1):
        say_question(each, number, len(left))
        key = _key(KEYS)
        if key == "0":
            return False
        _say_kept(_keep(each.question, KEYS[key], who))
    return True


def _settle(left: list[Twice], who: str) -> None:
    """Ask of columns that one form seems to ask twice."""
    for number, each in enumerate(left, 1):
        say_twice(each, number, len(left))
        key = _key(TWICE)
        if key == "0":
            return
        if key in TWICE and TWICE[key] is not Reply.UNKNOWN:
            _say_kept(_say(each.one, each.other, TWICE[key], who))


def _key(keys: Mapping[str, Reply]) -> str:
    """One key at a terminal; elsewhere a line. Whatever else is typed is asked again; the end of input stops."""
    stream = sys.stdin
    while True:
        got = str(click.getchar()) if stream.isatty() else stream.readline()
        if not got or got.strip() in (*keys, "0"):
            return got.strip() or "0"
        say(_("请按 1 到 5，0 停下。") if keys is KEYS else _("请按 1、4 或 5，0 停下。"))


def _say_kept(number: int) -> None:
    say(_("记下了，第 {number} 条。按错了，撤回：qz match review --undo {number}").format(number=number))


def _keep(question: Question, reply: Reply, who: str) -> int:
    return _say(question.a.context, question.b.context, reply, who)


def _say(a: ItemContext, b: ItemContext, reply: Reply, who: str) -> int:
    from qingzhuang.store.pairs.reviewing import say as keep

    return keep([Said(a, b, reply, who, _by(who), clock.now())])[0]


def _by(who: str) -> str:
    return f"@{who}"
