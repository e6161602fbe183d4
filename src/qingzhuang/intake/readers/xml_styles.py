"""The styles of SpreadsheetML 2003: what tells a label from a field."""

from collections.abc import Mapping

from lxml import etree

from qingzhuang.intake.readers.page_styles import is_red
from qingzhuang.intake.readers.xlsx_styles import PLAIN, Style
from qingzhuang.intake.readers.xml_text import attribute, local

_FORMATS = {
    "General Date": "yyyy/m/d h:mm",
    "Short Date": "yyyy/m/d",
    "Medium Date": "d-mmm-yy",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Short Time": "h:mm",
    "Medium Time": "h:mm AM/PM",
    "Long Time": "h:mm:ss",
}
_CENTRED = frozenset(("Center", "CenterAcrossSelection", "Distributed"))


def read_styles(root: etree._Element) -> Mapping[str, Style]:
    """Return the styles by id, each with what its parent says worked in; "Default" is what a cell without one has."""
    sources = {attribute(each, "ID"): each for each in root.iterfind("{*}Styles/{*}Style")}
    return {name: _chain(name, sources) for name in sources}


def _chain(name: str, sources: Mapping[str, etree._Element]) -> Style:
    line: list[etree._Element] = []
    while name in sources and sources[name] not in line:
        line.append(sources[name])
        name = attribute(sources[name], "Parent", "" if name == "Default" else "Default")
    style = PLAIN
    for source in reversed(line):
        for part in source:
            style = _with(style, part)
    return style


def _with(style: Style, part: etree._Element) -> Style:
    match local(part):
        case "Font":
            size, colour = attribute(part, "Size"), attribute(part, "Color")
            return style._replace(
                bold=attribute(part, "Bold", "1" if style.bold else "0") == "1",
                red=is_red(colour.lower()) if colour else style.red,
                size=float(size) if size.replace(".", "", 1).isdigit() else style.size,
            )
        case "Interior":
            drawn = attribute(part, "Pattern", "None") != "None"
            return style._replace(
                filled=drawn and attribute(part, "Color").upper() not in {"#FFFFFF", "FFFFFF"}
            )
        case "Borders":
            lines = [attribute(each, "LineStyle", "Continuous") for each in part if local(each) == "Border"]
            return style._replace(bordered=any(line != "None" for line in lines))
        case "Alignment":
            return style._replace(centred=attribute(part, "Horizontal") in _CENTRED)
        case "NumberFormat":
            code = attribute(part, "Format", "General")
            return style._replace(number_format=_FORMATS.get(code, code))
        case _:
            return style
