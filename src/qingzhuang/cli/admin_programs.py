"""`qz admin token`, `qz admin webhooks`: how programs come in, and telling addresses what happened."""

from datetime import datetime, timedelta
from gettext import gettext as _
from typing import TYPE_CHECKING, NoReturn

import click

from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import PROBLEMS, complain, examples, say
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError

if TYPE_CHECKING:
    from qingzhuang.store.trail import Act

_ROLES = {_("岗位"): Role.POST, _("发表单位"): Role.ISSUER, _("减负办"): Role.OVERSEER}
_DAYS, LONGEST_DAYS = 180, 366


@click.group("token", help=_("令牌：程序拿着它进来，坐在一个位子上。"))
def token() -> None:
    """Hold the commands for tokens."""


@token.command(
    "make",
    help=_("给一个账号的位子做一个令牌，只显示一次。"),
    epilog=examples("qz admin token make 王桂兰 台账同步 --write --days 90"),
)
@click.argument("username", metavar=_("登录名"))
@click.argument("label", metavar=_("给哪个程序用"))
@click.option("--write", is_flag=True, help=_("也能写；不写就只读。"))
@click.option("--days", metavar=_("天数"), type=int, default=_DAYS, help=_("用多少天，默认 180。"))
@click.option(
    "--as",
    "role",
    metavar=_("做什么"),
    type=click.Choice(list(_ROLES)),
    help=_("账号有几个位子时，写哪一个。"),
)
def make(username: str, label: str, write: bool, days: int, role: str | None) -> None:
    """Make a token for a seat of an account."""
    if not 1 <= days <= LONGEST_DAYS:
        raise click.BadParameter(_("最长一年。"), param_hint="--days")
    opened()
    from qingzhuang.store import clock
    from qingzhuang.store.organisation.tokens import Order, Scope, make_token
    from qingzhuang.store.trail import Act

    now = clock.now()
    scope = Scope.WRITE if write else Scope.READ
    order = Order(_seat(username, role, now), label, scope, now.date() + timedelta(days=days))
    try:
        made, secret = make_token(order, None, now)
    except ProblemError as error:
        _refuse(error)
    _note(Act.MADE_TOKEN, f"{username} · {made.seat.unit.name} · {made.label}（{made.scope}）")
    say(_("做好了：{unit}，用到 {until}。").format(unit=made.seat.unit.name, until=made.expires_on))
    say(secret)
    say(_("只在这里显示一次。"))


@token.command("list", help=_("列出还能用的令牌。"), epilog=examples("qz admin token list"))
def listed() -> None:
    """List the tokens that may still be used."""
    opened()
    from qingzhuang.store import clock
    from qingzhuang.store.organisation.tokens import tokens

    found = tokens("/", clock.today())
    for each in found:
        used = each.used_on or _("没用过")
        words = (
            each.number,
            each.username,
            each.seat.unit.name,
            each.label,
            each.scope,
            each.expires_on,
            used,
        )
        say("\t".join(map(str, words)))
    if not found:
        say(_("还没有令牌。"))


@token.command(
    "withdraw", help=_("收回一个令牌，马上不能再用。"), epilog=examples("qz admin token withdraw 3")
)
@click.argument("number", metavar=_("编号"), type=click.IntRange(min=1))
def withdraw(number: int) -> None:
    """Withdraw a token."""
    opened()
    from qingzhuang.store import clock
    from qingzhuang.store.organisation.tokens import withdraw_token
    from qingzhuang.store.trail import Act

    try:
        gone = withdraw_token(number, "/", clock.now())
    except ProblemError as error:
        _refuse(error)
    _note(Act.WITHDREW_TOKEN, f"{gone.username} · {gone.seat.unit.name} · {gone.label}")
    say(_("收回了：{label}。").format(label=gone.label))


@click.group("webhooks", help=_("通知地址：一件事准入、答了、结束了，往那里送消息。"))
def webhooks() -> None:
    """Hold the commands for addresses."""


@webhooks.command(
    "deliver",
    help=_("把到时候的消息送出去；没送到的过一阵再送。放进每分钟的定时任务就行。"),
    epilog=examples("qz admin webhooks deliver"),
)
def deliver() -> None:
    """Send what is due."""
    opened()
    from qingzhuang.store import clock
    from qingzhuang.store.outside.delivering import deliver_due

    done = deliver_due(clock.now())
    told = _("送到 {arrived} 条，过一阵再送 {again} 条，不再送 {lost} 条。")
    say(told.format(arrived=done.arrived, again=done.again, lost=done.lost))


def _seat(username: str, role: str | None, now: datetime) -> Seat:
    """The account's seat that is meant: the only one, else the one of that role."""
    from qingzhuang.store.organisation.accounts import seats_of_name

    held = [each for each in seats_of_name(username, now.date()) if each.role is not Role.ADMIN]
    if role is not None:
        held = [each for each in held if each.role is _ROLES[role]]
    if not held:
        raise click.BadParameter(_("没有这个账号，或者它没有这样的位子。"), param_hint=_("登录名"))
    if len(held) > 1:
        raise click.UsageError(_("这个账号有几个位子，请用 --as 写明哪一个。"))
    return held[0]


def _note(act: "Act", thing: str) -> None:
    from qingzhuang.store import clock
    from qingzhuang.store.trail import Step, leave

    leave(Step(0, act, thing), clock.now())


def _refuse(error: ProblemError) -> NoReturn:
    complain([error.problem])
    raise SystemExit(PROBLEMS) from error
