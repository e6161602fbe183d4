"""The parts of one sheet put together: titles and sections found, cards and lists paired, footers given to a table."""

import re
from dataclasses import dataclass, field, replace

from qingzhuang.intake.layout.aside import title_aside
from qingzhuang.intake.layout.beside import beside
from qingzhuang.intake.layout.card import CardReader
from qingzhuang.intake.layout.columns import items_of, leaf_columns, numbered
from qingzhuang.intake.layout.dimensions import in_units
from qingzhuang.intake.layout.equations import with_rules
from qingzhuang.intake.layout.grid import Box, Grid
from qingzhuang.intake.layout.hidden import without_hidden
from qingzhuang.intake.layout.inline import inline_labels, printed_blanks, units_of_text
from qingzhuang.intake.layout.order import BODY, reading_order
from qingzhuang.intake.layout.parts import CardPart, FreePart, ListPart, Part, parts_of
from qingzhuang.intake.layout.sideways import sideways
from qingzhuang.intake.layout.stacked import is_stacked
from qingzhuang.intake.layout.stubs import find_stubs
from qingzhuang.intake.layout.text import is_mark, is_sentence, level, squash
from qingzhuang.intake.layout.titles import Text, is_section, may_be_title, title_of
from qingzhuang.intake.layout.types import type_of
from qingzhuang.intake.layout.units import measure
from qingzhuang.intake.layout.words import FORM_END, NOTE, SECTION
from qingzhuang.intake.problems import hidden_columns, people_across, stacked_rows, unsure_layout
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Entry, Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem
from qingzhuang.model.sheet import Sheet

_ATTACHED = re.compile(r"^附[件表录]?[一二三四五六七八九十\d]*(-\d+)?[：:](?=.{2})")
_UNFILLED = re.compile(r"\$\{[^{}]*\}(?:年度?|月份?|季度|日)?")
_FEW_CARD_ROWS = 2
_FEWEST_BLANKS = 2


