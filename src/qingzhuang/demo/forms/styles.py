"""How the looks of a drawing appear in a spreadsheet: the plain black and white of office forms."""

from typing import Any

from qingzhuang.demo.forms.drawing import Look

_BODY = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True}
_BOXED = {**_BODY, "border": 1}

STYLES: dict[Look, dict[str, Any]] = {
    Look.TITLE: {
        "font_name": "方正小标宋简体",
        "font_size": 18,
        "bold": True,
        "align": "center",
        "valign": "vcenter",
    },
    Look.LINE: {**_BODY, "text_wrap": False},
    Look.NOTE: {**_BODY, "font_size": 9},
    Look.SECTION: {**_BOXED, "bold": True, "align": "left"},
    Look.HEAD: {**_BOXED, "bold": True, "align": "center"},
    Look.RED_HEAD: {**_BOXED, "bold": True, "align": "center", "font_color": "#FF0000"},
    Look.HINT: {**_BOXED, "align": "center", "font_size": 9, "italic": True, "font_color": "#808080"},
    Look.DATA: {**_BOXED, "align": "center"},
    Look.STUB: {**_BOXED, "align": "center"},
    Look.TOTAL: {**_BOXED, "bold": True, "align": "center"},
    Look.LABEL: {**_BOXED, "align": "center", "font_name": "仿宋"},
    Look.FIELD: {**_BOXED, "align": "center"},
    Look.CHOICE: {**_BOXED, "align": "left"},
}
