"""Making and changing runs (ECMA-376 part 1, 17.3.2) so that new words look like what stood there."""

import re
from copy import deepcopy

from lxml import etree

from qingzhuang.ooxml.word import Element, value, w, w14
from qingzhuang.ooxml.word_text import Piece

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN_PROPERTIES = w("rPr")
_RUN, _TEXT = w("r"), w("t")
_BREAKS = re.compile(r"([\n\t])")
_MARKS = {"\n": "br", "\t": "tab"}
_NOT_OF_RUNS = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_SYMBOL_FONT, _CHECKED, _UNCHECKED = "Wingdings", 0xF0FE, 0xF0A8
_SYMBOL_CODES = {"wingdings 2": (0xF052, 0xF0A3)}
_TICKS = {"☑": True, "☒": True, "■": True, "□": False, "☐": False}


def put_text(element: Element, text: str) -> None:
    """Make a w:t (or what stands in its place) carry a text; line breaks and tabs become elements of their own, an
    empty text takes the element away."""
    run = element.getparent()
    if run is None:
        return
    at = run.index(element)
    for offset, part in enumerate(part for part in _BREAKS.split(text) if part):
        run.insert(at + offset, _part(part))
    run.remove(element)


def _part(text: str) -> Element:
    if text in _MARKS:
        return etree.Element(w(_MARKS[text]))
    made = etree.Element(w("t"))
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def new_run(text: str, properties: Element | None) -> Element:
    """Return a run with that text and a copy of the properties."""
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(properties)
    put_text(etree.SubElement(run, w("t")), text)
    return run


def append_run(paragraph: Element, text: str, properties: Element | None) -> None:
    """Put a run behind all that a paragraph holds."""
    run = etree.SubElement(paragraph, _RUN)
    if properties is not None:
        run.append(properties)
    made = etree.SubElement(run, _TEXT)
    if _BREAKS.search(text):
        put_text(made, text)
    else:
        made.text = text
        made.set(_SPACE, "preserve")


def run_properties(source: Element | None, *, plain: bool = False) -> Element | None:
    """Return a copy of the rPr below a run or paragraph properties, without what only a paragraph mark may hold;
    `plain` leaves bold out: it marks labels."""
    found = None if source is None else source.find(_RUN_PROPERTIES)
    if found is None:
        return None
    properties = deepcopy(found)
    for child in list(properties):
        if child.tag in _NOT_OF_RUNS or (plain and child.tag in (w("b"), w("bCs"))):
            properties.remove(child)
    return properties


def is_underlined(run: Element | None) -> bool:
    """Tell whether a run prints a line below its words."""
    return value(run, "rPr", "u") not in (None, "none")


def raw_text(piece: Piece) -> str:
    """Return what the piece's element stores; of a symbol font it differs from what is seen, letter for letter."""
    return (piece.element.text or "") if piece.element.tag == w("t") else piece.text


def tick(piece: Piece, mark: str) -> bool:
    """Tick or clear a box that is not a plain letter: control, form field or symbol. False: it is a plain letter."""
    on = _TICKS.get(mark)
    if on is None:
        return False
    if piece.element.tag == w("sdt"):
        _tick_control(piece.element, on)
    elif piece.element.tag == w("fldChar"):
        _tick_field(piece.element, on)
    elif piece.element.tag == w("sym"):
        font = piece.element.get(w("font"), _SYMBOL_FONT)
        piece.element.set(w("char"), f"{_code(font, on):04X}")
    else:
        return False
    return True


def symbol_for(piece: Piece, text: str) -> str:
    """Return the letters that show as `text` in the piece's font: a tick in a symbol font has another code."""
    if raw_text(piece) == piece.text or text not in _TICKS:
        return text
    fonts = piece.run.find(f"{w('rPr')}/{w('rFonts')}") if piece.run is not None else None
    return chr(_code(_SYMBOL_FONT if fonts is None else fonts.get(w("ascii"), _SYMBOL_FONT), _TICKS[text]))


def _code(font: str, on: bool) -> int:
    checked, unchecked = _SYMBOL_CODES.get(font.lower(), (_CHECKED, _UNCHECKED))
    return checked if on else unchecked


def _tick_control(control: Element, on: bool) -> None:
    box = control.find(f"{w('sdtPr')}/{w14('checkbox')}")
    if box is None:
        return
    checked = box.find(w14("checked"))
    if checked is None:
        checked = etree.Element(w14("checked"))
        box.insert(0, checked)
    checked.set(w14("val"), "1" if on else "0")
    state = box.find(w14("checkedState" if on else "uncheckedState"))
    code = "" if state is None else state.get(w14("val"), "")
    shown = chr(int(code, 16)) if code else "☑☐"[not on]
    for symbol in control.iter(w("sym")):
        symbol.set(w("char"), code or f"{_code(symbol.get(w('font'), ''), on):04X}")
    for text in control.iter(w("t")):
        text.text = shown


def _tick_field(mark: Element, on: bool) -> None:
    box = mark.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return
    checked = box.find(w("checked"))
    if checked is None:
        checked = etree.SubElement(box, w("checked"))
    checked.set(w("val"), "1" if on else "0")
