"""From a stream of bytes to messages: which shape is it, then read it line by line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from qingzhuang.intake.chats import qq, records, spoken, texts
from qingzhuang.intake.chats.problems import no_chat
from qingzhuang.intake.decode import decode, reader
from qingzhuang.model.chat import Message
from qingzhuang.model.problem import ProblemError

HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of export."""

    name: str
    sniff: Callable[[str], bool]
    read: Callable[[Iterable[str]], Iterator[Message]]


SHAPES = (
    Shape("qq", qq.sniff_export, qq.read_export),
    Shape("wechat_csv", records.sniff_table, records.read_table),
    Shape("wecom", records.sniff_lines, records.read_lines),
    Shape("document", records.sniff_document, records.read_document),
    Shape("welink", texts.sniff_welink, texts.read_welink),
    Shape("one_line", spoken.sniff_spoken, spoken.read_spoken),
    Shape("wechat_txt", texts.sniff_wechat, texts.read_wechat),
    Shape("qq_copied", qq.sniff_copied, qq.read_copied),
)
"""In the order of asking: what has a mark of its own before what only looks like one."""


def shape_of(head: bytes) -> Shape | None:
    """Tell the shape of an export by its first bytes; None for what is no chat."""
    text = decode(head[:HEAD])
    return next((shape for shape in SHAPES if shape.sniff(text)), None)


def read_chat(file: str, stream: BinaryIO) -> Iterator[Message]:
    """Yield the messages of an export, one by one. Raises ProblemError QZ-R020 when it is no chat."""
    shape = shape_of(stream.read(HEAD))
    if shape is None:
        raise ProblemError(no_chat(file))
    stream.seek(0)
    return _messages(shape, stream)


def _messages(shape: Shape, stream: BinaryIO) -> Iterator[Message]:
    lines = reader(stream)
    try:
        yield from shape.read(lines)
    finally:
        lines.detach()  # the stream stays the caller's to close
