"""`qz admin`: what whoever keeps the server does about accounts."""

from gettext import gettext as _

import click

from qingzhuang.cli.admin_identity import bind, identities, unbind


@click.group("admin", help=_("账号的事：在服务器上办，都记下来。"))
def command() -> None:
    """Hold the administrators' commands."""


for each in (bind, unbind, identities):
    command.add_command(each)
