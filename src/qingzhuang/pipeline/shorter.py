"""The shorter form: the same title, the same rows, only the columns that nobody can answer yet, beside those that say whom
a row is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.answer.plan import is_card
from qingzhuang.model.form import Form, Item, Stub, Table, TableKind
from qingzhuang.model.gate import Column, Screening, Standing


@dataclass(frozen=True, slots=True)
class Block:
    """One table of the shorter form. `heads` are columns filled beforehand (whom a row is about), `stubs` the rows of a
    matrix; a card has `fields` alone."""

    sheet: str
    title: str
    heads: tuple[Item, ...] = ()
    columns: tuple[Item, ...] = ()
    stubs: tuple[Stub, ...] = ()
    fields: tuple[Item, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Shorter:
    """The shorter form of a draft; `whole` when nothing is left out of it."""

    title: str
    blocks: tuple[Block, ...]
    whole: bool = False


def shorter(form: Form, screening: Screening) -> Shorter | None:
    """Return the shorter form; None when nothing can be left out, or nothing is left to ask."""
    if not can_be_shorter(screening):
        return None
    standing = {(each.key, each.place): each for each in screening.columns}
    blocks = [_block(form, table, standing, screening.records) for table in form.tables]
    return Shorter(form.title or screening.title, tuple(each for each in blocks if each is not None))


def can_be_shorter(screening: Screening) -> bool:
    """Tell whether something is asked and something else need not be."""
    asked = len(screening.asked)
    return 0 < asked < len(screening.facts) - len(kept_names(screening.facts))


def kept_names(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Which known columns stay to say whom a row is about: names, or a number where no name is printed."""
    names = [each for each in columns if each.names and not each.standing.asks]
    return tuple([each for each in names if each.personal != "id_no"] or names[:1])


def _block(form: Form, table: Table, standing: dict[tuple[str, str], Column], records: int) -> Block | None:
    known = {id(item): standing.get((item.key, str(item.place))) for item in table.items}
    stubs = tuple(item for item in table.columns if item.place.column in table.stub_columns)
    columns = _chosen(table.columns, known)
    fields = _chosen(table.inputs, known) if is_card(form) or not table.columns else ()
    if not any(_asks(known[id(item)]) for item in (*columns, *fields)):
        return None
    matrix = table.kind is TableKind.MATRIX
    heads = stubs if matrix else tuple(item for item in columns if not _asks(known[id(item)]))
    return Block(
        table.sheet,
        table.title or form.title or "",
        heads,
        tuple(item for item in columns if _asks(known[id(item)])),
        table.stubs if matrix else (),
        fields,
        0 if matrix or not columns else records,
    )


def _chosen(items: Sequence[Item], known: dict[int, Column | None]) -> tuple[Item, ...]:
    """What is asked, and beside it what says whom it is asked of."""
    facts = [
        column for item in items if (column := known[id(item)]) and column.standing is not Standing.SILENT
    ]
    names = kept_names(facts)
    return tuple(item for item in items if _asks(known[id(item)]) or known[id(item)] in names)


def _asks(column: Column | None) -> bool:
    return column is not None and column.standing.asks
