"""The text of a paragraph as a person sees it, piece by piece with the element that carries each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.ooxml.word import WRAPPERS, Element, child, is_on, paragraphs, value, w, w14

BOX, TICKED = "☐", "☑"
_WINGDINGS = {
    0xA8: "□",
    0x6F: "□",
    0x71: "□",
    0x72: "□",
    0xFE: "☑",
    0xFD: "☒",
    0xFC: "√",
    0xFB: "×",
    0x6E: "■",
    0xA1: "○",
}
_WINGDINGS_2 = {0xA3: "□", 0x2A: "□", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x50: "√", 0x4F: "×"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = range(0xF020, 0xF100)
_PRIVATE_LETTER = re.compile("[\uf020-\uf0ff]")
_TEXT = w("t")
_MARKS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. `element` carries it (w:t, w:sym, w:tab, w:br, a form check box's w:fldChar, a check box
    control's w:sdt); `run` is the run around it, None for a control."""

    text: str
    element: Element
    run: Element | None


def pieces(paragraph: Element) -> Iterator[Piece]:
    """Yield the pieces in reading order. Deleted and hidden text, text boxes and prompts of empty controls are left out."""
    for each in paragraph:
        if each.tag == w("r"):
            yield from _run_pieces(each)
        elif each.tag == w("sdt"):
            yield from _control_pieces(each)
        elif each.tag in WRAPPERS:
            yield from pieces(each)


def paragraph_text(paragraph: Element) -> str:
    """Return a paragraph's text."""
    return "".join(piece.text for piece in pieces(paragraph))


def block_text(container: Element) -> str:
    """Return the text of a cell: its paragraphs joined by line breaks, without nested tables."""
    return "\n".join(paragraph_text(each) for each in paragraphs(container))


def is_check_box(control: Element) -> bool:
    """Tell whether a content control is a check box."""
    return control.find(f"{w('sdtPr')}/{w14('checkbox')}") is not None


def shows_prompt(control: Element) -> bool:
    """Tell whether a content control still shows its prompt instead of an answer."""
    return is_on(control, "sdtPr", "showingPlcHdr")


def _control_pieces(control: Element) -> Iterator[Piece]:
    checked = control.find(f"{w('sdtPr')}/{w14('checkbox')}/{w14('checked')}")
    if is_check_box(control):
        on = checked is not None and checked.get(w14("val")) in ("1", "true", "on")
        yield Piece(TICKED if on else BOX, control, None)
    elif not shows_prompt(control):
        yield from pieces(control)


def _run_pieces(run: Element) -> Iterator[Piece]:
    properties = child(run, "rPr")
    if properties is not None and is_on(properties, "vanish"):
        return
    for each in run:
        text = _text_of(each, properties)
        if text:
            yield Piece(text, each, run)


def _text_of(element: Element, properties: Element | None) -> str:
    if element.tag == _TEXT:
        return _readable(element.text or "", properties)
    if element.tag == w("sym"):
        return _symbol(int(element.get(w("char"), "0"), 16), element.get(w("font"), ""))
    if element.tag == w("fldChar"):
        return _form_field(element)
    return _MARKS.get(element.tag, "")


def _readable(text: str, properties: Element | None) -> str:
    """Characters of a symbol font as what they look like, one for one."""
    fonts = child(properties, "rFonts")
    font = "" if fonts is None else fonts.get(w("ascii"), "")
    if font.lower() not in _FONTS and not _PRIVATE_LETTER.search(text):
        return text
    return "".join(_symbol(ord(letter), font) for letter in text)


def _symbol(code: int, font: str) -> str:
    known = _FONTS.get(font.lower(), _WINGDINGS if code in _PRIVATE else {})
    plain = code & 0xFF if code in _PRIVATE else code
    return known.get(plain, chr(code))


def _form_field(mark: Element) -> str:
    box = mark.find(f"{w('ffData')}/{w('checkBox')}")
    if box is None:
        return ""
    state = "default" if value(box, "checked") is None else "checked"
    return TICKED if is_on(box, state) else BOX
