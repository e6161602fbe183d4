"""What can go wrong while reading a notice."""

from gettext import gettext as _

from qingzhuang.model.problem import Problem, Severity


def no_text(file: str) -> Problem:
    """The file was opened and holds no text."""
    return Problem(
        "QZ-R041",
        file,
        _("文件里没有文字，可能是扫描件或图片。"),
        _("请向发文单位要带文字的原件，或先把图片识别成文字。"),
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
