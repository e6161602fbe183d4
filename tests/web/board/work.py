"""Invented work: an office's form at some villages, weighed as told."""

import io
from datetime import UTC, date, datetime

import xlsxwriter

from qingzhuang.model.organisation import Unit, UnitKind
from qingzhuang.store.blobs import keep
from qingzhuang.store.models import TaskRow
from qingzhuang.store.organisation.units import add_unit
from qingzhuang.store.tasks.demands import Application, Draft, admit, bring, reach, submit

AT = datetime(2026, 9, 3, 8, tzinfo=UTC)
BASIS = "每季度核对一次"


def villages(town: Unit, count: int) -> tuple[Unit, ...]:
    """Villages with telling names."""
    return tuple(add_unit(f"第{number}桥村", UnitKind.VILLAGE, town) for number in range(1, count + 1))


def form(*labels: str) -> bytes:
    """A form with a row of heads."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet, line = book.add_worksheet(), book.add_format({"border": 1})
        sheet.write(0, 0, "名册")
        sheet.write_row(1, 0, labels, line)
        for row in range(2, 8):
            sheet.write_row(row, 0, [""] * len(labels), line)
    return target.getvalue()


def send(
    title: str,
    issuer: Unit,
    posts: tuple[Unit, ...],
    minutes: tuple[float, float] | None,
    admitted: bool = True,
) -> int:
    """Send a form; `minutes` are those of one round at one post, None: not weighed."""
    sent = bring(issuer, Draft(title, f"{title}.xlsx", keep(form("姓名", "身份证号", "联系电话", title))), AT)
    if admitted:
        submit(sent.number, Application("核对。", BASIS, 4, None, posts), AT)
        admit(sent.number, date(2027, 9, 3), AT)
    else:
        reach(sent.number, posts, AT)
    if minutes:
        TaskRow.objects.filter(demand=sent.number).update(before=minutes[0], after=minutes[1], ledger=0)
    return sent.number
