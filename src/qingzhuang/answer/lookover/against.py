"""A filled form against what the ledger would list and count: rows too few or too many, figures that the ledger counts otherwise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qingzhuang.answer.lookover.cells import Line, Sheaf, plain_decimal, shown
from qingzhuang.answer.lookover.doubt import Doubt, Kind
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.language import gettext as _
from qingzhuang.model import id_number
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Table, TableKind

_NAMED = 5
_OF_VILLAGES = frozenset(("place.village", "place.name", "place.region"))


def against(sheaves: Sequence[Sheaf], plan: Plan) -> Iterator[Doubt]:
    """Yield where a filled form and the plan of the same form from the ledger differ in whom they list and what they count."""
    by_item = {item: index for index, each in enumerate(sheaves) for item in each.table.columns}
    cells: dict[int, list[Cell]] = {}
    for cell in plan.cells:
        if cell.row is not None and cell.item in by_item:
            cells.setdefault(by_item[cell.item], []).append(cell)
    for index, planned in cells.items():
        sheaf = sheaves[index]
        if sheaf.table.kind is TableKind.MATRIX:
            yield from _figures(_stub_rows(sheaf.table, plan, planned), planned, sheaf.records)
        elif any(cell.key in _OF_VILLAGES and cell.origin.state is State.GIVEN for cell in planned):
            yield from _figures(_place_rows(planned, sheaf.records), planned, sheaf.records)
        else:
            yield from _listed(sheaf, planned, len([u for each in plan.undecided for u in each.undecided]))


def _listed(sheaf: Sheaf, planned: Iterable[Cell], undecided: int) -> Iterator[Doubt]:
    expected = list(dict.fromkeys(cell.subject for cell in planned if cell.subject is not None))
    keys = {_key(each): each for each in expected}
    names: dict[str, list[Subject]] = {}
    for each in expected:
        names.setdefault(each.name, []).append(each)
    seen: set[Subject] = set()
    strangers: list[Line] = []
    for line in sheaf.records:
        texts = [found.text.strip() for found in line.cells.values() if found.text]
        found = next((keys[key] for text in texts if (key := id_number.normalise(text)) in keys), None)
        alike = [] if found else next((names[text] for text in texts if text in names), [])
        found = found or next((each for each in alike if each not in seen), None)
        if found is None:
            strangers.append(line)
        else:
            seen.add(found)
    absent = [each for each in expected if each not in seen]
    if absent or len(strangers) > undecided:
        yield _rows(sheaf, len(expected), absent, strangers)


def _key(subject: Subject) -> str:
    return id_number.normalise(subject.key)


def _rows(sheaf: Sheaf, expected: int, absent: Sequence[Subject], strangers: Sequence[Line]) -> Doubt:
    why = _("台账里该列的有 {expected} 个，表里有 {rows} 行").format(
        expected=expected, rows=len(sheaf.records)
    )
    if absent:
        why += _("；台账里有、表里没有的 {count} 个").format(count=len(absent))
    if strangers:
        rows = "、".join(str(line.row) for line in strangers[:_NAMED])
        rows += _("等") if len(strangers) > _NAMED else ""
        why += _("；表里有、台账里不该列的 {count} 行（第 {rows} 行）").format(
            count=len(strangers), rows=rows
        )
    named = "、".join(each.name or each.key[-4:] for each in absent[:_NAMED])
    value = (named + (_("等") if len(absent) > _NAMED else "")) if absent else ""
    cure = _("请看是漏了、多了，还是台账该改；表是对的，照样送出。")
    label = sheaf.table.own_title or sheaf.table.section or ""
    return Doubt(Kind.ROWS, sheaf.table.sheet, label, value, why + _("。"), cure)


def _stub_rows(table: Table, plan: Plan, planned: Sequence[Cell]) -> Mapping[int, int]:
    """The sheet's row of each planned row of a matrix, by its stub."""
    by_labels = {stub.labels: stub.row for stub in table.stubs}
    found: dict[int, int] = {}
    for row in {cell.row for cell in planned if cell.row is not None}:
        answers = plan.answers.rows[row] if row < len(plan.answers.rows) else {}
        texts = [str(value) for value in answers.values()]
        for many in range(len(texts), 0, -1):
            if tuple(texts[:many]) in by_labels:
                found[row] = by_labels[tuple(texts[:many])]
                break
    return found


def _place_rows(planned: Sequence[Cell], lines: Sequence[Line]) -> Mapping[int, int]:
    """The sheet's row of each planned village, by its name."""
    texts = {found.text.strip(): line.row for line in lines for found in line.cells.values()}
    named = {cell.row: cell.subject.name for cell in planned if cell.row is not None and cell.subject}
    return {row: texts[name] for row, name in named.items() if name in texts}


def _figures(rows: Mapping[int, int], planned: Iterable[Cell], lines: Iterable[Line]) -> Iterator[Doubt]:
    by_row = {line.row: line for line in lines}
    for cell in planned:
        line = by_row.get(rows.get(cell.row if cell.row is not None else -1, 0))
        if cell.origin.state is not State.COUNTED or line is None or cell.item not in line.cells:
            continue
        found, counted = line.cells[cell.item], plain_decimal(str(cell.value))
        if found.number is not None and counted is not None and found.number != counted:
            why = _("台账里数出来是 {counted}，表里写的是 {number}。").format(
                counted=shown(counted), number=shown(found.number)
            )
            cure = _("请看是表写错了，还是台账没有跟上；表是对的，照样送出。")
            label = "·".join((*line.name[-1:], found.item.label))
            yield Doubt(
                Kind.ROWS, str(found.place), label, found.text, why, cure, place=found.place, item=found.item
            )
