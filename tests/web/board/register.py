"""An invented register of apps and groups as a spreadsheet."""

import io

import xlsxwriter

HEADS = ("序号", "应用名称", "主办单位", "备案号", "打卡签到", "积分排名", "最近更新时间", "月活")


def register(*rows: tuple[str, ...]) -> bytes:
    """A register of apps: (name, office, filing number, check-in, ranking)."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet, line = book.add_worksheet(), book.add_format({"border": 1})
        sheet.merge_range("A1:H1", "政务应用台账")
        sheet.write_row(1, 0, HEADS, line)
        for number, (name, office, filed, checkin, ranking) in enumerate(rows, 1):
            cells = (number, name, office, filed, checkin, ranking, "2026-11-01", 900)
            sheet.write_row(number + 1, 0, cells, line)
    return target.getvalue()


def mixed(*rows: tuple[str, str]) -> bytes:
    """A register of apps and accounts, whose rows say what they are: (name, kind)."""
    target = io.BytesIO()
    heads = ("序号", "应用名称", "应用类型", "主办单位", "备案号", "月活")
    with xlsxwriter.Workbook(target) as book:
        sheet, line = book.add_worksheet(), book.add_format({"border": 1})
        sheet.merge_range("A1:F1", "政务应用台账")
        sheet.write_row(1, 0, heads, line)
        for number, (name, kind) in enumerate(rows, 1):
            cells = (number, name, kind, "县政务服务局", f"ZW-2026-{number:03}", 900)
            sheet.write_row(number + 1, 0, cells, line)
    return target.getvalue()
