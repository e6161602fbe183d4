"""Messages of a group, as a person handed them over."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MessageKind(StrEnum):
    """What a message carries; what is not known stays `other` and is never dropped."""

    TEXT = "text"
    PICTURE = "picture"
    VIDEO = "video"
    VOICE = "voice"
    FILE = "file"
    LINK = "link"
    SYSTEM = "system"
    RECALLED = "recalled"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `line` is where it begins in the file (a record's number in JSON); `at` is the time as the export
    states it, in China's time zone, None where it states none; `chat` the group's name or id when the export holds several."""

    line: int
    at: datetime | None
    sender: str
    text: str
    kind: MessageKind = MessageKind.TEXT
    chat: str = ""
