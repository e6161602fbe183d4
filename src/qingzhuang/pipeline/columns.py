"""Where each column of a draft stands: what the ledger answers, what follows, what another admitted demand brings."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from qingzhuang.answer.plan import is_card
from qingzhuang.answer.plan_cell import Asked, Cell, State
from qingzhuang.answer.select import Scope
from qingzhuang.answer.subjects import HEAD, ID_NO, NAME, SITE_NAMES, VILLAGE
from qingzhuang.check.form.cases import personal
from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.repeats import repeats
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.wording.element import element, understood
from qingzhuang.model.form import Form, Item, ItemType, Table, TableKind
from qingzhuang.model.gate import Column, Standing
from qingzhuang.model.problem import Problem
from qingzhuang.pipeline.answering import Desk, Wishes, read, rows_of
from qingzhuang.pipeline.asked_twice import spared
from qingzhuang.pipeline.demands import usual_records
from qingzhuang.pipeline.elsewhere import NOWHERE, Elsewhere, asked_slots
from qingzhuang.pipeline.unclear import unclear
from qingzhuang.pipeline.visited import lasts, visited
from qingzhuang.pipeline.weighing import KNOWN_SHARE, cells_of, counts
from qingzhuang.privacy.mask import mask

_WHOM = frozenset((*SITE_NAMES, NAME, HEAD + NAME, VILLAGE, "event.name"))
_SAMPLE = 40


@dataclass(slots=True)
class _Tried:
    """What trying to fill one column gave."""

    cells: int = 0
    filled: int = 0
    states: Counter[State] = field(default_factory=Counter[State])
    files: Counter[str] = field(default_factory=Counter[str])
    elements: Counter[str] = field(default_factory=Counter[str])
    since: date | None = None

    def add(self, cell: Cell) -> None:
        """Count one cell."""
        self.cells += 1
        self.states[cell.origin.state] += 1
        if cell.value is None:
            return
        self.filled += 1
        for fact in cell.origin.facts:
            self.files[fact.source.file] += 1
            self.elements[fact.element] += 1
            self.since = min(self.since or fact.as_of, fact.as_of)


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns in the form's order; `records` rows at one post, `told` whether the ledger tells how many; `unclear` what
    keeps posts from knowing whom it lists."""

    columns: tuple[Column, ...]
    records: int
    told: bool
    unclear: Problem | None = None


def columns_of(form: Form, desk: Desk, posts: int, others: Elsewhere = NOWHERE) -> Columns:
    """Say of each column of a draft where it stands, for so many posts."""
    lexicon = default()
    tried, rows, whom = _try(form, desk)
    about = rows_of(form, lexicon)
    own = about is not None and about.of_villages  # each village fills its own row
    records = 1 if own else max(1, math.ceil(rows / max(posts, 1))) if rows else usual_records(form)
    reading, asks = read(form, lexicon), asked_slots(form)
    same = spared(repeats(form, lexicon), desk.said)
    found: list[Column] = []
    for table in form.tables:
        for item in _columns(form, table):
            cells = 1 if own else cells_of(table, item, records)
            said, slots = asks.get(item, ("", None))
            column = _column(item, reading.of(item), cells, tried.get(item), others.bringing(said))
            if column.standing.asks and item in same:
                column = _same(column, same[item])
            near = others.near(slots) if slots is not None and column.standing.asks else ""
            found.append(replace(column, asks=said, near=near))
    return Columns(tuple(found), records, own or bool(rows), whom)


def _columns(form: Form, table: Table) -> tuple[Item, ...]:
    """Fields above a list (填报单位, 填报日期) belong to its head, the stubs of a matrix to its rows."""
    heads = table.stub_columns if table.kind is TableKind.MATRIX else ()
    columns = tuple(item for item in table.columns if item.place.column not in heads)
    return (*columns, *table.inputs) if is_card(form) else columns or table.inputs


