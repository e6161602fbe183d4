"""A draft's words with marks, and what each mark means: one number a rule, the same on both sides."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.law.provision import Provision
from qingzhuang.model.finding import Finding
from qingzhuang.model.gate import Screening
from qingzhuang.packs.citation import Citation, citation
from qingzhuang.privacy.shown import veiled
from qingzhuang.web.checked.rules import KINDS
from qingzhuang.web.rulebook.spoken import verb_said

_CLOCK = re.compile(r"\d{1,2}[:：]$")
LONGEST = 12_000  # characters of a draft that are shown whole
AROUND = 120
_LOOKS = {"breach": "breach", "todo": "breach", "ask": "ask", "note": "check", "check": "check"}
_GRAVEST = ("breach", "ask", "check")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `numbers` are those of the findings that it belongs to, none where nothing was found."""

    text: str
    look: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """All findings of one rule in a draft: the law in its own words where they are known, and how to ask instead."""

    number: int
    code: str
    title: str
    look: str
    kind: str
    tag: str
    message: str
    law: Citation | None
    rewrites: tuple[str, ...]
    places: tuple[str, ...]
    also: tuple[str, ...]
    notes: tuple[str, ...] = ()
    reason: str = ""
    marked: bool = False

    @property
    def to_change(self) -> bool:
        """Tell whether the law speaks against it; a mere reminder it is not."""
        return self.kind in ("breach", "todo", "ask")


def finds_of(
    screening: Screening, provisions: Mapping[str, Provision], reasons: Mapping[str, str]
) -> tuple[Find, ...]:
    """One find a rule, gravest first, else in the order of the text."""
    return tuple(
        _find(number, found, provisions, reasons.get(found[0].code, ""))
        for number, found in enumerate(screening.by_rule, 1)
    )


def paragraphs_of(screening: Screening) -> tuple[tuple[Piece, ...], ...]:
    """The draft's words with marks; of a very long one only what is round them."""
    numbers = {id(each): number for number, found in enumerate(screening.by_rule, 1) for each in found}
    spans = _passages(
        (_whole(screening.text, each.start), each.end, numbers[id(each)], _LOOKS[KINDS[each.gravity]])
        for each in screening.findings
        if each.start is not None and each.end is not None and each.end > each.start
    )
    text, at = screening.text, 0
    whole = len(text) <= LONGEST
    pieces: list[Piece] = []
    for start, end, marks, look in spans:
        pieces.append(Piece(_between(text, at, start, whole=whole)))
        pieces.append(Piece(text[start:end], look, marks))
        at = end
    if pieces or whole:
        pieces.append(Piece(_between(text, at, len(text), whole=whole)))
    return _broken(pieces)


def _whole(text: str, start: int) -> int:
    """A mark begins before a time of day, never inside it."""
    clock = _CLOCK.search(text[max(0, start - 3) : start]) if text[start : start + 1].isdigit() else None
    return start - len(clock[0]) if clock else start


def _between(text: str, start: int, end: int, *, whole: bool) -> str:
    if whole or end - start <= 2 * AROUND:
        return text[start:end]
    return f"{text[start : start + AROUND]}……\n……{text[end - AROUND : end]}"


def _passages(spans: Iterable[tuple[int, int, int, str]]) -> list[tuple[int, int, tuple[int, ...], str]]:
    """Spans in order, none over another: those that overlap are one passage with all their numbers, in the gravest look."""
    found: list[tuple[int, int, tuple[int, ...], str]] = []
    for start, end, number, look in sorted(spans):
        if found and start < found[-1][1]:
            first, last, marks, seen = found[-1]
            marks = tuple(sorted({*marks, number}))
            found[-1] = (first, max(last, end), marks, min(seen, look, key=_GRAVEST.index))
        else:
            found.append((start, end, (number,), look))
    return found


def _broken(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Paragraphs, blank ones left out; hidden marks become a space, identity numbers are veiled."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Piece(veiled(text), piece.look, piece.numbers))
    return tuple(tuple(line) for line in lines if any(each.text.strip() for each in line))


def _find(number: int, found: Sequence[Finding], provisions: Mapping[str, Provision], reason: str) -> Find:
    first = found[0]
    kind = KINDS[first.gravity]
    also = dict.fromkeys(code for each in found for code in each.also)
    return Find(
        number=number,
        code=first.code,
        title=_(first.title),
        look=_LOOKS[kind],
        kind=kind,
        tag=verb_said(first),
        message=first.message,
        law=citation(first, provisions.get(first.code)),
        rewrites=tuple(dict.fromkeys(veiled(each.rewrite) for each in found if each.rewrite)),
        places=tuple(
            dict.fromkeys(veiled(each.where) for each in found if each.start is None and each.where)
        ),
        also=tuple(f"{code} {_(provisions[code].title)}" for code in also if code in provisions),
        notes=tuple(dict.fromkeys(veiled(note) for each in found for note in each.notes)),
        reason=reason,
        marked=any(each.start is not None for each in found),
    )
