"""A sheet as official letters are set (GB/T 9704): A4, 仿宋 三号, 28 points a line."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

BODY, HEAD, TITLE, LATIN = "仿宋", "黑体", "宋体", "Times New Roman"
TITLE_SIZE, FULL, SMALL, CELL_SIZE = 22, 16, 14, 11


class Paper:
    """A document that knows its size of type."""

    def __init__(self, size: float, title: str, *, letter: bool = True) -> None:
        """`letter`: with the margins of an official letter, else with those of a paper to work on."""
        self.size = size
        self.made: Any = docx.Document()
        section = self.made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        edges = (37, 35, 28, 26) if letter else (16, 16, 18, 18)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, edges)
        said = self.made.core_properties
        said.title, said.author, said.comments, said.last_modified_by = title, "", "", ""
        face_of(self.made.styles["Normal"], BODY, size)
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        foot._p.append(field)

    def title(self, text: str) -> Any:
        """A title in the middle."""
        one = self._line(TITLE_SIZE, indent=False)
        one.alignment = WD_ALIGN_PARAGRAPH.CENTER
        face_of(one.add_run(text), TITLE, TITLE_SIZE, bold=True)
        return one

    def heading(self, text: str, size: float) -> Any:
        """A heading of its own style: it stands in the outline of the document."""
        one = self.made.add_heading("", 1)
        measure = one.paragraph_format
        measure.space_before, measure.space_after, measure.keep_with_next = Pt(size * 0.8), Pt(2), True
        run = one.add_run(text)
        face_of(run, HEAD, size)
        run.font.color.rgb = RGBColor(0, 0, 0)
        return one

    def say(
        self, text: str, *, face: str = BODY, indent: bool = True, keep: bool = False, right: bool = False
    ) -> Any:
        """A paragraph."""
        one = self._line(self.size, indent=indent and not right)
        one.paragraph_format.keep_with_next = keep
        if right:
            one.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        face_of(one.add_run(text), face, self.size)
        return one

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], size: float = CELL_SIZE) -> None:
        """A ruled table whose head comes again on each page."""
        told = [tuple(heads), *map(tuple, rows)]
        made = self.made.add_table(len(told), len(heads))
        made.style = "Table Grid"
        for number, (row, cells) in enumerate(zip(made.rows, told, strict=True)):
            _kept_together(row, head=number == 0)
            for cell, text in zip(row.cells, cells, strict=True):
                run = cell.paragraphs[0].add_run(text)
                face_of(run, BODY, size, bold=number == 0)

    def mark(self, paragraph: Any, text: str, *, marked: bool) -> None:
        """More words of a paragraph, the marked ones bold and underlined."""
        run = paragraph.add_run(text)
        run.underline = marked
        face_of(run, BODY, self.size, bold=marked)

    def content(self) -> bytes:
        """The bytes of the file."""
        stream = io.BytesIO()
        self.made.save(stream)
        return stream.getvalue()

    def _line(self, size: float, *, indent: bool) -> Any:
        one = self.made.add_paragraph()
        measure = one.paragraph_format
        measure.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        measure.line_spacing = Pt(36 if size == TITLE_SIZE else size * 1.75)
        measure.space_before = measure.space_after = Pt(0)
        measure.first_line_indent = Pt(2 * size if indent else 0)
        return one


def _kept_together(row: Any, *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def face_of(styled: Any, face: str, size: float, *, bold: bool = False) -> None:
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
