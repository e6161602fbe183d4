"""A household of the invented township: its people, house, land and income."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from qingzhuang.demo.person import Person
from qingzhuang.demo.village import Village

BANK = "青禾示例农商银行"


@dataclass(frozen=True, slots=True)
class House:
    """`area` is square metres, `safety` the level A–D."""

    code: str
    structure: str
    built: int
    floors: int
    area: int
    safety: str
    toilet: str


@dataclass(frozen=True, slots=True)
class Farm:
    """`contracted` and `crops` are mu, `stock` kind → (head kept, head sold this year)."""

    contracted: float
    crops: Mapping[str, float]
    stock: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Income:
    """Yuan a year."""

    wages: int
    business: int
    rents: int
    transfers: int
    costs: int

    @property
    def net(self) -> int:
        """What remains."""
        return self.wages + self.business + self.rents + self.transfers - self.costs


@dataclass(frozen=True, slots=True)
class Aid:
    """Minimum living allowance: `monthly` yuan for the whole household."""

    category: str
    monthly: int
    since: date
    cause: str


@dataclass(frozen=True, slots=True)
class Watch:
    """Watched against falling back into poverty."""

    category: str
    since: date
    risk: str
    helper: str
    helper_phone: str
    measure: str


@dataclass(frozen=True, slots=True)
class Household:
    """`book_no` is the number of the household register; the head is the first member."""

    book_no: str
    village: Village
    group: int
    address: str
    members: tuple[Person, ...]
    house: House
    farm: Farm
    income: Income
    aid: Aid | None = None
    watch: Watch | None = None

    @property
    def head(self) -> Person:
        """The head of the household."""
        return self.members[0]

    @property
    def per_head(self) -> int:
        """Net income a head, yuan a year."""
        return self.income.net // len(self.members)
