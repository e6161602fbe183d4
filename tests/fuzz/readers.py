"""What the fuzzer feeds and what must hold: whatever the bytes, a reader returns or raises a problem with its cure.

The first byte of an input chooses the road, the second the part of a package that the rest stands in for: a mutated zip
would be refused before any reader saw it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import cache

from qingzhuang.answer.fill import fill
from qingzhuang.intake.chats.read import read_chat
from qingzhuang.intake.notices.read import read_notice
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers
from qingzhuang.model.form import Form
from qingzhuang.model.problem import ProblemError
from tests.fuzz.seeds import documents, old_books, workbooks

Road = Callable[[bytes], None]
FILE = "表"


def run(data: bytes) -> None:
    """Send an input down its road. Anything but a ProblemError that comes out of it is a finding."""
    if len(data) < 2:
        return
    ROADS[data[0] % len(ROADS)](data[1:])


def _whole(data: bytes) -> None:
    """The bytes as a file of any kind."""
    _read_and_fill(data[1:])


def _part_of(packages: Callable[[], Sequence[bytes]]) -> Road:
    """The bytes as one part of a package."""

    def road(data: bytes) -> None:
        choice = data[0]
        parts = _parts(packages, choice % len(packages()))
        names = [name for name in parts if name.endswith((".xml", ".rels", ".vml"))]
        name = names[(choice // len(packages())) % len(names)]
        _read_and_fill(_packed({**parts, name: data[1:]}))

    return road


def _old(data: bytes) -> None:
    """The bytes as the stream of an old workbook, and as patches of one."""
    book = bytearray(old_books()[0])
    rest = data[1:]
    for at in range(0, len(rest) - 2, 3):
        book[int.from_bytes(rest[at : at + 2], "little") % len(book)] = rest[at + 2]
    _read_and_fill(bytes(book))


def _text(data: bytes) -> None:
    """The bytes as a notice and as a group's export."""
    for read in (_notice, _chat):
        try:
            read(data[1:])
        except ProblemError:
            continue


def _notice(content: bytes) -> None:
    if not content.startswith((b"\x89PNG", b"\xff\xd8", b"%PDF", b"GIF8", b"BM", b"RIFF")):
        read_notice(FILE, content)


def _chat(content: bytes) -> None:
    for _message in read_chat(FILE, io.BytesIO(content)):
        pass


def _read_and_fill(content: bytes) -> None:
    try:
        form = read_form(FILE, content)
        fill(FILE, content, form, _answers(form))
    except ProblemError:
        return


def _answers(form: Form) -> Answers:
    """Something for every column and input."""
    rows = tuple(
        {item.key: value for table in form.tables[:3] for item in table.columns[:30]}
        for value in ("张三", 7, "2026-01-02", True)
    )
    cards = {item.key: "是" for table in form.tables[:3] for item in table.inputs[:30]}
    return Answers(rows, cards)


@cache
def _parts(packages: Callable[[], Sequence[bytes]], number: int) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packages()[number])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


ROADS: tuple[Road, ...] = (_part_of(workbooks), _part_of(documents), _old, _whole, _text)
