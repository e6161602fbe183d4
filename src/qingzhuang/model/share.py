"""What a demand weighs on all posts of one kind together: the smallest figure that the board is made of."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.model.organisation import Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Share:
    """One demand at all posts of one kind. `before` and `after` are minutes of one round, summed over those `planned` of
    its `posts`; it is in force from `since` to `until` (None: no end); `title` is the demand's."""

    demand: int
    issuer: Unit
    kind: UnitKind
    admitted: bool
    times_per_year: float
    since: date
    until: date | None
    posts: int
    planned: int
    before: float
    after: float
    title: str = ""

    def in_force(self, day: date) -> bool:
        """Tell whether it binds anybody on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
