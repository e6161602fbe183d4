"""One row of a register."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qingzhuang.model.case import CaseKind, FactValue
from qingzhuang.model.sheet import Scalar

Said = tuple[str, FactValue] | None  # the field that was read and its value; None when it says nothing


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a register: field → value, field → cell, field → the header as printed, and where the row stands."""

    kind: CaseKind
    values: Mapping[str, Scalar]
    cells: Mapping[str, str] = field(default_factory=dict)
    where: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The text of a field, empty when blank."""
        value = self.values.get(name)
        return "" if value is None else str(value).strip()

    def said(self, name: str) -> str:
        """What a column says of the row, as people would read it out: 强制注册：是."""
        return f"{self.labels[name]}：{self.text(name)}" if name in self.labels and self.text(name) else ""
