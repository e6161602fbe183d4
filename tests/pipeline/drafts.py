"""Draft forms and notices, invented, as an issuer would bring them."""

from io import BytesIO

import docx
import openpyxl
from openpyxl.utils import get_column_letter


def sheet(title: str, labels: list[str], note: str = "", rows: int = 6) -> bytes:
    """A list with a title, a header, blank rows and a note below."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([title])
    page.merge_cells(f"A1:{get_column_letter(len(labels))}1")
    page.append(labels)
    if note:
        page.cell(rows + 4, 1, note)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def letter(*paragraphs: str) -> bytes:
    """A notice in Word."""
    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()
