"""One row of a register."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qingzhuang.model.case import CaseKind
from qingzhuang.model.sheet import Scalar


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a register: field → value, field → cell, and where the row stands."""

    kind: CaseKind
    values: Mapping[str, Scalar]
    cells: Mapping[str, str] = field(default_factory=dict)
    where: str = ""

    def text(self, name: str) -> str:
        """The text of a field, empty when blank."""
        value = self.values.get(name)
        return "" if value is None else str(value).strip()
