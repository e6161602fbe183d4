"""`qz admin`: whoever sits at the server opens the administrators' accounts, and says what a provider's names open."""

import re
from gettext import gettext as _

import click

from qingzhuang.cli.admin_backup import backup, restore
from qingzhuang.cli.admin_files import files
from qingzhuang.cli.admin_identity import bind, identities, unbind
from qingzhuang.cli.admin_keys import keys
from qingzhuang.cli.admin_programs import token, webhooks
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import examples, say
from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.store import clock

_NAME = re.compile(r"[A-Za-z0-9一-龥][A-Za-z0-9一-龥._-]{0,39}")


@click.group(
    "admin", help=_("账号、钥匙、备份的事，在服务器上办：管理员的账号只在这里开，免得一个人扮两个人。")
)
def command() -> None:
    """Hold the administrators' commands."""


for each in (bind, unbind, identities, keys, files, backup, restore, token, webhooks):
    command.add_command(each)


@command.command(
    "open",
    help=_("开一位管理员，给一次的口令；已有的换一个口令。收回位子要两位，请开两位。"),
    epilog=examples("qz admin open 老陆 --unit 云泽县"),
)
@click.argument("username", metavar=_("登录名"))
@click.option("--name", metavar=_("称呼"), help=_("怎么称呼，默认就是登录名。"))
@click.option(
    "--unit", "unit_name", metavar=_("单位"), help=_("管哪个单位和它下面的；还没有单位时，就建这一个（县）。")
)
def open_admin(username: str, name: str | None, unit_name: str | None) -> None:
    """Open an administrator's account, or give it another password for once."""
    if not _NAME.fullmatch(username):
        raise click.BadParameter(_("登录名只用汉字、字母、数字，40 个字以内。"))
    opened()
    from qingzhuang.store.organisation.accounts import keep_admin
    from qingzhuang.store.trail import Act, Step, leave

    unit = _unit(unit_name)
    password, new = keep_admin(username, name or username, unit, clock.today())
    act = Act.OPENED_ACCOUNT if new else Act.PASSWORD
    leave(Step(0, act, f"{username} · {unit.name}"), clock.now())
    done = (
        _("开好了：{unit}的管理员 {name}。") if new else _("已有这个账号，换了口令：{unit}的管理员 {name}。")
    )
    say(done.format(unit=unit.name, name=username))
    say(_("一次的口令：{password}").format(password=password))
    say(_("第一次进来就要换成自己的。口令只在这里显示一次。"))


def _unit(name: str | None) -> Unit:
    """The unit of that name; the only one at the top when none is named; a new one where there is none at all."""
    from qingzhuang.store.board.clues import tops
    from qingzhuang.store.organisation.units import add_unit, units

    known = units()
    if name is None:
        if len(tops()) == 1:
            return tops()[0]
        raise click.BadParameter(_("请用 --unit 写明管哪个单位。"), param_hint="--unit")
    named = [each for each in known if each.name == name]
    if not known:
        return add_unit(name, UnitKind.COUNTY)
    if len(named) != 1:
        told = _("没有“{name}”这个单位。") if not named else _("有几个单位都叫“{name}”。")
        raise click.BadParameter(told.format(name=name), param_hint="--unit")
    return named[0]
