"""What can go wrong while reading, each with its cure. Codes QZ-R004 to QZ-R007 stand with the package plumbing;
a format's own codes stand with its reader."""

from collections.abc import Sequence

from qingzhuang.language import gettext as _
from qingzhuang.model.form import Item
from qingzhuang.model.place import column_letters
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.sheet import FileKind

_SHOWN, _WORDS = 6, 60


def empty(file: str) -> Problem:
    """The file has no bytes."""
    return Problem(
        "QZ-R001", file, _("文件是空的，一个字节也没有。"), _("多半是没传完，请重新下载或请发表单位重发。")
    )


def not_office(file: str, what: str) -> Problem:
    """The file is something else: `what` says what."""
    return Problem(
        "QZ-R002",
        file,
        _("这不是表格文件，内容是{what}。").format(what=what),
        _("请向发表单位要 Excel 或 Word 原件。"),
    )


def locked(file: str) -> Problem:
    """The file is encrypted."""
    return Problem(
        "QZ-R003",
        file,
        _("文件设了打开密码，读不了。"),
        _("请用密码打开后另存一份不带密码的，或请发表单位去掉密码。"),
    )


def needs_converter(file: str, kind: FileKind = FileKind.DOC) -> Problem:
    """A file of a kind that only another program reads, and nobody here can convert it."""
    if kind is FileKind.DOC:
        what, better = _("旧版 Word 文件（.doc）"), ".docx"
    else:
        what = _("{suffix} 文件").format(suffix=kind.suffix)
        better = ".xlsx" if kind in {FileKind.ODS, FileKind.XLSB} else ".docx"
    return Problem(
        "QZ-R008",
        file,
        _("这是{what}，这台电脑上没有能转换它的程序。").format(what=what),
        _("请用 WPS 或 Office 打开后另存为 {better}，或安装 LibreOffice。").format(better=better),
    )


def no_form(file: str) -> Problem:
    """The file was read, and no table was found in it."""
    return Problem(
        "QZ-R009",
        file,
        _("文件能打开，但里面没有找到要填的表。"),
        _("如果确有表格，请检查是不是贴成了图片。"),
    )


def wrong_suffix(file: str, suffix: str, real: str) -> Problem:
    """The name says one format, the content another; it was read by its content."""
    return Problem(
        "QZ-R010",
        file,
        _("文件名是 {suffix}，内容其实是 {real}，已按内容读取。").format(suffix=suffix, real=real),
        _("不影响使用；想避免别的软件报错，可改回正确的后缀。"),
        Severity.NOTE,
    )


def unsure_layout(where: str, message: str) -> Problem:
    """A table was read, but the evidence was thin."""
    return Problem("QZ-R011", where, message, _("请核对这张表的表头和填写区是否读对。"), Severity.DOUBT)


def stacked_rows(where: str) -> Problem:
    """A record takes several rows, with labels below each other: no column holds one thing."""
    return Problem(
        "QZ-R095",
        where,
        _("这张表一条占好几行，几个名称上下叠在一列里，没有当成清单读，也不填。"),
        _("请自己填，或请发表单位改成一条一行。"),
    )


def people_across(where: str) -> Problem:
    """A roster lies on its side: each column is one person."""
    return Problem(
        "QZ-R096",
        where,
        _("这张表一列是一个人，要填的项目竖着排在左边，没有当成清单或卡片读，也不填。"),
        _("请在 Excel 或 WPS 里复制这几行，选择性粘贴时勾选“转置”，改成一人一行再来；或者自己填。"),
    )


def hidden_columns(where: str, items: Sequence[Item]) -> Problem:
    """Columns that the issuer hid: they are kept, and nobody is asked for them."""
    names = _("、").join(f"{column_letters(item.place.column)} {item.label}" for item in items[:_SHOWN])
    if len(items) > _SHOWN:
        names = _("{names} 等 {count} 列").format(names=names, count=len(items))
    return Problem(
        "QZ-R097",
        where,
        _("表里有隐藏的列：{names}。没有当成要填的，填表时原样留着。").format(names=names),
        _("如果这几列也要填，请取消隐藏、存好再来。"),
        Severity.NOTE,
    )


def boxes_unread(where: str, texts: tuple[str, ...]) -> tuple[Problem, ...]:
    """Text boxes stay as they are; nothing where there are none."""
    if not texts:
        return ()
    words = "；".join(" ".join(text.split()) for text in texts)[:_WORDS]
    return (
        Problem(
            "QZ-R033",
            where,
            _("有 {count} 个文本框没有读：{words}").format(count=len(texts), words=words),
            _("文本框原样保留；里面有要填的，请您自己填。"),
            Severity.NOTE,
        ),
    )


def too_many_cells(file: str, sheet: str) -> Problem:
    """A sheet is larger than the limits allow."""
    return Problem(
        "QZ-R012",
        f"{file} {sheet}",
        _("工作表“{sheet}”的单元格多得不正常，没有读。").format(sheet=sheet),
        _("请删去多余的空行空列或另存一份再试。"),
    )


def unreadable(file: str, reason: str) -> Problem:
    """The file is not there or may not be opened."""
    return Problem(
        "QZ-R013",
        file,
        _("文件打不开：{reason}。").format(reason=reason),
        _("请核对文件名和位置，确认有权限打开。"),
    )


def no_table(file: str) -> Problem:
    """A page without a table that holds more than one text."""
    return Problem(
        "QZ-R051",
        file,
        _("这是一个网页，里面没有表格。"),
        _("表格可能在另一个文件里，或者贴成了图片；请向发表单位要 Excel 或 Word 原件。"),
    )
