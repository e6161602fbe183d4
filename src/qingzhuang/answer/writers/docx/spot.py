"""A cell or paragraph as one text that can be changed from start to end while every run keeps its looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.answer.writers.docx.runs import (
    append_run,
    is_underlined,
    new_run,
    put_text,
    raw_text,
    run_properties,
    symbol_for,
    tick,
)
from qingzhuang.ooxml.word import Element, paragraphs, value, w
from qingzhuang.ooxml.word_text import Piece, paragraph_text, pieces, shows_prompt

_CELL, _CELL_PROPERTIES = w("tc"), w("tcPr")
_RUN = w("r")
_PARAGRAPH, _PARAGRAPH_PROPERTIES = w("p"), w("pPr")
_SHOWN = (w("drawing"), w("pict"), w("object"), w("sectPr"))
_LETTERS = frozenset(w(name) for name in ("t", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen"))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A piece and where it stands in the text of the spot."""

    piece: Piece
    start: int
    end: int


@dataclass(slots=True)
class Spot:
    """`element` is a w:tc or w:p; `beside` the cells beside and above it: new words take the font of their words when
    nothing else says which."""

    element: Element
    beside: tuple[Element, ...] = ()

    def write_bare(self, new: str) -> bool:
        """Write into a cell that holds one paragraph and nothing else, not even a run. False: there is more in it."""
        bare = self._bare()
        if bare is not None and new:
            append_run(bare, new, self._properties(bare))
        return bare is not None

    def _bare(self) -> Element | None:
        parts = list(self.element)
        if not 0 < len(parts) <= 2 or (len(parts) == 2 and parts[0].tag != _CELL_PROPERTIES):
            return None
        found = parts[-1]
        own = list(found)
        if found.tag != _PARAGRAPH or len(own) > 1 or (own and own[0].tag != _PARAGRAPH_PROPERTIES):
            return None
        return found if self.element.tag == _CELL else None

    @property
    def paragraphs(self) -> list[Element]:
        """Its paragraphs, those of nested tables left out."""
        return [self.element] if self.element.tag == w("p") else list(paragraphs(self.element))

    @property
    def date_format(self) -> str:
        """How a content control that awaits a date wants it written (yyyy年M月d日), "" without one."""
        control = self._prompting_control()
        return "" if control is None else value(control, "sdtPr", "date", "dateFormat") or ""

    @property
    def text(self) -> str:
        """Its text, paragraphs joined by line breaks, as the reader sees it."""
        return "\n".join("".join(piece.text for piece in pieces(each)) for each in self.paragraphs)

    def replace(self, start: int, end: int, new: str) -> None:
        """Write `new` over the letters start..end, in the run that stands there; of several the underlined one."""
        touched = [each for each in self._stretches() if each.start < end and each.end > start]
        if not touched:
            if new:
                self._insert(start, new)
            return
        keeper = next((each for each in touched if is_underlined(each.piece.run)), touched[0])
        for each in touched:
            _rewrite(each, max(start, each.start), min(end, each.end), new if each is keeper else "")

    def ruled(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the bounds of the first underlined blank within the letters start..end, None without one."""
        bounds = None
        for each in self._stretches():
            if each.start >= end or each.end <= start or not is_underlined(each.piece.run):
                if bounds is not None:
                    break
            else:
                bounds = (bounds[0] if bounds else max(start, each.start), min(end, each.end))
        return bounds

    def write(self, new: str) -> None:
        """Make `new` the whole text. Only what differs is touched."""
        if self.write_bare(new):
            return
        control = self._prompting_control()
        if control is not None:
            _answer_control(control, new)
            return
        old = self.text
        if not old.strip():
            # blanks that hold the place for a pen go; blank paragraphs stay
            self._fill_blank(new)
            return
        kept = [each for each in self.paragraphs if is_blank(each)]
        start = _common(old, new)
        tail = _common(old[start:][::-1], new[start:][::-1])
        if "\n" in old[start : len(old) - tail]:
            # paragraphs differ, and a break between two cannot be cut away: one takes all the words
            start = tail = 0
        self.replace(start, len(old) - tail, new[start : len(new) - tail])
        for paragraph in self.paragraphs:
            if is_blank(paragraph) and paragraph not in kept:
                _drop(paragraph)

    def blank_paragraph(self) -> "Spot":
        """Return the first blank paragraph of a cell, a new one on top where there is none."""
        own = self.paragraphs
        found = next((each for each in own if is_blank(each)), None)
        if found is None:
            found = self.element.makeelement(w("p"))
            own[0].addprevious(found)
        return Spot(found, self.beside)

    def _fill_blank(self, new: str) -> None:
        stretches = self._stretches()
        first = next((each for each in stretches if each.piece.run is not None), None)
        if first is None:
            self._insert(0, new)
            return
        for each in stretches:
            if each.piece.run is not None and each.piece.element.tag != w("br"):
                _rewrite(each, each.start, each.end, new if each is first else "")

    def _stretches(self) -> list[_Stretch]:
        found: list[_Stretch] = []
        at = 0
        for paragraph in self.paragraphs:
            for piece in pieces(paragraph):
                found.append(_Stretch(piece, at, at + len(piece.text)))
                at += len(piece.text)
            at += 1
        return found

    def _insert(self, at: int, new: str) -> None:
        """Put words where no letter stands: behind the run before, else into the paragraph there."""
        paragraph, start = self._paragraph_at(at)
        before = [each for each in self._stretches() if start <= each.start and each.end <= at]
        if before and before[-1].piece.run is not None:
            _behind(before[-1], new)
            return
        made = new_run(new, self._properties(paragraph))
        empty = [run for run in paragraph.iterchildren(w("r")) if run.find(w("rPr")) is not None]
        place = paragraph.find(w("pPr"))
        if empty and not before:
            made = new_run(new, run_properties(empty[0]))
            empty[0].addprevious(made)
        elif before:
            before[-1].piece.element.addnext(made)
        elif place is not None:
            place.addnext(made)
        else:
            paragraph.insert(0, made)

    def _paragraph_at(self, at: int) -> tuple[Element, int]:
        start = 0
        own: Sequence[Element] = self.paragraphs or [_new_paragraph(self.element)]
        for paragraph in own:
            length = sum(len(piece.text) for piece in pieces(paragraph))
            if at <= start + length:
                return paragraph, start
            start += length + 1
        return own[-1], start - 1

    def _properties(self, paragraph: Element) -> Element | None:
        own = run_properties(paragraph.find(_PARAGRAPH_PROPERTIES))
        if own is not None:
            return own
        for cell in self.beside:
            run = next(cell.iter(_RUN), None)
            if run is not None:
                return run_properties(run, plain=True)
        return None

    def _prompting_control(self) -> Element | None:
        return next((each for each in self.element.iter(w("sdt")) if shows_prompt(each)), None)


def is_blank(paragraph: Element) -> bool:
    """Tell whether a paragraph shows nothing at all."""
    return not paragraph_text(paragraph).strip() and next(paragraph.iter(*_SHOWN), None) is None


def _drop(paragraph: Element) -> None:
    """Take away a paragraph whose words went; a cell must keep one at its end."""
    before, parent = paragraph.getprevious(), paragraph.getparent()
    if parent is not None and before is not None and before.tag == w("p"):
        parent.remove(paragraph)


def _rewrite(stretch: _Stretch, start: int, end: int, new: str) -> None:
    """Letters start..end of the spot, all within this stretch, become `new`."""
    piece = stretch.piece
    if tick(piece, new):
        return
    raw = raw_text(piece)
    left, right = raw[: start - stretch.start], raw[end - stretch.start :]
    if piece.element.tag in _LETTERS:
        put_text(piece.element, left + symbol_for(piece, new) + right)


def _behind(stretch: _Stretch, new: str) -> None:
    """Put words behind a piece, looking like it: in a run of their own, or inside its run when that goes on."""
    run, element = stretch.piece.run, stretch.piece.element
    if run is None:
        return
    if element.getnext() is None:
        run.addnext(new_run(new, run_properties(run)))
        return
    made = element.makeelement(w("t"))
    element.addnext(made)
    put_text(made, new)


def _common(one: str, other: str) -> int:
    """How many letters two texts have in common from their beginning."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _new_paragraph(cell: Element) -> Element:
    made = cell.makeelement(w("p"))
    cell.append(made)
    return made


def _answer_control(control: Element, new: str) -> None:
    """Replace the prompt of a content control by an answer."""
    content, properties = control.find(w("sdtContent")), control.find(w("sdtPr"))
    if content is None or properties is None:
        return
    for mark in properties.findall(w("showingPlcHdr")):
        properties.remove(mark)
    runs = list(content.iter(w("r")))
    own = run_properties(properties)
    for run in runs[1:]:
        run.getparent().remove(run)  # type: ignore[union-attr]
    made = new_run(new, own)
    if runs:
        runs[0].getparent().replace(runs[0], made)  # type: ignore[union-attr]
    else:
        holder = next(content.iter(w("p")), content)
        holder.append(made)
