"""The labels of a matrix row told apart: what it names, in which unit."""

from dataclasses import dataclass

from qingzhuang.model.form import Stub, Table

_UNIT = frozenset(("计量单位", "单位"))
_CODE = frozenset(("代码", "指标代码", "行次", "序号", "编号"))


@dataclass(frozen=True, slots=True)
class StubLabels:
    """`words` name the row, outer first; `unit` is the one printed beside them."""

    words: tuple[str, ...]
    unit: str | None = None


def labels_of(stub: Stub, table: Table) -> StubLabels:
    """Tell the labels of a row apart by the headers of their columns; by position only where all columns are filled."""
    heads = [item.label for item in table.columns if item.place.column in table.stub_columns]
    if len(stub.labels) == len(heads) + 1 and heads:
        heads = ["", *heads]  # the words of the line over the row
    if len(heads) != len(stub.labels):
        return StubLabels(stub.labels)
    pairs = list(zip(heads, stub.labels, strict=True))
    words = tuple(label for head, label in pairs if head not in _UNIT | _CODE)
    return StubLabels(words, next((label for head, label in pairs if head in _UNIT), None))
