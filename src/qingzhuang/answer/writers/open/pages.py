"""Tables of a page, also of one that is called .xls, filled: the words of its cells change in the page's own text, nothing else."""

import re
from collections.abc import Sequence
from html import escape

from qingzhuang.answer.names import plain
from qingzhuang.answer.writers.open.page_source import Cell, Row, SourceTable, shown, source_tables
from qingzhuang.answer.writers.open.stand_in import Grid, Worked, worked_out
from qingzhuang.answer.writers.open.text_file import opened
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Entry, Form, Table
from qingzhuang.model.place import Area
from qingzhuang.model.sheet import Scalar

_ARCHIVE = re.compile(r"^\s*(?:From:|MIME-Version:|Content-Type:)", re.IGNORECASE)
_REPEAT = re.compile(r"#\d+$")
_TO_BE_TEXT = re.compile(r"\d{12,}[Xx]?|0\d+|[=+\-@].+", re.DOTALL)
_STYLE = re.compile(r"\bstyle\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_AS_TEXT = r"mso-number-format:\@"
Splice = tuple[int, int, str]


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled | None:
    """Return the page with the answers in it. None where that cannot be: an archive (.mht), bytes of no encoding, cells to
    type into, a table that is not found where it was read, rows to be put in where cells reach over them."""
    text = opened(content)
    if text is None or _ARCHIVE.match(text[0][:200]):
        return None
    words, encoding, mark = text
    found = _matched(words, source_tables(words), form)
    if found is None:
        return None
    grids = [_grid(words, name, table) for name, table in found.items()]
    work, written, problems = worked_out(file, grids, form, answers)
    splices: list[Splice] = []
    for name, each in work.items():
        made = _splices(words, found[name], each)
        if made is None:
            return None
        splices += made
    for start, end, new in sorted(splices, reverse=True):
        words = words[:start] + new + words[end:]
    return Filled(mark + words.encode(encoding, "xmlcharrefreplace"), written, problems)


def _matched(text: str, tables: Sequence[SourceTable], form: Form) -> dict[str, SourceTable] | None:
    """The source of each sheet of the form: the one table that shows its labels where they were read."""
    found: dict[str, SourceTable] = {}
    for name in dict.fromkeys(table.sheet for table in form.tables):
        mine = [table for table in form.tables if table.sheet == name]
        fits = [table for table in tables if all(_fits(text, table, each) for each in mine)]
        if len(fits) != 1 or any(cell.asks for _at, cell in fits[0].places()):
            return None
        found[name] = fits[0]
    return found


def _fits(text: str, source: SourceTable, table: Table) -> bool:
    there = {at: plain(shown(text, cell)) for at, cell in source.places()}
    everything = "\n".join(there.values())
    heads = all(
        plain(_REPEAT.sub("", item.label)) in there.get((item.place.row, item.place.column), "")
        for item in table.columns
    )
    fields = all(
        (item.place.row, item.place.column) in there and plain(_REPEAT.sub("", item.label)) in everything
        for item in table.inputs
        if item.entry is not Entry.BOXES
    )
    return bool(table.columns or table.inputs) and heads and fields


def _grid(text: str, name: str, table: SourceTable) -> Grid:
    made = Grid(name)
    for (row, column), cell in table.places():
        words = shown(text, cell)
        if words:
            made.texts[row, column] = words
        if cell.across > 1 or cell.down > 1:
            made.merges.append(Area(row, column, row + cell.down - 1, column + cell.across - 1))
    return made


def _splices(text: str, table: SourceTable, work: Worked) -> list[Splice] | None:
    """The changes of one table's text; None where a cell reaches over rows that are put in, or there is no cell."""
    places = dict(table.places())
    new_rows: dict[int, int] = {}  # new row → the row it is copied from
    for insert in work.rows.inserts:
        if insert.bare or any(
            row <= insert.model < row + cell.down and cell.down > 1 for (row, _at), cell in places.items()
        ):
            return None
        first = work.rows.row(insert.model) + 1
        new_rows |= dict.fromkeys(range(first, first + insert.count), insert.model)
    last = len(table.rows)
    beyond = [row for row in work.writes if row > work.rows.row(last) and row not in new_rows]
    if beyond:
        new_rows |= dict.fromkeys(range(work.rows.row(last) + 1, max(beyond) + 1), last)
    old = {work.rows.row(row): row for row in range(1, last + 1)}
    splices: list[Splice] = []
    behind: dict[int, list[str]] = {}
    for row in sorted({*work.writes, *new_rows}):
        model = new_rows.get(row, old.get(row, 0))
        mine = {column: cell for (at, column), cell in places.items() if at == model}
        writes = work.writes.get(row, {})
        if not set(writes) <= set(mine):
            return None
        changes = [each for column, value in writes.items() for each in _change(text, mine[column], value)]
        if row not in new_rows:
            splices += changes
            continue
        blanks = [
            each
            for column, cell in mine.items()
            if column not in writes
            for each in _change(text, cell, None)
        ]
        behind.setdefault(model, []).append(_copied(text, table.rows[model - 1], [*changes, *blanks]))
    splices += [
        (table.rows[at - 1].end, table.rows[at - 1].end, "".join(rows)) for at, rows in behind.items()
    ]
    return splices


def _copied(text: str, row: Row, changes: list[Splice]) -> str:
    made = text[row.start : row.end]
    for start, end, new in sorted(changes, reverse=True):
        made = made[: start - row.start] + new + made[end - row.start :]
    return made if made.rstrip().lower().endswith("</tr>") else made + "</tr>"


def _change(text: str, cell: Cell, value: Scalar) -> list[Splice]:
    """The changes that make a cell say something else: its first words become the new ones, the others go."""
    said = "" if value is None else f"{value:.15g}" if isinstance(value, float) else str(value)
    new = escape(said, quote=False).replace("\n", "<br>")
    spoken = [each for each in cell.words if text[each[0] : each[1]].strip()]
    if not spoken:
        return [(cell.inside, cell.inside, new), *_as_text(text, cell, said)] if new else []
    (start, end), *others = spoken
    return [(start, end, new or "&nbsp;"), *((*each, "") for each in others), *_as_text(text, cell, said)]


def _as_text(text: str, cell: Cell, said: str) -> list[Splice]:
    """A spreadsheet that opens the page must not round a long number, nor run what looks like a formula."""
    start, end = cell.tag
    tag = text[start:end]
    if not _TO_BE_TEXT.fullmatch(said) or "mso-number-format" in tag or re.fullmatch(r"-\d+(\.\d+)?", said):
        return []
    style = _STYLE.search(tag)
    if style is None:
        return [(end - 1, end - 1, f' style="{_AS_TEXT}"')]
    at = start + style.end(1) - 1
    return [(at, at, f";{_AS_TEXT}")]
