"""`qz admin keys`: the keys that the ledger is sealed with."""

from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from qingzhuang.cli.ledger_open import opened, refused
from qingzhuang.cli.output import examples, format_option, say, say_json
from qingzhuang.store import clock

if TYPE_CHECKING:
    from qingzhuang.store.sealing.rotation import KeyState


@click.group("keys", help=_("台账加密用的钥匙：看有哪几把，换一把新的。丢了钥匙，谁也打不开台账。"))
def keys() -> None:
    """Hold the commands of keys."""


@keys.command(
    "show",
    help=_("看钥匙放在哪里、有哪几把、各加密了多少处。钥匙本身不显示。"),
    epilog=examples("qz admin keys show"),
)
@format_option
def show(output_format: str) -> None:
    """List the keys without telling them."""
    opened()
    from qingzhuang.store.sealing.keys import where
    from qingzhuang.store.sealing.rotation import keys as states

    found = states()
    if output_format == "json":
        say_json({"where": where(), "keys": [_as_json(each) for each in found]})
        return
    say(_("钥匙在 {where}。请抄一份，别和台账放在一起。").format(where=where()))
    for each in found:
        say(_line(each))
    if any(not each.current and each.values + each.files for each in found):
        say(_("还有没换完的，请再来一次：qz admin keys rotate"))


@keys.command(
    "rotate",
    help=_("换一把新钥匙，把整本台账换到它下面。别人照常用；断了再来一次，接着换。"),
    epilog=examples("qz admin keys rotate"),
)
def rotate() -> None:
    """Put a new key in the place of the old one."""
    opened()
    from qingzhuang.store.sealing.keys import where
    from qingzhuang.store.sealing.rotation import begin, finish, go_on
    from qingzhuang.store.trail import Act, Step, leave

    with refused(where()):
        ident = begin()
        leave(Step(0, Act.SWITCHED, f"key {ident}"), clock.now())
        say(_("新钥匙是 {ident}，放在 {where}。请先抄一份放好。").format(ident=ident, where=where()))
        count = sum(go_on())
        clean = finish()
    say(_("换好了，换了 {count} 处。").format(count=count))
    if not clean:
        say(_("数据库正有人在用，旧的内容还没有全部抹掉：请停下网页，再来一次 qz admin keys rotate。"))
    say(_("旧钥匙还留着：以前的备份要用它打开。不要了，用 qz admin keys drop 去掉。"))


@keys.command(
    "drop",
    help=_("去掉一把不再用的旧钥匙。用它加密的备份从此打不开。"),
    epilog=examples("qz admin keys drop kqfyab"),
)
@click.argument("ident", metavar=_("钥匙"))
def drop(ident: str) -> None:
    """Take an old key away."""
    opened()
    from qingzhuang.store.sealing.rotation import drop as take_away
    from qingzhuang.store.trail import Act, Step, leave

    with refused(ident):
        take_away(ident)
    leave(Step(0, Act.SWITCHED, f"key {ident}"), clock.now())
    say(_("去掉了：{ident}。").format(ident=ident))


def _line(key: "KeyState") -> str:
    what = _("在用") if key.current else _("旧的") if key.here else _("不在这里")
    since = f"{key.since.astimezone(clock.CHINA):%Y-%m-%d}" if key.since else ""
    told = _("{ident}　{what}　{since} 起　台账 {values} 处，文件 {files} 份")
    return told.format(ident=key.ident, what=what, since=since, values=key.values, files=key.files)


def _as_json(key: "KeyState") -> dict[str, object]:
    return {
        "ident": key.ident,
        "since": key.since,
        "current": key.current,
        "values": key.values,
        "files": key.files,
        "here": key.here,
    }
