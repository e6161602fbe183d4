"""The letter as a Word document, set as official letters are (GB/T 9704): A4, 仿宋 三号, 28 points a line; a long one is
set smaller, so that nobody turns seven pages."""

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from qingzhuang.letters.plain import signature
from qingzhuang.letters.slip import Slip

BODY, HEAD, TITLE, LATIN = "仿宋", "黑体", "宋体", "Times New Roman"
TITLE_SIZE, FULL, SMALL = 22, 16, 14
MOST = 4  # points that are set in full size


def as_docx(letter: Slip) -> bytes:
    """Return the bytes of the document."""
    points = sum(len(section.points) for section in letter.sections)
    paper = _Paper(SMALL if points > MOST else FULL, letter.title)
    paper.title(letter.title)
    paper.say("")
    paper.say(letter.salutation, indent=False)
    paper.say(letter.opening)
    for section in letter.sections:
        paper.say(section.heading, face=HEAD, keep=True)
        paper.say(section.lead, keep=True)
        for number, point in enumerate(section.points, 1):
            for said in (f"{number}．{point.what}", point.law, point.known, point.way):
                if said:
                    paper.say(said, keep=said is not point.way)
    for said in letter.closing:
        paper.say(said)
    _sign(paper, attached=bool(letter.annex))
    if letter.annex:
        _annex(paper, letter)
    return paper.content()


class _Paper:
    """A document that knows its size of type."""

    def __init__(self, size: int, title: str) -> None:
        self.size = size
        self.made: Any = docx.Document()
        section = self.made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        said = self.made.core_properties
        said.title, said.author, said.comments, said.last_modified_by = title, "", "", ""
        _face(self.made.styles["Normal"], BODY, size)
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)

    def title(self, text: str) -> Any:
        """A title in the middle."""
        one = self._line(TITLE_SIZE, indent=False)
        one.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _face(one.add_run(text), TITLE, TITLE_SIZE, bold=True)
        return one

    def say(
        self, text: str, *, face: str = BODY, indent: bool = True, keep: bool = False, right: bool = False
    ) -> Any:
        """A paragraph."""
        one = self._line(self.size, indent=indent and not right)
        one.paragraph_format.keep_with_next = keep
        if right:
            one.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _face(one.add_run(text), face, self.size)
        return one

    def mark(self, paragraph: Any, text: str, *, marked: bool) -> None:
        """More words of a paragraph, the marked ones bold and underlined."""
        run = paragraph.add_run(text)
        run.underline = marked
        _face(run, BODY, self.size, bold=marked)

    def content(self) -> bytes:
        """The bytes of the file."""
        stream = io.BytesIO()
        self.made.save(stream)
        return stream.getvalue()

    def _line(self, size: int, *, indent: bool) -> Any:
        one = self.made.add_paragraph()
        measure = one.paragraph_format
        measure.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        measure.line_spacing = Pt(36 if size == TITLE_SIZE else size * 1.75)
        measure.space_before = measure.space_after = Pt(0)
        measure.first_line_indent = Pt(2 * size if indent else 0)
        return one


def _face(styled: Any, face: str, size: int, *, bold: bool = False) -> None:
    """Chinese in one face, figures in another; quotation marks go with the Chinese."""
    styled.font.name, styled.font.size, styled.font.bold = LATIN, Pt(size), bold
    properties = styled.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:hint"), "eastAsia")
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "zh-CN")
    spoken.set(qn("w:eastAsia"), "zh-CN")
    properties.append(spoken)


def _sign(paper: _Paper, *, attached: bool) -> None:
    if attached:
        paper.say("")
        paper.say("附件：摘录")
    paper.say("")
    unit, day, contact = signature()
    paper.say(unit, right=True, keep=True)
    paper.say(day, right=True, keep=True)
    paper.say(contact)


def _annex(paper: _Paper, letter: Slip) -> None:
    paper.say("附件", face=HEAD, indent=False).paragraph_format.page_break_before = True
    paper.title("摘录")
    paper.say("加粗并画线的，是信里说到的地方。")
    for number, each in enumerate(letter.annex, 1):
        one = paper.say(f"{number}．{each.where}：")
        for piece in each.pieces:
            paper.mark(one, piece.text, marked=piece.marked)
