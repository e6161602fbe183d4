"""`qz audit`: the trail of who did what, held against itself."""

from gettext import gettext as _

import click

from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import OK, PROBLEMS, examples, format_option, say, say_json


@click.group("audit", help=_("谁做过什么：一条扣着一条，验得出有没有动过。"))
def command() -> None:
    """Hold the trail's commands."""


@command.command(
    "verify",
    help=_("把记下的每一步验一遍：少一条、改一个字都说出来。动过的退出码是 1。"),
    epilog=examples("qz audit verify"),
)
@format_option
@click.pass_context
def verify_trail(context: click.Context, output_format: str) -> None:
    """Verify the whole trail."""
    from qingzhuang.store.home import has_ledger

    if not has_ledger():
        say(_("这台电脑上还没有台账，没有可验的。"))
        context.exit(OK)
    opened()
    from qingzhuang.store.trail import verify

    verdict = verify()
    if output_format == "json":
        say_json({"rows": verdict.rows, "broken": verdict.broken})
    elif verdict.broken is None:
        say(_("{rows} 条都对得上。").format(rows=verdict.rows))
    else:
        told = _("第 {broken} 条被动过，它前面的 {rows} 条对得上。请先把台账拷一份留着，再查是谁动的。")
        say(told.format(broken=verdict.broken, rows=verdict.rows))
    context.exit(OK if verdict.broken is None else PROBLEMS)
