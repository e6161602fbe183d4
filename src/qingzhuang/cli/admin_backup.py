"""`qz admin backup` and `qz admin restore`: the whole ledger in one file."""

from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.ledger_open import opened, refused
from qingzhuang.cli.output import examples, say
from qingzhuang.store import clock


@click.command(
    "backup",
    help=_("把整本台账和原表备份成一个文件，别人照常用。加密的还是加密的，钥匙不在里面。"),
    epilog=examples("qz admin backup 台账-2026-11-25.zip"),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar=_("文件"))
def backup(file: Path) -> None:
    """Write a backup."""
    opened()
    from qingzhuang.store.backup import back_up
    from qingzhuang.store.sealing.keys import where

    with refused(str(file)):
        made = back_up(file, clock.now())
    say(_("备份好了：{file}，台账一本，原表和照片 {count} 份。").format(file=file, count=made.files))
    keys = "、".join(made.keys)
    say(
        _("钥匙（{keys}）不在里面，请把 {where} 另外放好：少了它，备份谁也打不开。").format(
            keys=keys, where=where()
        )
    )


@click.command(
    "restore",
    help=_("从备份取回整本台账，放到还没有台账的文件夹里。先把钥匙放好。"),
    epilog=examples("qz admin restore 台账-2026-11-25.zip"),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar=_("文件"))
def restore(file: Path) -> None:
    """Put a backup where no ledger is."""
    from qingzhuang.store.setup import prepare

    prepare()
    from qingzhuang.store.backup import restore as put_back

    with refused(str(file)):
        done = put_back(file)
    opened()
    said = _("取回来了：{day} 的台账一本，原表和照片 {count} 份。")
    say(said.format(day=done.at.astimezone(clock.CHINA).date(), count=done.files))
    say(_("请用 qz audit verify 验一遍。"))
