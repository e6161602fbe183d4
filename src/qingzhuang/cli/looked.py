"""What is doubtful in a filled form, as a list: which cell, what stands there, why, what to do. Nothing is held up by it."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from qingzhuang.answer.lookover import Alike, Doubt, alike
from qingzhuang.cli.output import say

_SHOWN = 4  # cells named of doubts that say the same


def say_doubts(doubts: Sequence[Doubt]) -> None:
    """Print the list, a line for each thing to look at."""
    if not doubts:
        return
    say(_("  送出前看一眼（{count} 处）：").format(count=len(doubts)))
    for each in alike(doubts):
        say("  · " + _line(each))


def _line(group: Alike) -> str:
    first = group.first
    cells = "、".join(each.place.cell if each.place else each.where for each in group.all[:_SHOWN])
    more = _("等 {count} 格").format(count=group.count) if group.count > _SHOWN else ""
    sheet = f"{first.place.sheet}!" if first.place else ""
    words = _("（写的是“{value}”）") if first.place else _("（没列的有：{value}）")
    value = words.format(value=first.value) if first.value and group.count == 1 else ""
    refused = _("表自己不收这个内容。") if first.forbidden else ""
    named = f"{sheet}{cells}{more} {first.label}".rstrip()
    return f"{named}{value}：{refused}{first.why}{first.cure}（{first.kind.code}）"


def doubts_json(doubts: Sequence[Doubt]) -> list[dict[str, Any]]:
    """The list for a program, every cell by itself."""
    return [
        {
            "code": each.kind.code,
            "kind": str(each.kind),
            "where": each.where,
            "label": each.label,
            "value": each.value,
            "why": each.why,
            "cure": each.cure,
            "rule": each.rule,
            "forbidden": each.forbidden,
        }
        for each in doubts
    ]
