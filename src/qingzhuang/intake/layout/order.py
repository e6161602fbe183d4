"""In which order a sheet's fields are read."""

from qingzhuang.model.form import Item
from qingzhuang.model.sheet import Sheet

BODY = "正文"


class reading_order:  # noqa: N801 - a key function with state
    """Sort key: paragraphs before the grid, then the grid row by row, then paragraphs after it."""

    def __init__(self, sheet: Sheet) -> None:
        self.after = min((line.number for line in sheet.after), default=None)

    def __call__(self, item: Item) -> tuple[int, int, int]:
        """Return the key of a field."""
        if item.place.sheet != BODY:
            return 1, item.place.row, item.place.column
        late = self.after is not None and item.place.row >= self.after
        return (2 if late else 0), item.place.row, item.place.column
