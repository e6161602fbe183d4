"""`qz`: the commands, loaded only when called so that each starts fast."""

import importlib
import importlib.util
from gettext import gettext as _

import click

import qingzhuang
from qingzhuang.cli.language import dress, speak_chinese

COMMANDS = {
    "read": "qingzhuang.cli.read",
    "check": "qingzhuang.cli.check.command",
    "match": "qingzhuang.cli.match",
    "ledger": "qingzhuang.cli.ledger",
    "fill": "qingzhuang.cli.fill",
    "verify": "qingzhuang.cli.verify",
    "ask": "qingzhuang.cli.ask",
    "weigh": "qingzhuang.cli.weigh",
    "rules": "qingzhuang.cli.rules",
    "new": "qingzhuang.cli.new",
    "demo": "qingzhuang.cli.demo",
    "serve": "qingzhuang.cli.serve",
    "charts": "qingzhuang.cli.charts",
    "work": "qingzhuang.cli.work",
    "admin": "qingzhuang.cli.admin",
    "audit": "qingzhuang.cli.audit",
}


class LazyGroup(click.Group):
    """A group whose commands live one a file; each file has a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the road."""
        return [name for name in COMMANDS if importlib.util.find_spec(COMMANDS[name])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command's file, or return None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return dress(found)


FIRST_MINUTE = _(
    """\b
用自己的一文件夹表，头一分钟：
  qz weigh 表格 -o 称一称.html     称一称，一个文件，能发能打印
  qz ledger import 台账            把手头的台账记进来，每件事只记一次
  qz fill 表格 -o 填好             填在发表单位自己的文件里
  qz ask 表格                      还缺的，最少问几件事

\b
没有表？qz demo 造一个样例镇，qz serve 青禾镇 打开看。
退出码：0 都好；1 有文件没用上，其余照做；2 命令写错。"""
)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("轻装：读懂每张表，一事只问一次，按各家原样填好，算清要几分钟。"),
    epilog=FIRST_MINUTE,
)
@click.version_option(
    qingzhuang.__version__, prog_name="qz", message="%(prog)s %(version)s", help=_("显示版本。")
)
def group() -> None:
    """Hold the commands."""


def main() -> None:
    """Run the command line: the entry point of the `qz` script."""
    speak_chinese()
    dress(group)
    try:
        group(prog_name="qz")
    except Exception as error:
        from qingzhuang.cli.guard import unexpected
        from qingzhuang.cli.output import PROBLEMS, complain
        from qingzhuang.model.problem import ProblemError
        from qingzhuang.store.files.kept import OutOfReachError

        said = ProblemError, OutOfReachError
        complain([error.problem if isinstance(error, said) else unexpected("qz", error)])
        raise SystemExit(PROBLEMS) from error
