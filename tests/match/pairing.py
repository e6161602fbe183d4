"""Pairs written short: "label | form | row | parent | unit", parts may be left out or be -."""

from qingzhuang.model.verdict import ItemContext


def item(text: str) -> ItemContext:
    """Read one item."""
    parts = [part.strip() for part in text.split(" | ")]
    label, form, row, parent, unit = (*parts, "-", "-", "-", "-")[:5]
    return ItemContext(label, _known(form), _known(row), _known(unit), _known(parent))


def _known(text: str) -> str | None:
    return None if text in ("-", "") else text
