"""From the bytes of a file to a notice."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from qingzhuang.intake.converter import Converter
from qingzhuang.intake.notices import formats
from qingzhuang.intake.notices.pictures import from_picture, is_picture
from qingzhuang.intake.notices.problems import no_text, not_text
from qingzhuang.intake.problems import empty, needs_converter
from qingzhuang.intake.read import CONVERTED
from qingzhuang.intake.sniff import sniff
from qingzhuang.model.notice import Notice, Passage
from qingzhuang.model.problem import Problem, ProblemError

_DIGITS = "〇零一二三四五六七八九"
_SIGNED = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*$")
_SIGNED_WORDS = re.compile(
    rf"([{_DIGITS}]{{4}})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日\s*$"
)
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<p", b"<table", b"<meta")
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml")
_HEAD = 4096
_TAIL = 12


def read_notice(file: str, content: bytes, *, converter: Converter | None = None) -> Notice:
    """Return a notice with its text. Raises ProblemError: QZ-R001 (empty), QZ-R008 (an old .doc and no converter),
    QZ-R041 (no text), QZ-R042 (a PDF that cannot be opened), QZ-R046 (no text at all), and those of packages."""
    if not content:
        raise ProblemError(empty(file))
    problems: list[Problem] = []
    notice = notice_of(file, _paragraphs(file, content, converter, problems))
    if not notice.text.strip():
        raise ProblemError(no_text(file))
    return replace(notice, problems=tuple(problems))


def notice_of(file: str, paragraphs: Iterable[tuple[str, str]]) -> Notice:
    """Join paragraphs, each with its place, into one text; the day is the one written under it."""
    passages: list[Passage] = []
    texts: list[str] = []
    at = 0
    for where, text in paragraphs:
        passages.append(Passage(where, at, at + len(text)))
        texts.append(text)
        at += len(text) + 1
    title = next((text.strip() for text in texts if text.strip()), "")
    return Notice(file, "\n".join(texts), tuple(passages), title if len(title) <= 60 else "", _signed(texts))


def _paragraphs(
    file: str, content: bytes, converter: Converter | None, problems: list[Problem]
) -> formats.Paragraphs:
    if is_picture(content):
        return from_picture(file, content)
    if content.startswith(b"%PDF"):
        return formats.from_pdf(file, content, problems)
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].lower().startswith(_HTML):
        return formats.from_html(content)
    if content.startswith(_OFFICE) or (_XML.match(content) and b"schemas" in content[:_HEAD]):
        return _office(file, content, converter)
    if not _is_text(content):
        raise ProblemError(not_text(file))
    return formats.from_text(content)


def _is_text(content: bytes) -> bool:
    """Bytes with zeros in them are a text only with a mark, or as true UTF-8 into which one has slipped."""
    if b"\x00" not in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        return content.decode("utf-8").count("\x00") * 20 < len(content)
    except UnicodeDecodeError:
        return False


def _office(file: str, content: bytes, converter: Converter | None) -> formats.Paragraphs:
    kind = sniff(file, content)
    if kind in CONVERTED:
        if converter is None:
            raise ProblemError(needs_converter(file, kind))
        content = converter(file, content, kind)
        kind = CONVERTED[kind]
    return formats.from_office(file, content, kind)


def _signed(texts: list[str]) -> date | None:
    """The day under the signature: the last line that ends with one, near the end."""
    for text in reversed([text for text in texts if text.strip()][-_TAIL:]):
        if found := _SIGNED.search(text.strip()):
            return _day(int(found[1]), int(found[2]), int(found[3]))
        if found := _SIGNED_WORDS.search("".join(text.split())):
            year = int("".join(str(max(_DIGITS.index(each) - 1, 0)) for each in found[1]))
            return _day(year, _number(found[2]), _number(found[3]))
    return None


def _number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    units = "一二三四五六七八九".index(ones) + 1 if ones else 0
    return units + (10 * ("一二三四五六七八九".index(tens) + 1 if tens else 1) if ten else 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
