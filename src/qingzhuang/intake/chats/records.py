"""Exports as records: WeCom's archive (JSON lines), WeChat tables (CSV), and JSON documents of four exporters."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from qingzhuang.intake.chats.lines import CHINA, read_moment
from qingzhuang.intake.chats.marks import kind_of
from qingzhuang.model.chat import Message, MessageKind

_WECOM = {
    "text": MessageKind.TEXT,
    "markdown": MessageKind.TEXT,
    "image": MessageKind.PICTURE,
    "emotion": MessageKind.PICTURE,
    "video": MessageKind.VIDEO,
    "voice": MessageKind.VOICE,
    "file": MessageKind.FILE,
    "link": MessageKind.LINK,
    "weapp": MessageKind.LINK,
    "revoke": MessageKind.RECALLED,
}
_WECHAT = {
    1: MessageKind.TEXT,
    3: MessageKind.PICTURE,
    34: MessageKind.VOICE,
    43: MessageKind.VIDEO,
    47: MessageKind.PICTURE,
    49: MessageKind.LINK,
    10000: MessageKind.SYSTEM,
}
_LONGEST = 64_000_000  # a table without a closing quotation mark is one field to its end
_COLUMNS = frozenset(("StrContent", "StrTime", "CreateTime", "IsSender"))


def moment(value: object) -> datetime | None:
    """Read seconds or milliseconds since 1970, or a written time, as local time of China."""
    if isinstance(value, str) and not value.isdigit():
        return read_moment(value)
    try:
        number = float(str(value))
    except ValueError:
        return None
    seconds = number / 1000 if number > 1e11 else number
    try:
        return datetime.fromtimestamp(seconds, CHINA) if seconds > 0 else None
    except (OverflowError, OSError, ValueError):
        return None


def sniff_lines(head: str) -> bool:
    """One JSON object a line, each a message."""
    first = next((line for line in head.splitlines() if line.strip()), "")
    record = _object(first)
    return record is not None and bool({"msgtype", "msgid", "action", "timestamp", "content"} & record.keys())


def read_lines(lines: Iterable[str]) -> Iterator[Message]:
    """Read JSON lines; a line that is none is kept as `other`."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        record = _object(line)
        if record is None:
            yield Message(number, None, "", line.strip(), MessageKind.OTHER)
        elif "msgtype" in record or "action" in record:
            yield _wecom(number, record)
        else:
            yield _plain(number, record)


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _wecom(number: int, record: Mapping[str, Any]) -> Message:
    kind = str(record.get("msgtype", "other"))
    body = record.get(kind)
    text = body.get("content", "") if isinstance(body, dict) else ""
    if kind == "mixed" and isinstance(body, dict):
        text = "\n".join(_mixed(body))
    known = MessageKind.RECALLED if record.get("action") == "recall" else _WECOM.get(kind, MessageKind.OTHER)
    known = MessageKind.TEXT if kind == "mixed" and text else known
    at = moment(record.get("msgtime") or record.get("time"))
    return Message(number, at, str(record.get("from", "")), str(text), known, str(record.get("roomid", "")))


def _mixed(body: Mapping[str, Any]) -> Iterator[str]:
    items = body.get("item")
    for item in items if isinstance(items, list) else ():
        content = item.get("content") if isinstance(item, dict) else None
        inner = _object(content) if isinstance(content, str) else content
        if isinstance(inner, dict) and inner.get("content"):
            yield str(inner["content"])


def sniff_table(head: str) -> bool:
    """A table of WeChat messages."""
    names = next(csv.reader(head.lstrip("\ufeff").splitlines()[:1]), [])
    return set(names) >= _COLUMNS


def read_table(lines: Iterable[str]) -> Iterator[Message]:
    """Read the table; some versions write more values than names, which does not matter."""
    csv.field_size_limit(_LONGEST)
    rows = csv.reader(line.replace("\0", "") for line in lines)
    names = [name.lstrip("\ufeff") for name in next(rows, [])]
    for number, row in enumerate(rows, 2):
        record = dict(zip(names, row, strict=False))
        code = int(record["Type"]) if record.get("Type", "").isdigit() else 0
        sender = record.get("Remark") or record.get("NickName") or record.get("Sender") or ""
        text = record.get("StrContent", "")
        kind = _WECHAT.get(code, MessageKind.OTHER)
        at = moment(record.get("CreateTime")) or moment(record.get("StrTime", ""))
        yield Message(number, at, sender, text, kind, record.get("TalkerId", ""))


def sniff_document(head: str) -> bool:
    """One JSON document that holds the messages."""
    return head.lstrip("\ufeff \n").startswith(("{", "[")) and '"messages"' in head


def read_document(lines: Iterable[str]) -> Iterator[Message]:
    """Read a JSON document with `messages` (WeFlow, echotrace, ChatLab, QQ NT); what is not JSON yields nothing."""
    try:
        document = json.loads("".join(lines))
    except (ValueError, RecursionError):
        return
    found: Any = document.get("messages") if isinstance(document, dict) else document
    records: list[Any] = found if isinstance(found, list) else []
    for number, record in enumerate(records, 1):
        if isinstance(record, dict):
            yield _plain(number, record)


def _plain(number: int, record: Mapping[str, Any]) -> Message:
    text = _inner(record.get("content"), "text")
    sender = (
        record.get("senderDisplayName")
        or record.get("accountName")
        or _inner(record.get("sender"), "name", "uin")
    )
    at = moment(record.get("formattedTime") or record.get("createTime") or record.get("timestamp"))
    kind = kind_of(str(text or ""))
    if record.get("isRecalled"):
        kind = MessageKind.RECALLED
    elif str(record.get("type", "")) in ("系统消息", "system"):
        kind = MessageKind.SYSTEM
    return Message(number, at, str(sender), str(text or ""), kind)


def _inner(value: Any, *names: str) -> str:
    """A plain value, or the first of the names that an object holds."""
    found = next((value[name] for name in names if value.get(name)), "") if isinstance(value, dict) else value
    return str(found or "")
