"""`qz work`: does what pages ask for and should not wait for. `qz serve` starts one by itself."""

import os
from gettext import gettext as _

import click

from qingzhuang.cli.output import examples


@click.command(help=_("做网页交下来的慢活。qz serve 自己会开一个，平时不用管。"), epilog=examples("qz work"))
@click.option("--parent", type=click.INT, default=0, hidden=True)
@click.option("--number", type=click.INT, default=0, hidden=True)
@click.option("--of", type=click.IntRange(min=1), default=1, hidden=True)
def command(parent: int, number: int, of: int) -> None:
    """Work until stopped, or until the server that started this is gone."""
    os.environ["QZ_WORKER"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.web.settings")
    from qingzhuang.store.setup import open_ledger

    open_ledger()
    import qingzhuang.web.jobs  # noqa: F401 - who does what
    from qingzhuang.store.beside.worker import work

    work(parent, number, of)
