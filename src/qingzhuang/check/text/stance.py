"""Who speaks: weighs what makes a clause an order against what makes it a report, a complaint, a rule, an answer."""

import re
from dataclasses import dataclass
from functools import cache

from qingzhuang.check.text.gate import Gated
from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.parts import Place, Stretch
from qingzhuang.check.text.practice import Stance


@dataclass(frozen=True, slots=True)
class Weight:
    """Points for or against an order, with the words seen, and the stance they speak for."""

    points: int
    words: str
    stance: Stance = Stance.DEMAND


@cache
def _words(file: str, name: str) -> Gated:
    return pattern(table(file)[name])


def _seen(file: str, name: str, text: str, where: Stretch) -> str:
    found = _words(file, name).search(text, where.start, where.end)
    return found[0] if found else ""


_DEMAND = (("strong", 3), ("medium", 2), ("weak", 1))
_REPORT = (
    ("strong", -4, Stance.REPORT),
    ("medium", -2, Stance.REPORT),
    ("praise", -4, Stance.PROUD),
    ("promotional", -2, Stance.PROUD),
    ("told", -3, Stance.PROUD),
    ("relayed", -3, Stance.REPORT),
    ("complaint", -4, Stance.COMPLAINT),
    ("asking", -3, Stance.COMPLAINT),
    ("official", -4, Stance.ADVICE),
    ("regulation", -2, Stance.QUOTED),
)


def duty(text: str, where: Stretch) -> list[Weight]:
    """What orders in a stretch, heaviest first."""
    seen = ((points, _seen("demand", name, text, where)) for name, points in _DEMAND)
    return [Weight(points, words) for points, words in seen if words]


def must(text: str, where: Stretch) -> str:
    """A word of must in a stretch."""
    return _seen("demand", "modal", text, where)


def carried(own: list[Weight], sentence: list[Weight]) -> list[Weight]:
    """What orders a clause: the heaviest word of its own (another kind adds one), or a lighter share of its sentence's."""
    if not sentence:
        return []
    heaviest = sentence[0]
    if own and own[0].points + len(own[1:2]) >= heaviest.points:
        return [own[0], *(Weight(1, each.words) for each in own[1:2])]
    return [
        Weight(heaviest.points - (not own and heaviest.points > 1), heaviest.words),
        *(Weight(1, each.words) for each in own[:1]),
    ]


_TURN = re.compile("[,。](?:但|然而|可是|不过)(?!是?不)|”的?(?:精神|要求|规定),")


def after_turn(text: str, place: Place) -> Stretch:
    """The sentence, or what of it follows the last "but" before the clause: what is granted first weighs nothing."""
    turns = list(_TURN.finditer(text, place.sentence.start, place.clause.start + 3))
    return Stretch(turns[-1].start(), place.sentence.end) if turns else place.sentence


_SOFTER = {"told": 0, "relayed": -1, "asking": -1, "promotional": -1}


def report(text: str, where: Stretch, *, direct: bool) -> list[Weight]:
    """What makes a sentence something other than an order; less so where the text speaks to those who are to act."""
    seen = (
        (_SOFTER.get(name, points) if direct else points, _seen("report", name, text, where), stance)
        for name, points, stance in _REPORT
    )
    scolds = _seen("report", "reproach", text, where)
    return [
        Weight(points, words, stance)
        for points, words, stance in seen
        if words and points and not (scolds and stance is Stance.COMPLAINT)
    ]


@dataclass(frozen=True, slots=True)
class Document:
    """What kind of document a text is, by the words it holds anywhere: those of an order, of news, of a complaint."""

    order: str
    direct: str
    news: str
    complaint: str
    official: str
    praise: str = ""

    def weights(self) -> list[Weight]:
        """What the kind adds to every act of the text."""
        found: list[Weight] = []
        if self.official:
            found.append(Weight(-4, self.official, Stance.ADVICE))
        if self.complaint and not self.direct:
            found.append(Weight(-3, self.complaint, Stance.COMPLAINT))
        if self.praise and not self.direct:
            found.append(Weight(-1 if self.order else -3, self.praise, Stance.PROUD))
        if self.news and not self.direct:
            found.append(Weight(-1 if self.order else -3, self.news, Stance.REPORT))
        elif self.order:
            found.append(Weight(1, self.order))
        return found


_SEEN = 4000
_QUESTION = re.compile(
    r"(?:^|(?<=[\n。?!/]))[^。?!,:\n]{0,6}问:[^。?!\n]{2,80}[。?]?(?=\s?(?:答|[^。\n]{1,6}[,。]))"
)


def spoken(text: str) -> str:
    """The text without the questions that it asks in order to answer them: they say nothing of who speaks."""
    return _QUESTION.sub("", text) if len(_QUESTION.findall(text)) > 1 else text


def document(text: str) -> Document:
    """Read the kind off the beginning and the end of a text."""
    text = text if len(text) <= 2 * _SEEN else text[:_SEEN] + "\n" + text[-_SEEN:]
    whole = Stretch(0, len(text))
    return Document(
        order=_seen("document", "order", text, whole),
        direct=_seen("document", "direct", text, whole),
        news=_seen("document", "news", text, whole),
        complaint=_seen("report", "complaint", text, whole) or _seen("report", "asking", text, whole),
        official=_seen("report", "official", text, whole),
        praise=_seen("report", "praise", text, whole),
    )


_SHORT_QUOTE = 11
_LONG_QUOTE = re.compile(r"[“《]([^”》\n]{4,300})[”》]")


def quoted(text: str, place: Place, start: int, end: int) -> str:
    """The quotation in which an act stands, when the words around it order nothing themselves."""
    paragraph = place.paragraph
    low, high = max(paragraph.start, start - 320), min(paragraph.end, end + 320)
    for found in _LONG_QUOTE.finditer(text, low, high):
        if found.start() < start and end <= found.end() and _reported(text, paragraph, found):
            return found[0][:20]
    return ""


_SAID = re.compile(r"“[^”\n]{1,300}”")


def _reported(text: str, paragraph: Stretch, found: re.Match[str]) -> bool:
    before = text[max(paragraph.start, found.start() - 60) : found.start()]
    after = text[found.end() : min(paragraph.end, found.end() + 40)]
    outside = before + "," + after
    if found[0][0] == "《":
        return True
    if len(outside.strip(" ,。:!")) < 3 or len(_SAID.sub("", paragraph.of(text)).strip(" ,。:!")) < 3:
        return False
    passed_on = _words("document", "passing_on").search(before)
    if len(found[0]) < _SHORT_QUOTE:
        passed_on = passed_on or _words("demand", "modal").search(outside)
    return not passed_on and not _words("document", "direct").search(outside)
