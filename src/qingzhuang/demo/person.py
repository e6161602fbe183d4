"""A person of the invented township, with what offices ask about people."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.demo.names import Sex

AS_OF = date(2026, 10, 31)


def age_on(birth: date, day: date) -> int:
    """Return completed years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


@dataclass(frozen=True, slots=True)
class Disability:
    """A disability certificate."""

    kind: str
    level: str
    certificate: str


@dataclass(frozen=True, slots=True)
class Service:
    """Service in the army."""

    joined: date
    left: date
    unit: str
    category: str


@dataclass(frozen=True, slots=True)
class Membership:
    """Membership of the party."""

    branch: str
    joined: date
    confirmed: date
    away: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What a person lives by; `place` and `employer` are empty at home, `monthly` is yuan."""

    state: str
    place: str
    employer: str
    trade: str
    monthly: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `serial` orders people of the township; `household` is the household's book number."""

    serial: int
    household: str
    name: str
    sex: Sex
    id_no: str
    birth: date
    relation: str
    nation: str
    education: str
    politics: str
    marital: str
    health: str
    selfcare: str
    phone: str | None
    account: str | None
    live_address: str
    medical: str
    pension: str
    work: Work
    school: str = ""
    grade: str = ""
    doctor: str = ""
    disability: Disability | None = None
    service: Service | None = None
    membership: Membership | None = None

    @property
    def age(self) -> int:
        """Completed years on the township's day."""
        return age_on(self.birth, AS_OF)
