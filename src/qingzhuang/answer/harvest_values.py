"""What harvesting reads of a file: columns by what they ask, and their values."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from qingzhuang.answer import national
from qingzhuang.answer.values import Shape, numbers_of
from qingzhuang.model.element import DataElement
from qingzhuang.model.form import Item, ItemType
from qingzhuang.model.place import Place
from qingzhuang.model.sheet import Scalar

_NO_FACTS = frozenset((ItemType.PHOTO, ItemType.SIGNATURE, ItemType.ROW_NUMBER))


@dataclass(frozen=True)
class Column:
    """An item and what it asks: the slot key, its element, how many of the element's unit one of the form's unit is.
    What holds for all its rows is found once."""

    item: Item
    key: str
    element: DataElement
    factor: Fraction | None = None

    @cached_property
    def shape(self) -> Shape:
        """How its values are to be read."""
        type_ = self.element.type if self.element.type is not ItemType.TEXT else self.item.type
        printed = numbers_of(f"{self.item.label} {self.item.hint or ''}")
        listed = any(code[:1].isdigit() for code in self.item.codes)
        numbered = printed or (
            {} if listed else national.numbered(self.key)
        )  # a list of the form's own goes first
        codes = self.element.codes or self.item.codes or tuple(national.numbered(self.key).values())
        return Shape(ItemType.CODE if numbered else type_, codes, self.factor, numbered)

    @cached_property
    def kept(self) -> bool:
        """Tell whether its values are facts."""
        return self.element.asked and self.element.type not in _NO_FACTS


@dataclass(frozen=True, slots=True)
class Value:
    """A value read, with its column, its cell and the text as found. `rounded`: a long number that the sheet keeps as a
    quantity, whose last digits are lost."""

    column: Column
    value: Scalar
    place: Place
    raw: str = ""
    rounded: bool = False
