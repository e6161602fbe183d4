"""What WeCom tells of a group apart from its messages: its name, who made it, who is in it (groupchat/get)."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from qingzhuang.intake.chats.members import named
from qingzhuang.intake.decode import decode

_LISTS = ("members", "member_list")


@dataclass(frozen=True, slots=True)
class Room:
    """`key` is the group's id where the answer holds it (a customer group does, an inner one does not); `owned` tells
    whether somebody is named as its maker or owner; `members` how each may be called."""

    file: str
    name: str
    key: str
    owned: bool
    members: Sequence[Collection[str]]


def read_room(file: str, content: bytes) -> Room | None:
    """Read the answer of groupchat/get, inner or customer group; None for any other file."""
    try:
        document = json.loads(decode(content))
    except (ValueError, RecursionError):
        return None
    if isinstance(document, dict) and isinstance(document.get("group_chat"), dict):
        document = document["group_chat"]
    return _room(file, document) if isinstance(document, dict) and "messages" not in document else None


def _room(file: str, document: dict[str, Any]) -> Room | None:
    listed = next((document[name] for name in _LISTS if isinstance(document.get(name), list)), None)
    if listed is None or not {"roomname", "chat_id", "room_create_time"} & document.keys():
        return None
    return Room(
        file,
        str(document.get("roomname") or document.get("name") or ""),
        str(document.get("chat_id") or document.get("roomid") or ""),
        bool(document.get("creator") or document.get("owner")),
        tuple(named(listed)),
    )
