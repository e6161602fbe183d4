"""A form about visits and inspections: its rows do not exist yet, but whom or what is visited is known already."""

import re
from collections.abc import Collection
from dataclasses import replace

from qingzhuang.answer.subjects import HEAD, NAME, SITE_NAMES
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import Form

_LASTING = re.compile(r"^(?:[^@]*@)?(?:(?:organisation|place|person|household)\.[a-z_]+|site\.addr)$")
_SITE, _PERSON = "企业", "人"
_OF_THE_SITE = ("site.", "place.", "organisation.", "house.", "household.", "person.", "form.")
_OWN_ROLES = ("", HEAD, "经营者@", "负责人@", "法定代表人@", "家庭成员@")


def visited(form: Form, kind: SubjectKind | None, keys: Collection[str]) -> Form | None:
    """Return the form as if its rows were those who are visited, by what its items name; None for any other form."""
    if kind is not SubjectKind.EVENT:
        return None
    if any(each in keys for each in SITE_NAMES):
        entity = _SITE
    elif any(key.endswith(NAME) and key.removesuffix(NAME) in _OWN_ROLES for key in keys):
        entity = _PERSON
    else:
        return None
    tables = tuple(replace(table, title=None) for table in form.tables)
    return replace(form, title=None, row_entity=entity, tables=tables)


def of_who_is_visited(key: str) -> bool:
    """Tell whether an item of a check list says who or what is visited, or frames the form: all else is of one visit."""
    role, _at, bare = key.rpartition("@")
    own = (f"{role}@" if role else "") in _OWN_ROLES
    return own and bare.startswith(_OF_THE_SITE)


def lasts(key: str) -> bool:
    """Tell whether an item says who or what is visited, and not what a visit finds there: name, address, household, not a
    blocked passage. Which one is visited somebody must still say."""
    role = key.rpartition("@")[0] + "@" if "@" in key else ""
    return bool(_LASTING.match(key)) and role in _OWN_ROLES and key not in (*SITE_NAMES, NAME, HEAD + NAME)
