"""What a filled column looks like, without its values: their form, and fingerprints that mean nothing outside this run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Holds(StrEnum):
    """Forms of values that a person tells apart at a glance."""

    PHONE = "phone"
    ID_NUMBER = "id_number"
    CREDIT_CODE = "credit_code"
    BANK_CARD = "bank_card"
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """`count` blank-free values and which share has each form; `by_key` leads from the fingerprint of a row's identity number to
    that of the value. Fingerprints are keyed with a number drawn when the program started: they never leave it, and are shown
    nowhere."""

    count: int
    shares: Mapping[Holds, float] = field(default_factory=dict[Holds, float], repr=False)
    by_key: Mapping[int, int] = field(default_factory=dict[int, int], repr=False)

    @property
    def holds(self) -> Holds | None:
        """The form of nearly all values, None when they are mixed or few."""
        found = max(self.shares, key=lambda each: self.shares[each], default=None)
        return found if found and self.count >= FEWEST and self.shares[found] >= NEARLY_ALL else None


FEWEST, NEARLY_ALL = 5, 0.9
