"""A photograph goes into the cell that waits for it, with its proportions, and nothing else changes."""

import io
import zipfile

import pytest
from docx import Document
from PIL import Image

from qingzhuang.answer.pictures import read_picture
from qingzhuang.answer.writers.docx.photos import paste
from qingzhuang.intake.read import read_form
from tests.answer.test_pictures import photo
from tests.word_paper import document, p, tbl

ROW = '<w:tr><w:trPr><w:trHeight w:val="600"/></w:trPr>{}</w:tr>'
PHOTO_CELL = '<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/><w:vMerge{}/></w:tcPr><w:p>{}</w:p></w:tc>'


def cell(text: str = "") -> str:
    return f"<w:tc><w:tcPr/><w:p>{f'<w:r><w:t>{text}</w:t></w:r>' if text else ''}</w:p></w:tc>"


def card(printed: str = "照片") -> bytes:
    first = PHOTO_CELL.format(' w:val="restart"', f"<w:r><w:t>{printed}</w:t></w:r>")
    more = PHOTO_CELL.format("", "")
    rows = [
        ROW.format(cell("姓名") + cell() + first),
        ROW.format(cell("住址") + cell() + more),
        ROW.format(cell("联系电话") + cell() + more),
        ROW.format(cell("备注") + cell() + more),
    ]
    columns = '<w:gridCol w:w="1800"/>' * 3
    grid = f"<w:tblGrid>{columns}</w:tblGrid>"
    return document(p("登记表") + tbl(grid, *rows))


@pytest.mark.parametrize(("orientation", "upright"), [(1, True), (6, False)])
def test_a_photograph_is_fitted_into_its_cell_with_its_proportions(orientation: int, upright: bool) -> None:
    content = card()
    form = read_form("表.docx", content)
    picture = read_picture("甲.jpg", photo("jpeg", orientation, (300, 420)))
    made = paste("表.docx", content, form, {"照片": picture})
    assert len(made.written) == 1
    found = Document(io.BytesIO(made.content))
    (shape,) = found.inline_shapes
    wide, high = (shape.width, shape.height) if upright else (shape.height, shape.width)
    assert abs(max(wide, high) / min(wide, high) - 1.4) < 0.01
    assert wide <= 1800 * 635
    assert high <= 4 * 600 * 635
    assert "照片" not in found.tables[0].cell(0, 2).text
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert Image.open(io.BytesIO(archive.read("word/media/qz1.jpeg"))).size == (300, 420)


def test_a_cell_that_holds_more_than_its_label_is_left_alone_and_so_is_a_form_without_a_photograph() -> None:
    content = card()
    form = read_form("表.docx", content)
    picture = read_picture("甲.jpg", photo("png"))
    once = paste("表.docx", content, form, {"照片": picture})
    assert paste("表.docx", once.content, form, {"照片": picture}).content == once.content
    assert paste("表.docx", content, form, {}).content == content
