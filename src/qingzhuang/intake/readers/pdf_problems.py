"""What can go wrong with a PDF, and what of its reading is doubtful."""

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, Severity


def needs_reader(file: str) -> Problem:
    """The extra that reads PDF is not installed."""
    return Problem(
        "QZ-F150",
        file,
        _("这是 PDF，这台电脑上没有装读 PDF 表格的组件。"),
        _("请安装 qingzhuang[pdf]，或向发表单位要 Excel 或 Word 原件。"),
    )


def scanned(file: str) -> Problem:
    """There are pictures and no letters."""
    return Problem(
        "QZ-F151",
        file,
        _("这个 PDF 是扫描件，里面只有图片，没有文字，读不出表。"),
        _("请向发表单位要 Excel 或 Word 原件，或由它另存出来、带文字的 PDF。"),
    )


def too_much(file: str) -> Problem:
    """The drawing of its pages was stopped."""
    return Problem(
        "QZ-F152",
        file,
        _("这个 PDF 里的东西太多，在限定的时间和内存里没有读完，放到一边了。"),
        _("请只留有表的几页另存一份，或向发表单位要 Excel 或 Word 原件。"),
    )


def broken(file: str) -> Problem:
    """It cannot be opened."""
    return Problem("QZ-F153", file, _("这个 PDF 损坏了，打不开。"), _("请重新下载，或请发表单位重发。"))


def too_long(file: str, pages: int, count: int) -> Problem:
    """Only the first pages were read."""
    return Problem(
        "QZ-F154",
        file,
        _("PDF 有 {count} 页，只读了前 {pages} 页。").format(count=count, pages=pages),
        _("后面还有表的话，请把那几页另存一份再读。"),
        Severity.DOUBT,
    )


def unruled(where: str) -> Problem:
    """A table without lines was told by how its words stand."""
    return Problem(
        "QZ-F155",
        where,
        _("这张表没有画线，是按文字的对齐读出来的，分栏可能不对。"),
        _("请核对表头；读得不对请向发表单位要 Excel 或 Word 原件。"),
        Severity.DOUBT,
    )


def no_letters(file: str) -> Problem:
    """Its fonts do not tell which letters they draw."""
    return Problem(
        "QZ-F157",
        file,
        _("这个 PDF 的字体没有带文字对照，取出来的字不可信，没有读。"),
        _("请向发表单位要 Excel 或 Word 原件。"),
    )


def goes_on_beside(where: str) -> Problem:
    """A table too wide for one page was put together."""
    return Problem(
        "QZ-F158",
        where,
        _("这张表太宽，横着分在几页上，已按行接起来。"),
        _("请核对接起来的各栏是不是同一张表。"),
        Severity.DOUBT,
    )
