"""The many spellings of XLSForm: columns, types and words that mean the same (xlsform.org, pyxform 4.5)."""

import re

Column = tuple[str, ...]
"""A column's name, split: ("label", "English"), ("bind", "relevant")."""

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")

_RELEVANT, _CALCULATE, _COUNT = ("bind", "relevant"), ("bind", "calculate"), ("control", "jr:count")
_CONSTRAINT_MESSAGE, _REQUIRED_MESSAGE = ("bind", "jr:constraintMsg"), ("bind", "jr:requiredMsg")
_MEDIA: dict[str, Column] = {kind: ("media", kind) for kind in ("image", "big-image", "audio", "video")}
SURVEY_COLUMNS: dict[str, Column] = {
    "relevant": _RELEVANT,
    "relevance": _RELEVANT,
    "required": ("bind", "required"),
    "constraint": ("bind", "constraint"),
    "constraint_message": _CONSTRAINT_MESSAGE,
    "constraining_message": _CONSTRAINT_MESSAGE,
    "required_message": _REQUIRED_MESSAGE,
    "requiredmsg": _REQUIRED_MESSAGE,
    "calculation": _CALCULATE,
    "calculate": _CALCULATE,
    "readonly": ("bind", "readonly"),
    "read_only": ("bind", "readonly"),
    "save_to": ("bind", "entities:saveto"),
    "noapperrorstring": ("bind", "jr:noAppErrorString"),
    "no_app_error_string": ("bind", "jr:noAppErrorString"),
    "appearance": ("control", "appearance"),
    "count": _COUNT,
    "repeat_count": _COUNT,
    "jr:count": _COUNT,
    "autoplay": ("control", "autoplay"),
    "rows": ("control", "rows"),
    "body": ("control",),
    "compact_tag": ("instance", "odk:tag"),
    "caption": ("label",),
    "command": ("type",),
    "tag": ("name",),
    "value": ("name",),
    **{f"sms_{word}": (f"sms_{word}",) for word in ("option", "separator", "allow_media", "date_format")},
    **{f"sms_{word}": (f"sms_{word}",) for word in ("field", "datetime_format", "response")},
    **_MEDIA,
}
LIST_COLUMNS: dict[str, Column] = {
    "caption": ("label",),
    "list_name": ("list name",),
    "value": ("name",),
    **_MEDIA,
}
SETTINGS_COLUMNS: dict[str, Column] = {
    "form_title": ("title",),
    "set_form_title": ("title",),
    "form_id": ("id_string",),
    "set_form_id": ("id_string",),
    "prefix": ("compact_prefix",),
}
ENTITY_COLUMNS: dict[str, Column] = {"list_name": ("dataset",)}

_KNOWN = (
    "name label type bind control instance media actions choice_filter default guidance_hint hint parameters query "
    "trigger itemset choices children list_name parent extra_data sms_field"
)
KNOWN_SURVEY = frozenset(_KNOWN.split())
KNOWN_LIST = frozenset({"name", "label", "media", "sms_option", "sms_field", "list name"})
_KNOWN_SETTINGS = (
    "name label type title id_string sms_keyword default_language version public_key submission_url auto_send "
    "auto_delete client_editable style attribute allow_choice_duplicates clean_text_values instance_name "
    "instance_id omit_instanceID instance_xmlns namespaces flat add_none_option delimiter compact_prefix sms_field "
    "sms_separator sms_allow_media sms_date_format sms_datetime_format sms_response prefix entity_version choices"
)
KNOWN_SETTINGS = frozenset(_KNOWN_SETTINGS.split())
KNOWN_ENTITY = frozenset({"dataset", "entity_id", "create_if", "update_if", "repeat", "label"})

MEDIA = frozenset({"image", "big-image", "audio", "video"})
TRANSLATED = ("label", "hint", "guidance_hint", "image", "big-image", "audio", "video")
TRANSLATED_BINDS = {"jr:constraintMsg": "constraint_message", "jr:requiredMsg": "required_message"}
TRANSLATED_CHOICES = ("label", "image", "big-image", "audio", "video")

ONE, MANY, RANK, EXTERNAL = "select one", "select all that apply", "rank", "select one external"
SELECTS = {
    "add select one prompt using": ONE,
    "add select multiple prompt using": MANY,
    "select all that apply from": MANY,
    "select one from": ONE,
    "select1": ONE,
    "select_one": ONE,
    "select one": ONE,
    "select_multiple": MANY,
    "select all that apply": MANY,
    "select_one_external": EXTERNAL,
    "select_one_from_file": ONE,
    "select_multiple_from_file": MANY,
    "select one from file": ONE,
    "select multiple from file": MANY,
    "rank": RANK,
}
FROM_FILE = frozenset(word for word in SELECTS if word.endswith("file"))
FILES = frozenset({".xml", ".csv", ".geojson"})
SECTIONS = {
    "group": "group",
    "lgroup": "repeat",
    "repeat": "repeat",
    "loop": "loop",
    "looped group": "repeat",
}
TYPES = {
    "imei": "deviceid",
    "image": "photo",
    "add image prompt": "photo",
    "add photo prompt": "photo",
    "add audio prompt": "audio",
    "add video prompt": "video",
    "add file prompt": "file",
}
YES = frozenset({"yes", "Yes", "YES", "true", "True", "TRUE", "true()"})
NO = frozenset({"no", "No", "NO", "false", "False", "FALSE", "false()"})

_SECTION_WORDS = "|".join(SECTIONS)
BEGIN = re.compile(rf"^begin[\s_](?P<kind>{_SECTION_WORDS})( (over )?(?P<list_name>\S+))?$")
END = re.compile(rf"^end[\s_](?P<kind>{_SECTION_WORDS})$")
SELECT = re.compile(
    rf"^(?P<command>{'|'.join(SELECTS)}) (?P<list_name>\S+)( (?P<other>or specify other|or_other|or other))?$"
)
