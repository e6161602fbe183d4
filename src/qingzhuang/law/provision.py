"""An instrument and its provisions: the words of the law, how surely we know them, and since when they bind."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qingzhuang.model.finding import Gravity


class Confidence(StrEnum):
    """How surely the words are known."""

    VERBATIM = "verbatim"
    SECONDARY = "secondary"
    REMEMBERED = "remembered"


class ArticleConfidence(StrEnum):
    """How surely the number of the article is known, apart from its words."""

    SEEN = "seen"
    INFERRED = "inferred"
    UNKNOWN = "unknown"
    REMEMBERED = "remembered"


class Display(StrEnum):
    """How the words may be shown."""

    QUOTE = "quote"  # in quotation marks
    RESTATED = "restated"  # as restated by the source
    PARAPHRASE = "paraphrase"  # never in quotation marks
    HIDE = "hide_until_checked"  # not at all


_SIGN = r"(?:(?![省市州])[\u4e00-\u9fff])"
_PEOPLES = re.compile(
    rf"(^|[省市州/／])({_SIGN}{{2,4}}?)(?:{_SIGN}{{1,4}}族|维吾尔)*自治(?=[区州县旗])"
)  # 内蒙古自治区 → 内蒙古
_PART = re.compile(r"(\w+?)(?:[省市区县州盟旗]|$|[/／\s]+)")  # 珠海市香洲区 → 珠海, 香洲
_FORBIDS = frozenset(("不得", "严禁", "禁止", "一律不得", "不", "不再", "杜绝", "防止"))
_IN_PRINCIPLE = frozenset(("原则上", "一般", "宜", "推动", "鼓励", "可以", "线索"))


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, rule or notice. `place` is its jurisdiction (empty: the whole country); local ones are off by default."""

    id: str
    name: str
    issuer: str
    level: str
    doc_no: str = ""
    text_status: str = ""
    place: str = ""

    def binds_in(self, places: Collection[str]) -> bool:
        """Tell whether it is law there; a local one is off unless each part of its place is switched on."""
        parts = _PART.findall(_PEOPLES.sub(r"\1\2", self.place))
        return not self.place or (bool(parts) and all(any(part in each for each in places) for part in parts))


@dataclass(frozen=True, slots=True)
class Provision:
    """One obligation or prohibition. `verb` is the law's own (不得, 应当, 原则上 …); `since` None means that it is not in
    force; `exemption` says in words when it does not apply; `source` is where the words were read; `not_encoded` says why no
    rule judges it; `burden` marks what is spoken of as a burden only, never as a violation."""

    id: str
    instrument: Instrument
    article: str
    article_confidence: ArticleConfidence
    title: str
    words: str
    verb: str
    since: date | None
    source: str
    confidence: Confidence
    display: Display
    exemption: str = ""
    note: str = ""
    until: date | None = None
    not_encoded: str = ""
    burden: bool = False

    @property
    def gravity(self) -> Gravity:
        """How a finding on this provision may be spoken of."""
        if self.burden or self.display in (Display.PARAPHRASE, Display.HIDE) or self.since is None:
            return Gravity.ADVICE
        if self.verb in _FORBIDS:
            return Gravity.BREACH
        return Gravity.REASON if self.verb in _IN_PRINCIPLE else Gravity.DUTY

    @property
    def cited(self) -> str:
        """The article as it may be printed: a number that was not read in the text itself is marked."""
        if self.article_confidence is ArticleConfidence.SEEN:
            return self.article
        bare = self.article.removesuffix("（条号未核）").strip("-")
        return f"{bare}（条号未核）" if bare and bare != "条号未核" else "条号未核"

    def in_force(self, day: date) -> bool:
        """Tell whether it binds a demand of that day."""
        return self.since is not None and self.since <= day and (self.until is None or day <= self.until)
