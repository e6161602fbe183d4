"""The list of a group's members, where an export holds one: only how each may be called."""

import json
from collections.abc import Iterator
from typing import Any

from qingzhuang.intake.decode import decode

_NAMES = (
    "accountName",
    "groupNickname",
    "nickname",
    "name",
    "platformId",
    "memberid",
    "userid",
    "wxid",
    "uin",
)


def members(content: bytes) -> tuple[frozenset[str], ...]:
    """The names of each member of a JSON export; none where the file has no such list."""
    try:
        document = json.loads(decode(content))
    except (ValueError, RecursionError):
        return ()
    listed: Any = document.get("members") if isinstance(document, dict) else None
    return tuple(named(listed)) if isinstance(listed, list) else ()


def named(listed: list[Any]) -> Iterator[frozenset[str]]:
    """How each entry of a list of members may be called; entries without a name are left."""
    for each in listed:
        names = (each.get(key) for key in _NAMES) if isinstance(each, dict) else (each,)
        called = frozenset(str(name) for name in names if isinstance(name, str | int) and name != "")
        if called:
            yield called
