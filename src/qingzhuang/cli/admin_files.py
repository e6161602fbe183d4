"""`qz admin files`: where the files lie that are not in the database, and moving them."""

from gettext import gettext as _

import click

from qingzhuang.cli.ledger_open import opened, refused
from qingzhuang.cli.output import PROBLEMS, complain, examples, format_option, say, say_json
from qingzhuang.model.problem import Problem


@click.group(
    "files", help=_("原表、照片和交上去的表放在哪里：看连不连得上、有多少；从台账旁边搬进桶里，或者搬回来。")
)
def files() -> None:
    """Hold the commands of files."""


@files.command(
    "show",
    help=_("看放在哪里、有几份、多大，能不能写、能不能读、能不能删。"),
    epilog=examples("qz admin files show"),
)
@format_option
def show(output_format: str) -> None:
    """Say where files lie, and try it out."""
    opened()
    from qingzhuang.store.files.place import place
    from qingzhuang.store.health import tried
    from qingzhuang.store.sealing.files import files as kept

    found = place()
    with refused(found.where):
        tried()
        sizes = [each.size for each in kept()]
    if output_format == "json":
        say_json({"where": found.where, "files": len(sizes), "bytes": sum(sizes)})
        return
    told = _("放在 {where}，{count} 份，{size:.1f} 兆字节。写、读、删都试过，都好。")
    say(told.format(where=found.where, count=len(sizes), size=sum(sizes) / 1_000_000))


@files.command(
    "move",
    help=_("把台账旁边的文件搬进设好的桶里；--back 搬回来。搬的时候请停下网页。断了再来一次，接着搬。"),
    epilog=examples("qz admin files move", "qz admin files move --back"),
)
@click.option("--back", is_flag=True, help=_("从桶里搬回台账旁边；搬完去掉桶的地址再开。"))
def move(back: bool) -> None:
    """Carry everything from one place to the other."""
    opened()
    from qingzhuang.store.files.folder import Folder
    from qingzhuang.store.files.moving import carry
    from qingzhuang.store.files.place import chosen, place
    from qingzhuang.store.sealing.files import FOLDERS

    if chosen() is None:
        complain([_nowhere()])
        raise SystemExit(PROBLEMS)
    source, target = (place(), Folder()) if back else (Folder(), place())
    with refused(target.where):
        count = sum(carry(source, target, FOLDERS))
    say(_("搬好了：{count} 份，现在都在 {where}。").format(count=count, where=target.where))


def _nowhere() -> Problem:
    return Problem(
        "QZ-L045",
        "QZ_BLOB_URL",
        _("没有说要搬到哪个桶，什么也没有动。"),
        _("请先设好 QZ_BLOB_URL，写法见 for-administrators.md。"),
    )
