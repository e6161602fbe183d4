"""Close calls of a reading, for people and for programs."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from qingzhuang.cli.output import say
from qingzhuang.intake.doubting import Doubt


def tell_doubts(doubts: Sequence[Doubt]) -> None:
    """Print each close call with the reading that comes next and how to take it."""
    for number, each in enumerate(doubts, 1):
        say(
            _("    拿不准 {number}：{reason}（{where}）。读成：{chosen}；也可能：{rival}。").format(
                number=number, reason=each.reason, where=each.where, chosen=each.chosen, rival=each.rival
            )
        )
    if doubts:
        say(_("    是另一种的话：qz read 这个文件 --teach --take 号码，以后同样的表都照它读。"))


def as_json_doubts(doubts: Sequence[Doubt]) -> dict[str, Any]:
    """The close calls as part of a file's JSON document."""
    return {
        "doubts": [
            {
                "number": number,
                "reason": each.reason.name.lower(),
                "sheet": each.where.sheet,
                "cell": each.where.cell,
                "chosen": each.chosen,
                "rival": each.rival,
                "sure": each.sure,
            }
            for number, each in enumerate(doubts, 1)
        ]
    }
