"""`qz ledger settle`, `withdraw`, `same`, `undo`: a person decides, with name, time and reason."""

import getpass
from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from typing import Any

import click

from qingzhuang.cli.ledger_meant import KINDS, element_meant, kind_of, one_of, subjects_meant, value_meant
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import PROBLEMS, as_json, complain, examples, format_option, say_json
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock

_reason = click.option("--reason", required=True, metavar=_("原因"), help=_("为什么，会记在账里。"))
_recorder = click.option("--recorder", metavar=_("名字"), help=_("谁定的，默认是这台机器的用户名。"))
_kind = click.option("--kind", type=click.Choice(list(KINDS)), help=_("同名的有人也有户时，说清是哪一类。"))


@click.command(
    "settle",
    help=_(
        "几处说法不一时，选定一个（也可以写一个新问清的）。谁、何时、为什么都记下，没选的留在历史里。以后来了不同的新说法，会再列出来。"
    ),
    epilog=examples('qz ledger settle 王桂香 联系电话 13900000001 --reason "电话打通了"'),
)
@click.argument("subject", metavar=_("名字或号码"))
@click.argument("item", metavar=_("哪一项"))
@click.argument("value", metavar=_("选定的值"))
@_reason
@_recorder
@_kind
@format_option
@click.pass_context
def settle(
    context: click.Context,
    subject: str,
    item: str,
    value: str,
    reason: str,
    recorder: str | None,
    kind: str | None,
    output_format: str,
) -> None:
    """Choose the right value."""
    opened()
    from qingzhuang.match.wording.element import element
    from qingzhuang.store.ledger.competing import competing
    from qingzhuang.store.ledger.decisions import settle as decide
    from qingzhuang.store.value import decode

    def work() -> Any:
        whom, key = _about(subject, item, kind)
        rows = competing(whom, key, clock.today())
        chosen = value_meant(value, key, [decode(row.kind, row.value) for row in rows])
        return decide(whom, key, chosen, _signed(recorder, reason), lasts_days=element(key).lasts_days)

    _finish(context, work, output_format)


@click.command(
    "withdraw",
    help=_(
        "把记错了的、搬走了的作废：一个人（户、单位、事）的全部，或其中一项。不删，留在历史里，以后不再往表上填。"
    ),
    epilog=examples(
        'qz ledger withdraw 王桂香 --reason "搬走了"', 'qz ledger withdraw 王桂香 联系电话 --reason "串行了"'
    ),
)
@click.argument("subject", metavar=_("名字或号码"))
@click.argument("item", required=False, metavar=_("[哪一项]"))
@click.option("--value", metavar=_("值"), help=_("这一项有几种说法时，只作废这一种。"))
@_reason
@_recorder
@_kind
@format_option
@click.pass_context
def withdraw(
    context: click.Context,
    subject: str,
    item: str | None,
    value: str | None,
    reason: str,
    recorder: str | None,
    kind: str | None,
    output_format: str,
) -> None:
    """Withdraw a subject or what is said of it."""
    if value is not None and item is None:
        raise click.UsageError(_("写了 --value，也要写是哪一项。"))
    opened()
    from qingzhuang.store.ledger.competing import competing
    from qingzhuang.store.ledger.decisions import withdraw as decide
    from qingzhuang.store.value import decode

    def work() -> Any:
        signed = _signed(recorder, reason)
        if item is None:
            return decide(one_of(subject, subjects_meant(subject, kind)), signed)
        whom, key = _about(subject, item, kind)
        rows = competing(whom, key, clock.today())
        known = [decode(row.kind, row.value) for row in rows]
        only = None if value is None else value_meant(value, key, known)
        return decide(whom, signed, element=key, value=only)

    _finish(context, work, output_format)


@click.command(
    "same",
    help=_("只有名字、没有号码的，说清就是哪一个（或加 --not 说不是）。不合并，随时可以撤回。"),
    epilog=examples('qz ledger same "王桂香（村 柳湾村）" 王桂香（1234） --reason "问过本人"'),
)
@click.argument("alias", metavar=_("只有名字的"))
@click.argument("subject", metavar=_("就是谁"))
@click.option("--not", "apart", is_flag=True, help=_("说清不是这一个。"))
@_reason
@_recorder
@_kind
@format_option
@click.pass_context
def same(
    context: click.Context,
    alias: str,
    subject: str,
    apart: bool,
    reason: str,
    recorder: str | None,
    kind: str | None,
    output_format: str,
) -> None:
    """Say who is who."""
    opened()
    from qingzhuang.store.ledger.decisions import same as decide

    def work() -> Any:
        first = one_of(alias, subjects_meant(alias, kind))
        second = one_of(subject, subjects_meant(subject, kind_of(first)))
        return decide(first, second, _signed(recorder, reason), really=not apart)

    _finish(context, work, output_format)


@click.command(
    "undo",
    help=_("撤回一个决定（选定、作废、认作同一个），默认是最近的一个。撤回本身也记在账里。"),
    epilog=examples("qz ledger undo", "qz ledger undo 12 --reason 点错了"),
)
@click.argument("number", required=False, type=int, metavar=_("[决定的编号]"))
@click.option("--reason", default="", metavar=_("原因"), help=_("为什么，会记在账里。"))
@_recorder
@format_option
@click.pass_context
def undo(
    context: click.Context, number: int | None, reason: str, recorder: str | None, output_format: str
) -> None:
    """Take a decision back."""
    opened()
    from qingzhuang.store.ledger.decisions import undo as decide

    _finish(context, lambda: decide(_signed(recorder, reason), number), output_format)


def _about(subject: str, item: str, kind: str | None) -> tuple[Subject, str]:
    """Return whom and which element: of several of one name those that something is known of in this matter."""
    from qingzhuang.store.ledger.queries import ledger_view

    found = subjects_meant(subject, kind)
    view = ledger_view(subjects=found, as_of=date.max)
    keys = {each: view.elements(each) for each in found}
    if len(found) > 1:
        known = [each for each in found if item in _names(keys[each])]
        found = tuple(known) if len(known) == 1 else found
    whom = one_of(subject, found)
    return whom, element_meant(item, keys[whom])


def _names(keys: tuple[str, ...]) -> set[str]:
    from qingzhuang.match.wording.element import element

    return {word for key in keys for word in (key, element(key).name)}


def _signed(recorder: str | None, reason: str) -> Any:
    from qingzhuang.store.ledger.report import Signed

    return Signed(recorder or user(), clock.now(), reason)


def _finish(context: click.Context, work: Callable[[], Any], output_format: str) -> None:
    from qingzhuang.cli.ledger_json import decision_json
    from qingzhuang.cli.ledger_text import say_decision

    try:
        decision = work()
    except ProblemError as error:
        if output_format == "json":
            say_json({"problems": [as_json(error.problem)]})
        complain([error.problem])
        context.exit(PROBLEMS)
    if output_format == "json":
        say_json(decision_json(decision))
    else:
        say_decision(decision)


def user() -> str:
    """Return who works at this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return _("没有署名")
