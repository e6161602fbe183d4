"""Cutting a label into known words: the cut that leaves the fewest characters unknown, then uses the fewest words,
then the longest last word (Chinese puts the head last). Every concept word counts once."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon, Word

_SPAN = re.compile(
    r"(?P<age>\d{1,3}(?:周?岁)?(?:\(?含\)?)?[-至到~]\d{1,3}周?岁|\d{1,3}周?岁(?:\(?含\)?)?(?:及?以[上下内]|以下)?|[<>≤≥]\d{1,3}周?岁)"
    r"|(?P<year>(?:19|20)\d\d(?=年[末底初])|(?:19|20)\d\d年度?)|(?P<range>\d{1,2}月?[-至到~]\d{1,2}月)|(?P<month>\d{1,2}月(?:份|\d{1,2}日)?[末底]?(?=$|[^\d]))|(?P<quarter>第?[1-4]季度)|(?P<half>[上下]半年)"
)
_COST = {Kind.UNKNOWN: 100, Kind.HEAD: 12, Kind.GLUE: 8, Kind.TOTAL: 8}
_SINGLE = 6  # one-character words are weak evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text and what it may mean (several meanings stay open until the context is known)."""

    text: str
    words: tuple[Word, ...]

    @property
    def kind(self) -> Kind:
        """The kind of the first meaning."""
        return self.words[0].kind


def segment(text: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut the text. Unknown stretches come as one piece of kind UNKNOWN. Deterministic."""
    return _segment(text, lexicon)


@lru_cache(maxsize=65536)
def _segment(text: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    spans = {found.start(): found for found in _SPAN.finditer(text)}
    best: list[tuple[int, tuple[int, ...], tuple[Piece, ...]]] = [(0, (), ())]
    best += [(10**9, (), ())] * len(text)
    for start in range(len(text)):
        cost, lengths, pieces = best[start]
        for piece in _pieces(text, start, lexicon, spans.get(start)):
            end = start + len(piece.text)
            offer = (
                cost + _cost(piece, start, end == len(text)),
                (-len(piece.text), *lengths),
                (*pieces, piece),
            )
            if offer[:2] < best[end][:2]:
                best[end] = offer
    return _joined(best[-1][2])


def _pieces(text: str, start: int, lexicon: Lexicon, span: re.Match[str] | None) -> list[Piece]:
    found = [Piece(text[start], (Word(Kind.UNKNOWN),))]
    if span is not None:
        kind = span.lastgroup or ""
        word = (
            Word(Kind.QUALIFIER, f"age={_age(span.group())}")
            if kind == "age"
            else Word(Kind.TIME, f"{kind} ={span.group()}")
        )
        found.append(Piece(span.group(), (word,)))
    ends = range(start + 1, min(len(text), start + lexicon.longest) + 1)
    known = ((text[start:end], lexicon.words.get(text[start:end])) for end in ends)
    found += [Piece(term, words) for term, words in known if words]
    return found


def _cost(piece: Piece, start: int, last: bool) -> int:
    cost = min(_COST.get(word.kind, 10) for word in piece.words)
    if len(piece.text) == 1 and piece.kind is not Kind.UNKNOWN:
        cost += _SINGLE
    if not last and piece.kind is Kind.CONCEPT:
        cost += 15  # the head stands last: a concept inside is mostly part of another word
    if piece.kind in (Kind.ROLE, Kind.SELF, Kind.YESNO) and start > 0:
        cost += 5
    return cost


def _age(text: str) -> str:
    return re.sub(r"[()含及周]", "", text)


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind is Kind.UNKNOWN and found and found[-1].kind is Kind.UNKNOWN:
            found[-1] = Piece(found[-1].text + piece.text, piece.words)
        else:
            found.append(piece)
    return tuple(found)
