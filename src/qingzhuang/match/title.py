"""What a form's title says: period, whom it lists, population, scheme, and which series of forms it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.match.lexicon import Entity, Kind, Lexicon, Word
from qingzhuang.match.normalise import plain_text
from qingzhuang.match.segment import Piece, segment
from qingzhuang.match.slots import Qualifiers
from qingzhuang.match.times import NONE, Time, of_title

_DATES = re.compile(
    r"(?:19|20)\d\d(?:年度?)?|(?:1[0-2]|0?[1-9])月份?(?:\d{1,2}日)?|第?[1-4]季度|[上下]半年|截至|截止|[()《》“”\"]"
)
_PLACE = re.compile(
    r"^[^(表册]{1,7}?(?:省|自治区|市|州|县|自治县|旗)(?=[^级]{3,})|^[^(表册]{1,6}?(?:镇|乡|街道|村|社区)(?=[^级居]{4,})"
)
_DIMENSIONS = ("population", "scheme", "sex", "age", "direction", "method", "level", "season", "plan")

_LIMITING = (Kind.QUALIFIER, Kind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Title:
    """`listed` is the text of whom or what the form lists; `people` resident classes in it; `entity` the row entity it
    implies; `role` a function named there; `series` what is left of the title without dates, places and form words."""

    text: str = ""
    period: Time = NONE
    listed: str = ""
    people: tuple[str, ...] = ()
    entity: Entity | None = None
    role: str | None = None
    qualifiers: Qualifiers = frozenset()
    series: str | None = None


@lru_cache(maxsize=8192)
def read_title(form: str | None, lexicon: Lexicon) -> Title:
    """Read a title; an absent one says nothing."""
    if not form:
        return Title()
    text = plain_text(form, lexicon)
    bare = _PLACE.sub("", _DATES.sub("", text))
    listed = _without_tail(bare, lexicon)
    pieces = segment(listed, lexicon)
    words = [*_limits(listed, lexicon), *(word for piece in pieces for word in piece.words)]
    pairs = (word.value.partition("=")[::2] for word in words if word.kind is Kind.QUALIFIER)
    roles = [word.value for word in words if word.kind is Kind.ROLE and lexicon.roles[word.value].staff]
    return Title(
        text,
        of_title(text),
        listed,
        tuple(dict.fromkeys(word.value for word in words if word.kind is Kind.PEOPLE)),
        _entity(bare, listed, pieces, lexicon),
        roles[-1] if roles else None,
        frozenset((name, value) for name, value in pairs if name in _DIMENSIONS),
        _series(listed, lexicon) or bare,
    )


def _limits(text: str, lexicon: Lexicon) -> Iterator[Word]:
    """Populations and schemes in a title, also inside longer words (户籍人口), longest first, from the left."""
    start = 0
    while start < len(text):
        for end in range(min(len(text), start + lexicon.longest), start + 1, -1):
            words = [word for word in lexicon.words.get(text[start:end], ()) if word.kind in _LIMITING]
            if words:
                yield from words
                start = end - 1
                break
        start += 1


def _without_tail(text: str, lexicon: Lexicon) -> str:
    for _ in range(3):
        tail = next((tail for tail in lexicon.titles.tails if text.endswith(tail)), "")
        text = text[: len(text) - len(tail)].rstrip("_-—")
    return text


def _series(text: str, lexicon: Lexicon) -> str:
    for noise in lexicon.titles.noise:
        text = text.replace(noise, "")
    return text


def _entity(bare: str, listed: str, pieces: tuple[Piece, ...], lexicon: Lexicon) -> Entity | None:
    if any(bare.endswith(tail) for tail in lexicon.titles.aggregate_tails):
        return None
    for noise in ("基本情况", "基本信息", "情况", "信息", "基础信息", "登记"):
        listed = listed.removesuffix(noise)
    last = pieces[-1] if pieces else None
    if last is not None and any(word.kind is Kind.PEOPLE for word in last.words):
        return lexicon.entities["人"]
    for start in range(len(listed)):
        if found := lexicon.entities.get(listed[start:]):
            return found
    return None
