"""Lines that a place sets for itself, where the law leaves them open."""

from collections.abc import Sequence
from gettext import gettext as _

import click

from qingzhuang.law.limits import limits


def thresholds(said: Sequence[str]) -> dict[str, float]:
    """Read 名称=数, by the line's name or id. A line that the law writes cannot be set."""
    own = {word: each for each in limits().values() if each.local for word in (each.id, each.name)}
    found: dict[str, float] = {}
    for each in said:
        name, _sign, figure = each.replace("＝", "=").partition("=")
        line = own.get(name.strip())
        if line is None:
            known = "、".join(one.name for one in limits().values() if one.local)
            raise click.BadParameter(
                _("{name} 不是本地能设的。能设的有：{known}。").format(name=name.strip(), known=known),
                param_hint="--line",
            )
        found[line.id] = _figure(figure, each)
    return found


def _figure(text: str, said: str) -> float:
    try:
        figure = float(text)
    except ValueError:
        figure = -1.0
    if not 0 <= figure < 1_000_000:
        raise click.BadParameter(_("{said}：等号后面要写一个数。").format(said=said), param_hint="--line")
    return figure