def _try(form: Form, desk: Desk) -> tuple[Mapping[Item, _Tried], int, Problem | None]:
    """Fill the form for those whom its title lists. A card, and a list of which nobody can tell whom it means, is tried on
    a sample of the ledger, which says nothing about how many rows it has, and what is unclear is told."""
    made = () if is_card(form) else desk.plans(form, Wishes(scope=Scope()))
    cells = [cell for plan in made for cell in plan.cells]
    listed = [each for each in cells if each.row is not None]
    about = rows_of(form, default())
    read_as = read(form, default())
    keys = {read_as.of(item).key or "" for item in form.items}
    seen = visited(form, about.kind if about else None, keys)
    whom = unclear(form, about, made) if seen is None and not listed else None
    if seen is not None:
        cells, listed = _of_the_visited(desk, seen), []
    elif not listed:
        cells = _cells(desk, form, Scope(keys=desk.some(form, _SAMPLE)))
    tried: defaultdict[Item, _Tried] = defaultdict(_Tried)
    for each in cells:
        tried[each.item].add(each)
    matrix = any(each.kind is TableKind.MATRIX for each in form.tables)
    rows = Counter(each.item for each in listed) if not matrix else Counter[Item]()
    return tried, max(rows.values(), default=0), whom


def _of_the_visited(desk: Desk, form: Form) -> list[Cell]:
    cells = _cells(desk, form, Scope(keys=desk.some(form, _SAMPLE)))
    return [each for each in cells if each.key is not None and lasts(each.key)]


def _cells(desk: Desk, form: Form, scope: Scope) -> list[Cell]:
    return [cell for plan in desk.plans(form, Wishes(scope=scope)) for cell in plan.cells]


def _column(item: Item, asked: Asked, cells: int, tried: _Tried | None, elsewhere: str) -> Column:
    standing, source = _standing(item, asked, tried, elsewhere)
    share = tried.filled / tried.cells if tried and tried.cells else 0.0
    left = 0 if standing in (Standing.REPEATED, Standing.SILENT) else math.ceil(cells * (1 - share))
    key = asked.key or ""
    return Column(
        key=item.key,
        unit=item.unit or "",
        place=str(item.place),
        standing=standing,
        cells=cells,
        open=left,
        source=source,
        since=tried.since if tried and share else None,
        names=key in _WHOM or (key == ID_NO and asked.fact),
        personal=personal(key) or "",
        photo=item.type is ItemType.PHOTO,
    )


def _same(column: Column, first: str) -> Column:
    """What the issuer said to be asked already."""
    source = _("和“{first}”是同一项，答一次两栏都有").format(first=first)
    return replace(column, standing=Standing.DERIVED, open=0, source=source)


def _standing(item: Item, asked: Asked, tried: _Tried | None, elsewhere: str) -> tuple[Standing, str]:
    if not asked.fact or (asked.element is not None and not counts(item, asked.element)):
        return Standing.SILENT, ""
    if tried is not None and tried.filled >= max(1.0, KNOWN_SHARE * tried.cells):
        if tried.states[State.DERIVED] + tried.states[State.COUNTED] > tried.states[State.KNOWN]:
            return Standing.DERIVED, _derived(tried)
        return Standing.KNOWN, _held(tried)
    if elsewhere:
        return Standing.REPEATED, elsewhere
    if asked.key is None or not understood(asked.key):
        return Standing.UNREAD, ""
    if tried is not None and tried.filled:
        return Standing.PARTLY, _held(tried)
    return Standing.ASKED, ""


def _held(tried: _Tried) -> str:
    """Which materials the answers came from: the one that gave most, and how many there are."""
    if not tried.files:
        return _("台账")
    first = mask(max(sorted(tried.files), key=lambda name: tried.files[name]).rpartition(".")[0])
    more = len(tried.files)
    said = _("{file} 等 {n} 份").format(file=first, n=more) if more > 1 else first
    return said or _("各村答过")


def _derived(tried: _Tried) -> str:
    if not tried.elements:
        return _("由台账数出")
    names = [element(key).name for key, _count in tried.elements.most_common(2)]
    if tried.states[State.COUNTED]:
        return _("由台账数出")
    return _("由{names}推算").format(names="、".join(dict.fromkeys(names)))


def as_asked(form: Form) -> tuple[Column, ...]:
    """The columns of a form that ask for something, nothing of them tried: what a form asks that came without the gate."""
    reading, asks = read(form, default()), asked_slots(form)
    found: list[Column] = []
    for table in form.tables:
        for item in _columns(form, table):
            column = _column(item, reading.of(item), 0, None, "")
            if column.standing is not Standing.SILENT:
                found.append(replace(column, asks=asks.get(item, ("", None))[0]))
    return tuple(found)


def asks_of(form: Form) -> dict[Item, str]:
    """What each item asks of whom, in one spelling."""
    return {item: ask for item, (ask, _slots) in asked_slots(form).items()}
