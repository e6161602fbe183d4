"""`qz admin bind`: which account a provider's name opens."""

import os
from collections.abc import Callable
from gettext import gettext as _
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import PROBLEMS, complain, examples, say
from qingzhuang.model.problem import ProblemError

if TYPE_CHECKING:
    from qingzhuang.store.trail import Act

_F = TypeVar("_F", bound=Callable[..., Any])


def _by(function: _F) -> _F:
    """Add --issuer, by default the provider that is set up."""
    return click.option("--issuer", metavar=_("地址"), help=_("哪一家的标识，默认是服务器上设好的那一家。"))(
        function
    )


@click.command(
    "bind",
    help=_("把统一登录那边的标识绑到账号上：绑了，才能用那边登录。标识就是登录页上显示的那一串。"),
    epilog=examples("qz admin bind 王桂兰 1001"),
)
@click.argument("username", metavar=_("登录名"))
@click.argument("value", metavar=_("标识"))
@_by
def bind(username: str, value: str, issuer: str | None) -> None:
    """Bind an identity to an account."""
    where = _issuer(issuer)
    opened()
    from qingzhuang.store.organisation.identities import Identity
    from qingzhuang.store.organisation.identities import bind as keep
    from qingzhuang.store.trail import Act

    try:
        new = keep(username, Identity(where, value))
    except ProblemError as error:
        _refuse(error)
    if new:
        _note(Act.BOUND, username, f"{where} {value}")
    told = _("绑好了：{value} 进来就是 {username}。") if new else _("早就绑好了：{value} 是 {username}。")
    say(told.format(value=value, username=username))


@click.command(
    "unbind", help=_("解开一个标识：以后不能再用它登录。"), epilog=examples("qz admin unbind 1001")
)
@click.argument("value", metavar=_("标识"))
@_by
def unbind(value: str, issuer: str | None) -> None:
    """Take an identity off its account."""
    where = _issuer(issuer)
    opened()
    from qingzhuang.store.organisation.identities import Identity
    from qingzhuang.store.organisation.identities import unbind as free
    from qingzhuang.store.trail import Act

    try:
        username = free(Identity(where, value))
    except ProblemError as error:
        _refuse(error)
    _note(Act.UNBOUND, username, f"{where} {value}")
    say(_("解开了：{value} 不能再进 {username}。").format(value=value, username=username))


@click.command("identities", help=_("列出哪个账号绑了哪些标识。"), epilog=examples("qz admin identities"))
@_by
def identities(issuer: str | None) -> None:
    """List what is bound."""
    where = _issuer(issuer)
    opened()
    from qingzhuang.store.organisation.identities import bound

    pairs = bound(where)
    for username, value in pairs:
        say(f"{username}\t{value}")
    if not pairs:
        say(_("还没有绑过。"))


def _issuer(given: str | None) -> str:
    issuer = given or os.environ.get("QZ_OIDC_ISSUER")
    if not issuer:
        raise click.UsageError(_("还没有写是哪一家：设 QZ_OIDC_ISSUER，或用 --issuer。"))
    return issuer


def _note(act: "Act", thing: str, detail: str) -> None:
    from qingzhuang.store import clock
    from qingzhuang.store.trail import Step, leave

    leave(Step(0, act, thing, detail=detail), clock.now())


def _refuse(error: ProblemError) -> NoReturn:
    complain([error.problem])
    raise SystemExit(PROBLEMS) from error
