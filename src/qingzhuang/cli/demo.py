"""`qz demo`: the example township, to look around in without anybody's data."""

from gettext import gettext as _
from pathlib import Path

import click

from qingzhuang.cli.output import PROBLEMS, examples, say

DEFAULT = Path("青禾镇")


@click.command(
    help=_("造一个样例镇：人和户都是编的，表是各部门常见的样子，可放心试。"),
    epilog=examples("qz demo 青禾镇", "qz serve 青禾镇"),
)
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=DEFAULT, metavar=_("文件夹")
)
@click.option("--force", is_flag=True, help=_("文件夹里已有东西也照做，同名文件会被换掉。"))
@click.option("--only-make", is_flag=True, help=_("只造台账和空表，不记账、不填表、不称。"))
def command(folder: Path, *, force: bool, only_make: bool) -> None:
    """Make the township in the folder, then import, fill and weigh."""
    from qingzhuang.demo.make import make_township

    if folder.is_dir() and any(folder.iterdir()) and not force:
        say(_("“{folder}”里已有东西，没有动。换一个文件夹，或加 --force 重做。").format(folder=folder))
        raise SystemExit(PROBLEMS)
    township = make_township(folder)
    say(
        _("做好了：{villages} 个村（社区），{homes} 户，{people} 人，{shops} 家店铺，都是编的。").format(
            villages=len(township.villages),
            homes=len(township.households),
            people=len(township.people),
            shops=len(township.shops),
        )
    )
    if only_make:
        _say_next(folder)
        return
    from qingzhuang.cli.demo_steps import go_on  # the ledger takes a second to open

    go_on(folder, township)
    say(_('看结果：qz serve "{folder}"').format(folder=folder))


def _say_next(folder: Path) -> None:
    """Print the commands with which one goes on."""
    say(_("接着可以试："))
    say(f'  qz read "{folder}/表格/民政局"')
    say(f'  qz weigh "{folder}/表格" -o "{folder}/称一称.html"')
    say(f'  qz ledger import "{folder}/台账"')
    say(f'  qz fill "{folder}/表格" -o "{folder}/填好"')
    say(f'  qz serve "{folder}"')
