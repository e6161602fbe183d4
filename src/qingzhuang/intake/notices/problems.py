"""What can go wrong while reading a notice."""

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, Severity


def no_text(file: str) -> Problem:
    """The file was opened and holds no text."""
    return Problem(
        "QZ-R041",
        file,
        _("文件里没有文字，可能是扫描件或图片。"),
        _("请向发文单位要带文字的原件，或先把图片识别成文字。"),
    )


def not_text(file: str) -> Problem:
    """The file is neither an office document nor a text."""
    return Problem(
        "QZ-R046",
        file,
        _("这不是能读的通知：既不是文档，也不是文字。"),
        _("能读的有 .docx .doc .txt .html .pdf；请向发文单位要其中一种。"),
    )


def broken_pdf(file: str) -> Problem:
    """The PDF cannot be opened."""
    return Problem(
        "QZ-R042", file, _("这个 PDF 损坏或者设了密码，读不了。"), _("请重新下载，或请发文单位重发。")
    )


def too_long(file: str, pages: int) -> Problem:
    """Only the first pages were read."""
    return Problem(
        "QZ-R043",
        file,
        _("PDF 太长，只读了前 {pages} 页。").format(pages=pages),
        _("请把要查的部分单独存成一个文件。"),
        Severity.DOUBT,
    )


def needs_recogniser(file: str) -> Problem:
    """A picture, and nobody here can read pictures."""
    return Problem(
        "QZ-R044",
        file,
        _("这是图片，这台电脑上没有装识别文字的程序。"),
        _("请安装：pip install qingzhuang[ocr]；或者把图里的话贴成文本。"),
    )


def broken_picture(file: str) -> Problem:
    """The picture cannot be opened."""
    return Problem("QZ-R045", file, _("图片打不开，可能没传完。"), _("请重新截图，或者把图里的话贴成文本。"))
