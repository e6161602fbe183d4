"""A notice is read from what people really send, and every offset has its place."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from qingzhuang.intake.notices import formats
from qingzhuang.intake.notices.formats import unwrapped
from qingzhuang.intake.notices.read import read_notice
from qingzhuang.model.problem import ProblemError

LETTER = "关于报送材料的通知\n各村：\n请于3月6日15时前报送。\n青禾镇人民政府\n2026年3月6日"


def docx_of(*paragraphs: str, cells: tuple[str, ...] = ()) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if cells:
        table = document.add_table(rows=1, cols=len(cells))
        for cell, text in zip(table.rows[0].cells, cells, strict=True):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_plain_text_is_read_in_any_encoding(encoding: str) -> None:
    notice = read_notice("通知.txt", LETTER.encode(encoding))
    assert notice.text == LETTER
    assert notice.title == "关于报送材料的通知"
    assert notice.day == date(2026, 3, 6)


def test_the_place_of_an_offset_is_its_line() -> None:
    notice = read_notice("通知.txt", LETTER.encode())
    assert notice.passage_at(LETTER.index("15时")).where == "第3行"


def test_a_document_gives_paragraphs_and_cells() -> None:
    notice = read_notice("通知.docx", docx_of("关于打卡的通知", "请每天打卡。", cells=("时间", "每天八点")))
    assert notice.text.splitlines() == ["关于打卡的通知", "请每天打卡。", "时间", "每天八点"]
    assert notice.passage_at(notice.text.index("每天八点")).where == "表1!B1"


def test_a_page_gives_its_text_without_scripts() -> None:
    page = "<html><head><title>x</title><script>var a='打卡';</script></head><body><p>请<b>每天</b>打卡。</p><p>第二段<br>换行</p></body></html>"
    assert read_notice("通知.html", page.encode()).text.splitlines() == ["请每天打卡。", "第二段", "换行"]


def test_chinese_numerals_under_a_notice_are_a_day() -> None:
    assert read_notice("a.txt", "通知\n\n二〇二六年十一月二十五日".encode()).day == date(2026, 11, 25)


def test_lines_of_a_page_that_only_wrap_are_one_paragraph() -> None:
    lines = ["各村要在三月六日十五时以前把全部的台账和照", "片报到镇里。", "特此通知。"]
    assert unwrapped(lines) == ["各村要在三月六日十五时以前把全部的台账和照片报到镇里。", "特此通知。"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "QZ-R001"),
        (b" \n \n", "QZ-R041"),
        (b"%PDF-1.7 broken", "QZ-R042"),
        (b"PK\x03\x04broken", "QZ-R004"),
        (bytes(range(256)) * 8, "QZ-R046"),
    ],
)
def test_bad_files_say_what_to_do(content: bytes, code: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read_notice("通知", content)
    assert caught.value.problem.code == code
    assert caught.value.problem.cure


def test_a_text_into_which_a_zero_has_slipped_is_still_a_text() -> None:
    assert "打卡" in read_notice("群.txt", "请每天\x00在群里打卡，不得遗漏，特此通知。".encode()).text


def test_a_pdf_of_more_pages_than_are_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Page:
        def extract_text(self) -> str:
            return "请每天打卡。"

    class Reader:
        def __init__(self, _stream: BytesIO) -> None:
            self.pages = [Page()] * (formats.MAX_PAGES + 1)

    monkeypatch.setattr(formats, "PdfReader", Reader)
    notice = read_notice("长.pdf", b"%PDF-1.7")
    assert [problem.code for problem in notice.problems] == ["QZ-R043"]
