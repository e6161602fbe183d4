"""Close calls of a reading, for people and for programs."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from qingzhuang.cli.output import say
from qingzhuang.intake.doubting import CloseCall


def tell_doubts(doubts: Sequence[CloseCall]) -> None:
    """Print each close call with the reading that comes next and how to take it."""
    for number, each in enumerate(doubts, 1):
        say(
            _("    拿不准 {number}：{reason}（{where}）。").format(
                number=number, reason=each.reason, where=each.where
            )
        )
        say(_("      这样读：{reading}").format(reading=_reading(each.chosen_in_words, each.chosen)))
        say(_("      那样读：{reading}").format(reading=_reading(each.rival_in_words, each.rival)))
    if doubts:
        say(_("    是那样的话：qz read 这个文件 --teach --take 号码，以后同样的表都照它读。"))


def _reading(columns: str, rows: str) -> str:
    """The columns that come of a reading with the rows that it takes for header; the rows alone where both ask the same."""
    return _("{columns}（{rows}）").format(columns=columns, rows=rows) if columns else rows


def as_json_doubts(doubts: Sequence[CloseCall]) -> dict[str, Any]:
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
                "chosen_columns": [list(columns) for columns in each.chosen_columns],
                "rival_columns": [list(columns) for columns in each.rival_columns],
                "sure": each.sure,
            }
            for number, each in enumerate(doubts, 1)
        ]
    }
