"""A form's items as the matcher sees them."""

import re

from qingzhuang.model.form import Form, Item, Table
from qingzhuang.model.verdict import ItemContext

_YEAR = re.compile(r"(?:19|20)\d\d|[一二][〇零○][〇零○一二三四五六七八九]{2}年")


def contexts(form: Form) -> tuple[tuple[Item, ItemContext], ...]:
    """Return every item of a form with its context, in the form's order."""
    return tuple((item, _context(form, table, item)) for table in form.tables for item in table.items)


def _context(form: Form, table: Table, item: Item) -> ItemContext:
    outer = [table.section] if table.section else []
    return ItemContext(
        label=re.sub(r"#\d+$", "", item.label),
        form=_title(form, table),
        row=form.row_entity,
        unit=item.unit,
        parent="/".join([*outer, *item.path[:-1]]) or None,
        codes=item.codes,
        issuer=form.issuer,
    )


def _title(form: Form, table: Table) -> str | None:
    """The form's title, with the year of its period where the title names none."""
    title = form.title or table.title
    if title is None or form.period is None or _YEAR.search(title):
        return title
    day = form.period.as_of or form.period.start
    return f"{day.year}年{title}" if day else title
