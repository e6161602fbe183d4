"""Types of XLSForm questions (pyxform 4.5's own list): what kind of control each has, and which of our types it is."""

from qingzhuang.intake.xlsform.spellings import EXTERNAL, MANY, ONE, RANK
from qingzhuang.model.form import ItemType

_SHOWN: dict[ItemType, str] = {
    ItemType.TEXT: (
        "text|string|q string|add text prompt|barcode|q barcode|add barcode prompt|phone number|file|add file prompt|audio|"
        "q audio|add audio prompt|video|q video|add video prompt|osm|location|q location|add location prompt|gps|"
        "geopoint|q geopoint|geoshape|q geoshape|geotrace|q geotrace"
    ),
    ItemType.INTEGER: (
        "integer|int|q int|add integer prompt|percentage|range|number of days in last month|"
        "number of days in last six months|number of days in last year"
    ),
    ItemType.NUMBER: "decimal|q decimal|add decimal prompt",
    ItemType.DATE: (
        "date|q date|add date prompt|datetime|dateTime|date time|q date time|q dateTime|add date time prompt|"
        "add dateTime prompt|time"
    ),
    ItemType.PHOTO: "photo|q picture|q image|image|add image prompt",
    ItemType.YESNO: "acknowledge|q acknowledge|add acknowledge prompt|trigger",
    ItemType.CODE: (
        "select multiple from|select one using|select multiple using|q select|q select1|add select one prompt using|"
        f"add select multiple prompt using|select all that apply from|{ONE}|{MANY}|{RANK}|{EXTERNAL}"
    ),
}
ASKED: dict[str, ItemType] = {word: kind for kind, words in _SHOWN.items() for word in words.split("|")}
"""Type → ours, for what a person answers."""

NOTES = frozenset({"note", "q note", "add note prompt"})
"""Types that are shown and not answered."""

_SILENT = (
    "calculate|q calculate|add calculate prompt|hidden|start|end|today|deviceid|imei|phonenumber|simserial|"
    "subscriberid|username|email|get start time|get end time|get today|get sim id|get phone number|get device id|"
    "get subscriber id|start time|end time|device id|subscriber id|sim id|uri:subscriberid|uri:phonenumber|"
    "uri:simserial|uri:deviceid|uri:username|uri:email|audit|start-geopoint|background-audio|background-geopoint"
)
SILENT = frozenset(_SILENT.split("|"))
"""Types that fill themselves."""

INSTANCES = frozenset({"xml-external", "csv-external"})
"""Rows that only attach a file."""

CALCULATED = frozenset({"calculate", "q calculate", "add calculate prompt"})
NEEDS_LABEL = frozenset(ASKED) | NOTES | {"background-geopoint"}


def known(kind: str) -> bool:
    """Tell whether a resolved type is one of XLSForm's."""
    return kind in NEEDS_LABEL or kind in SILENT or kind in INSTANCES


def whole(kind: str) -> ItemType:
    """Return our type of a question's type; text for what we do not know."""
    return ASKED.get(kind, ItemType.TEXT)
