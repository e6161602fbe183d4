"""What a year would ask less without some of its needs: only the parts that hold them are solved again."""

from collections.abc import Mapping

from qingzhuang.answer.year.cover import solve
from qingzhuang.answer.year.part import Need, Part

Owners = Mapping[Need, frozenset[int]]  # which forms want it of somebody


class Without:
    """Counts questions that are saved; equal parts with the same needs gone are solved once."""

    def __init__(self) -> None:
        self._left: dict[tuple[Part, frozenset[Need]], int] = {}

    def saved(self, part: Part, chosen: int, gone: frozenset[Need]) -> int:
        """How many of the `chosen` questions of a part are not needed where some needs are gone."""
        if not gone:
            return 0
        key = (part, gone)
        if key not in self._left:
            self._left[key] = self._solved(part, gone)
        return max(0, chosen - self._left[key])

    def _solved(self, part: Part, gone: frozenset[Need]) -> int:
        needs = tuple(each for each in part.needs if each not in gone)
        if not needs:
            return 0
        days = {(key, each.day) for each in needs for key in each.routes}
        asks = tuple(each for each in part.asks if (each.key, each.day) in days)
        return len(solve(Part(needs, asks), lambda _key: 1).chosen)


def alone(part: Part, owners: Owners) -> Mapping[int, frozenset[Need]]:
    """Of each form the needs of a part that no other form has."""
    found: dict[int, set[Need]] = {}
    for need in part.needs:
        mine = owners.get(need, frozenset())
        if len(mine) == 1:
            found.setdefault(next(iter(mine)), set()).add(need)
    return {form: frozenset(needs) for form, needs in found.items()}