@dataclass(slots=True)
class Found:
    """What one sheet gave."""

    tables: list[Table] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    said: list[tuple[str, Place]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Assembler:
    """Reads one sheet once."""

    file: str
    sheet: Sheet
    grid: Grid
    parts: list[Part] = field(default_factory=list)

    def run(self) -> Found:
        """Return the tables of the sheet with its free text."""
        aside = list(sideways(self.grid))
        self.parts = [
            part for part in parts_of(self.grid) if not any(top <= part.row <= end for top, end in aside)
        ]
        tables = [part for part in self.parts if not isinstance(part, FreePart)]
        texts = self._texts()
        found = Found(lines=[text.text for text in texts], said=[(text.text, text.place) for text in texts])
        found.notes = [
            text.text.strip() for text in texts if NOTE.match(squash(text.text)) or is_sentence(text.text)
        ]
        if tables:
            lists = [part for part in self.parts if isinstance(part, ListPart)]
            found.tables = with_rules(self.grid, self._tables(texts), lists, found.lines)
            found.problems = [self._doubt(table) for table in found.tables if _is_doubtful(table)]
            stacked = [part.row for part in lists if is_stacked(self.grid, part.header, part.body)]
            found.problems += [stacked_rows(f"{self.file} {self.grid.place(row, 1)}") for row in stacked]
            found.tables = [each for each in found.tables if (each.header_rows or (0,))[0] not in stacked]
        elif not aside and sum(printed_blanks(line.text) for line in self.sheet.before) >= _FEWEST_BLANKS:
            found.tables = [self._paper(texts)]
        found.problems += [people_across(f"{self.file} {self.grid.place(top, 1)}") for top, _end in aside]
        found.tables, hidden = without_hidden(self.grid, map(self._named_aside, found.tables))
        found.problems += [hidden_columns(f"{self.file} {self.sheet.name}", hidden)] if hidden else []
        return found

    def _paper(self, texts: list[Text]) -> Table:
        """A document without tables that prints blanks behind labels, such as a pledge, is one card."""
        inputs = tuple(self._inputs([], texts, set()))
        title = title_of(texts)
        words = squash_title(title.text) if title else None
        return Table(self.sheet.name, TableKind.CARD, words, inputs=inputs)

    def _doubt(self, table: Table) -> Problem:
        place = table.items[0].place if table.items else Place(table.sheet, 1, 1)
        return unsure_layout(f"{self.file} {place}", _("这张表没有读出多少要填的项。"))

    def _texts(self) -> list[Text]:
        texts = [Text(line.text, Place(BODY, line.number, 1), None) for line in self.sheet.before]
        for part in self.parts:
            if isinstance(part, FreePart):
                texts += [self._text(box) for box in part.boxes]
            elif isinstance(part, ListPart):
                texts += [self._text(box) for box in beside(self.grid, part, self.parts)]
        return texts + [Text(line.text, Place(BODY, line.number, 1), None) for line in self.sheet.after]

    def _text(self, box: Box) -> Text:
        cell = box.cell
        return Text(
            box.text,
            self.grid.place(box.top, box.left),
            box.top,
            cell.size if cell else 11.0,
            bool(cell and cell.bold),
            bool(cell and cell.centred),
            box.width,
        )

    def _tables(self, texts: list[Text]) -> list[Table]:
        first = next(part.row for part in self.parts if not isinstance(part, FreePart))
        head = [text for text in texts if text.row is not None and text.row < first]
        lines = [text for text in texts if text.row is None and text.place.row <= self._last_before()]
        title = title_of(head) or title_of(lines, nearest=True)
        units = next((found for text in texts if (found := units_of_text(text.text) or _lone_unit(text))), ())
        lists, inputs, used = self._walk(title, units)
        tables = self._pair(lists, self._inputs(inputs, texts, used))
        shared = title if title is None or title.row not in used else None
        return [in_units(self._titled(table, shared), units) for table in tables]

    def _named_aside(self, table: Table) -> Table:
        return table if table.title else replace(table, title=title_aside(self.sheet.aside))

    def _last_before(self) -> int:
        return max((line.number for line in self.sheet.before), default=0)

    def _titled(self, table: Table, title: Text | None) -> Table:
        named = table.section if table.section and not SECTION.match(table.section) else ""
        own = named if named and title is None and FORM_END.search(named) else None
        return replace(table, title=own or (squash_title(title.text) if title else None))

    def _walk(self, title: Text | None, units: tuple[str, ...]) -> tuple[list[Table], list[Item], set[int]]:
        """Read lists and cards in order; a section's name goes to what follows it."""
        lists: list[Table] = []
        inputs: list[Item] = []
        used: set[int] = set()
        over: tuple[Box, ...] = ()
        reader: CardReader | None = None
        for place, part in enumerate(self.parts):
            if isinstance(part, FreePart):
                over = ()
                if self._names_section(place, part, title):
                    over = part.boxes
                    used.add(part.row)
                reader = None
            elif isinstance(part, ListPart):
                lists.append(self.table_of(part, _over(over, part.header.left), units))
                beside = self.parts[place + 1 : place + 2]
                if not (beside and isinstance(beside[0], ListPart) and beside[0].row == part.row):
                    over = ()  # a name over tables side by side serves them all, else only the first
                reader = None
            else:
                if reader is None or (reader.left, reader.right) != (part.left, part.right):
                    section = _over(over, part.left)
                    reader = CardReader(self.grid, part.left, part.right, (section,) if section else ())
                before = len(reader.found)
                reader.read(part.row, part.bottom)
                inputs += reader.found[before:]
        return lists, inputs, used

    def _names_section(self, place: int, part: FreePart, title: Text | None) -> bool:
        """Whether a free row names what follows directly below it."""
        following = next((each for each in self.parts[place + 1 : place + 2]), None)
        if following is None or not (
            all(is_section(box.text) for box in part.boxes) or self._divides(place, part)
        ):
            return False
        is_title = title is not None and title.row == part.row and len(part.boxes) == 1
        return not is_title and not isinstance(following, FreePart) and may_be_title(part.boxes[0].text)

    def _divides(self, place: int, part: FreePart) -> bool:
        """Whether a lone label with its colon stands right between two lists and so names the second."""
        near = self.parts[place - 1 : place + 2]
        bare = squash(part.text)
        between = len(near) == 3 and isinstance(near[0], ListPart) and isinstance(near[2], ListPart)
        return (
            between
            and len(part.boxes) == 1
            and bare.endswith(("：", ":"))
            and bare.count("：") <= 1
            and near[2].row == part.row + 1
        )

    def table_of(self, part: ListPart, section: str | None = None, units: tuple[str, ...] = ()) -> Table:
        """Return a list part as a table."""
        header, body = part.header, part.body
        columns = items_of(self.grid, header, body, part.hints, units)
        stubs = find_stubs(self.grid, header, body, leaf_columns(self.grid, header, body))
        return Table(
            sheet=self.sheet.name,
            kind=TableKind.MATRIX if stubs else TableKind.LIST,
            section=part.label or section,
            header_rows=(header.top, header.bottom),
            columns=columns,
            data_start_row=min(body.rows, default=body.first) if stubs else body.first,
            data_end_row=max((*body.rows, *body.totals)) if stubs else body.last,
            total_rows=body.totals,
            stub_columns=stubs.columns if stubs else (),
            stubs=stubs.rows if stubs else (),
        )

    def _inputs(self, cards: list[Item], texts: list[Text], used: set[int]) -> list[Item]:
        """The fields of the card and the inline labels of the free text, in reading order."""
        inline = [
            Item((label,), text.place, type=type_of(label), entry=Entry.INLINE)
            for text in texts
            if text.row is None or text.row not in used
            for label in inline_labels(text.text)
        ]
        named = (item for item in (*cards, *inline) if not is_mark(item.label))
        merged = sorted(named, key=reading_order(self.sheet))
        paths = numbered(item.path for item in merged)
        return [replace(item, path=path) for item, path in zip(merged, paths, strict=True)]

    def _pair(self, lists: list[Table], inputs: list[Item]) -> list[Table]:
        cards = [part for part in self.parts if isinstance(part, CardPart)]
        footers = self._footers()
        if not lists:
            return (
                [Table(self.sheet.name, TableKind.CARD, inputs=tuple(inputs), footer_rows=footers)]
                if cards
                else []
            )
        tables = list(lists)
        owner = self._owner(lists, cards)
        if cards and self._is_mixed(cards, lists):
            tables[owner] = replace(tables[owner], kind=TableKind.MIXED)
        self._share(tables, inputs, owner)
        tables[-1] = replace(tables[-1], footer_rows=footers)
        return tables

    def _share(self, tables: list[Table], inputs: list[Item], owner: int) -> None:
        """Inputs below the last list are its own unless a card holds them all; the others go to the card's list."""
        last = len(tables) - 1
        start = tables[last].header_rows or (0, 0)
        mixed = tables[owner].kind is TableKind.MIXED
        late = [] if mixed or owner == last else [item for item in inputs if self._is_below(item, start[0])]
        tables[owner] = replace(tables[owner], inputs=tuple(item for item in inputs if item not in late))
        if late:
            tables[last] = replace(tables[last], inputs=tuple(late))

    def _is_below(self, item: Item, row: int) -> bool:
        if item.place.sheet != self.sheet.name:
            return item.place.row > self._last_before()
        return item.place.row > row

    def _owner(self, lists: list[Table], cards: list[CardPart]) -> int:
        """The first list below the card, or the first list."""
        if not cards:
            return 0
        below = [
            place for place, table in enumerate(lists) if (table.header_rows or (0, 0))[0] > cards[0].row
        ]
        return below[0] if below else 0

    def _is_mixed(self, cards: list[CardPart], lists: list[Table]) -> bool:
        """A card of a row or two below the last list is only its footer in boxes."""
        first_list = min((table.header_rows or (0, 0))[0] for table in lists)
        above = any(card.row < first_list for card in cards)
        return above or sum(card.bottom - card.row + 1 for card in cards) > _FEW_CARD_ROWS

    def _footers(self) -> tuple[int, ...]:
        """Rows of free text below the last part that is filled."""
        ends = [_end(part) for part in self.parts if not isinstance(part, FreePart)]
        return tuple(part.row for part in self.parts if isinstance(part, FreePart) and part.row > max(ends))


def _over(boxes: tuple[Box, ...], column: int) -> str | None:
    """The name that stands over a column, or the only one there is."""
    named = [box for box in boxes if box.left <= column <= box.right] or list(boxes[:1])
    return level(named[0].text) if named else None


def _lone_unit(text: Text) -> tuple[str, ...]:
    bare = squash(text.text)
    unit = measure(bare) if bare[:1] in {"（", "("} else None
    return (unit,) if unit else ()


def _end(part: Part) -> int:
    if isinstance(part, ListPart):
        return max(part.body.end, part.header.bottom)
    return part.bottom if isinstance(part, CardPart) else part.row


def _is_doubtful(table: Table) -> bool:
    return len(table.items) < 2


def squash_title(text: str) -> str:
    """A title without white space, without 附件1： before it, and without the mark of a template that nobody filled."""
    return _ATTACHED.sub("", _UNFILLED.sub("", squash(text)))
