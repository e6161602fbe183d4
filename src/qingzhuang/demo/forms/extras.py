"""What bureaus put beside the cells: charts, pictures, text boxes, sparklines, colour scales."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from qingzhuang.demo.forms.drawing import Drawing
from qingzhuang.demo.forms.picture import sprout
from qingzhuang.model.form import Table
from qingzhuang.model.place import Area

_Extra = Callable[[Any, Any, Drawing], None]
_BESIDE = 2


def _table(drawing: Drawing) -> Table:
    return next(table for table in drawing.tables if table.columns)


def _rows(drawing: Drawing) -> tuple[int, int]:
    table = _table(drawing)
    start = table.data_start_row or 1
    return start, table.data_end_row or start


def _last_column(drawing: Drawing) -> Area:
    start, end = _rows(drawing)
    column = drawing.left + drawing.width - _BESIDE
    return Area(start, column, end, column)


def _colour_scale(_book: Any, sheet: Any, drawing: Drawing) -> None:
    area = _last_column(drawing).a1
    sheet.conditional_format(area, {"type": "2_color_scale", "min_color": "#FFFFFF", "max_color": "#F8696B"})


def _sparkline(_book: Any, sheet: Any, drawing: Drawing) -> None:
    start, end = _rows(drawing)
    for row in range(start, end + 1):
        source = (
            f"'{drawing.sheet}'!{Area(row, drawing.left + 2, row, drawing.left + drawing.width - _BESIDE).a1}"
        )
        sheet.add_sparkline(row - 1, drawing.left + drawing.width - 1, {"range": source})


def _chart(book: Any, sheet: Any, drawing: Drawing) -> None:
    area = _last_column(drawing)
    chart = book.add_chart({"type": "column"})
    chart.add_series(
        {
            "values": [drawing.sheet, area.top - 1, area.left - 1, area.bottom - 1, area.left - 1],
            "categories": [drawing.sheet, area.top - 1, drawing.left, area.bottom - 1, drawing.left],
        }
    )
    chart.set_title({"name": "各村对比"})
    chart.set_legend({"none": True})
    sheet.insert_chart(drawing.row + 1, drawing.left - 1, chart)


def _image(_book: Any, sheet: Any, drawing: Drawing) -> None:
    sheet.insert_image(
        0,
        drawing.left - 1,
        "sprout.png",
        {"image_data": io.BytesIO(sprout()), "x_scale": 0.7, "y_scale": 0.7},
    )


def _textbox(_book: Any, sheet: Any, drawing: Drawing) -> None:
    words = "填报中有疑问请与镇里联系。"
    sheet.insert_textbox(1, drawing.left + drawing.width, words, {"width": 180, "height": 60})


def _wide(book: Any, sheet: Any, _drawing: Drawing) -> None:
    """A stray format in the very last column: the used range is then 16,384 columns wide."""
    sheet.write_blank(2, 16383, None, book.add_format({"bg_color": "#FFFFFF"}))


EXTRAS: Mapping[str, _Extra] = {
    "chart": _chart,
    "colour_scale": _colour_scale,
    "image": _image,
    "sparkline": _sparkline,
    "textbox": _textbox,
    "wide": _wide,
}
