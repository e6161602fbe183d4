"""Offices and posts: who belongs where, and what a seat may do. People appear only as holders of a seat."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a seat is for. Each room declares which roles it serves."""

    POST = "post"  # answers demands, keeps its village's ledger
    ISSUER = "issuer"  # sends demands, follows how complete they are
    OVERSEER = "overseer"  # admits demands, sees minutes and inventories, no personal data
    ADMIN = "admin"  # keeps units, accounts and switches; sees no personal data either


class UnitKind(StrEnum):
    """What a unit is."""

    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the organisation tree. `path` names its ancestors and itself by number (`/1/4/`), so that everything
    below a unit begins with its path."""

    number: int
    name: str
    kind: UnitKind
    path: str

    def holds(self, other: "Unit") -> bool:
        """Tell whether the other is this unit or below it."""
        return other.path.startswith(self.path)


@dataclass(frozen=True, slots=True)
class Seat:
    """One role of one account at one unit; `holder` is the account's number, `name` how the person is called."""

    number: int
    holder: int
    name: str
    unit: Unit
    role: Role
