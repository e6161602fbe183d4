"""A check point's sentence as words: the longest that is known, figures before; what is unknown stays as written."""

from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.match.checklist.figures import Figure, figure_at, period_at, times_at
from qingzhuang.match.checklist.words import Sort, Word, Words


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence as written, and what it is. `figure` and `number` are those of figures, periods and times."""

    text: str
    word: Word
    figure: Figure | None = None
    number: float = 0.0


_UNKNOWN = Word(Sort.UNKNOWN)


def segment(text: str, words: Words) -> Iterator[Token]:
    """Cut a sentence (of plain width, without white space) into words."""
    at = 0
    while at < len(text):
        end, token = _token_at(text, at, words)
        yield token
        at = end


def _token_at(text: str, at: int, words: Words) -> tuple[int, Token]:
    if found := times_at(text, at):
        return found[0], Token(text[at : found[0]], Word(Sort.TIMES), number=found[1])
    if found := period_at(text, at, words):
        return found[0], Token(text[at : found[0]], Word(Sort.PERIOD), number=found[1])
    if said := figure_at(text, at, words):
        return said[0], Token(text[at : said[0]], Word(Sort.FIGURE), said[1])
    for length in range(min(words.longest, len(text) - at), 0, -1):
        part = text[at : at + length]
        if part in words.words:
            return at + length, Token(part, words.words[part])
    return at + 1, Token(text[at], _UNKNOWN)
