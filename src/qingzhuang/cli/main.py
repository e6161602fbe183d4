"""`qz`: the commands, loaded only when called so that each starts fast."""

import importlib
import importlib.util
from gettext import gettext as _

import click

import qingzhuang
from qingzhuang.cli.language import speak_chinese

COMMANDS = {
    "read": "qingzhuang.cli.read",
    "check": "qingzhuang.cli.check",
    "match": "qingzhuang.cli.match",
    "ledger": "qingzhuang.cli.ledger",
    "fill": "qingzhuang.cli.fill",
    "ask": "qingzhuang.cli.ask",
    "weigh": "qingzhuang.cli.weigh",
    "rules": "qingzhuang.cli.rules",
    "new": "qingzhuang.cli.new",
    "demo": "qingzhuang.cli.demo",
    "serve": "qingzhuang.cli.serve",
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
        return found


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("轻装：读懂每张表，一事只问一次，按各家原样填好，算清要几分钟。"),
)
@click.version_option(qingzhuang.__version__, prog_name="qz", message="%(prog)s %(version)s")
def group() -> None:
    """Hold the commands."""


def main() -> None:
    """Run the command line: the entry point of the `qz` script."""
    speak_chinese()
    group(prog_name="qz")
