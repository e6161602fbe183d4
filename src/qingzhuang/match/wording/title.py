"""What a form's title says: period, whom it lists, population, scheme, and which series of forms it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.match.vocabulary.lexicon import Entity, Kind, Lexicon, Word
from qingzhuang.match.wording.normalise import plain_text
from qingzhuang.match.wording.segment import Piece, segment
from qingzhuang.match.wording.slots import Qualifiers
from qingzhuang.match.wording.times import NONE, Time, of_title

_DATES = re.compile(
    r"(?:1[0-2]|[1-9])月?[-至到~](?:1[0-2]|[1-9])月|(?:19|20)\d\d(?:[-—~至](?:19|20)?\d\d(?=学年))?(?:学年度?|年度?)?(?:[春秋](?=$|[)]))?|(?:1[0-2]|0?[1-9])月份?(?:\d{1,2}日)?|[春秋]季?学期|第[12]学期|第?[1-4]季度|[上下]半年|截至|截止|[()《》“”\"]"
)
_PLACE = re.compile(
    r"^[^(表册]{1,7}?(?:省|自治区|市|州|县|自治县|旗|(?<![社小景园辖片库城郊牧林矿校厂院住灾任护养居地])区)(?=[^级]{3,})|^[^(表册]{1,6}?(?:镇|乡|街道|村|社区)(?=[^级居]{4,})"
)
_EACH = re.compile(
    r"^(?:各|分)(?:行政村|乡镇街道|乡镇|镇街|街道|社区|县区|村居|村|镇|乡|县|区)|^(?:行政村|村|乡镇|镇)分?汇总"
)
_DIMENSIONS = ("population", "scheme", "sex", "age", "direction", "method", "level", "season", "plan")

_RURAL, _OF_PEOPLE = ("农业", "非农业", "农村", "城镇"), ("人口", "居民", "户口", "劳动力")
_LIMITING = (Kind.QUALIFIER, Kind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Title:
    """`listed` is the text of whom or what the form lists; `people` resident classes in it; `entity` the row entity it
    implies; `role` a function named there; `series` what is left of the title without dates, places and form words;
    `place` the place whose form it is (红星村); `totals`: a form of counts and sums."""

    text: str = ""
    period: Time = NONE
    listed: str = ""
    people: tuple[str, ...] = ()
    entity: Entity | None = None
    role: str | None = None
    qualifiers: Qualifiers = frozenset()
    series: str | None = None
    place: str = ""
    totals: bool = False


@lru_cache(maxsize=32768)
def read_title(form: str | None, lexicon: Lexicon) -> Title:
    """Read a title; an absent one says nothing."""
    if not form:
        return Title()
    text = plain_text(form, lexicon)
    dateless = _DATES.sub("", text)
    place = _PLACE.match(dateless)
    bare = _EACH.sub("", dateless[place.end() :] if place else dateless)
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
        frozenset(
            (name, value)
            for name, value in pairs
            if name in _DIMENSIONS and (value not in _RURAL or any(word in text for word in _OF_PEOPLE))
        ),
        _series(listed, lexicon) or bare,
        place.group() if place and _names_place(place.group(), lexicon) else "",
        bare.endswith(lexicon.titles.aggregate_tails),
    )


def _names_place(word: str, lexicon: Lexicon) -> bool:
    """红星村 is a place; 农村, 乡镇, 全县 are none."""
    return len(word) > 2 and word not in lexicon.entities and word[0] not in "全各本农乡"


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
    for turn in range(3):
        tails = (tail for tail in lexicon.titles.tails if text.endswith(tail))
        tail = next((tail for tail in tails if turn == 0 or len(tail) > 1), "")  # 基本 behind 信息表 is no 本
        text = text[: len(text) - len(tail)].rstrip("_-—")
    return text


def whom(listed: str, lexicon: Lexicon) -> str:
    """What is left of a title's `listed` when only whom it lists remains: 护林员劳务发放 → 护林员."""
    before = ""
    while before != listed:
        before = listed
        for noise in lexicon.titles.listing_noise:
            listed = listed.removesuffix(noise) or listed
    return listed


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
