"""Decides for each act of a text whether the text itself orders it, and keeps the reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qingzhuang.check.text import exempt, negation, stance
from qingzhuang.check.text.acts import Hit, find, lexicon
from qingzhuang.check.text.heard import heard
from qingzhuang.check.text.order import Order, Sound
from qingzhuang.check.text.parts import Parts, Place, Stretch
from qingzhuang.check.text.practice import Label, Stance
from qingzhuang.check.text.stance import Weight
from qingzhuang.check.text.tone import Tone
from qingzhuang.model.case import Exemption

_ENOUGH = 2
_FRAME_NEEDS = 2
_UNHEARD = Sound(0.5)


@dataclass(frozen=True, slots=True)
class Read:
    """An act as it was read: where, in whose voice, and why. A penalty names the act that it hangs on."""

    hit: Hit
    place: Place
    stance: Stance
    why: tuple[str, ...]
    exemption: Exemption | None = None
    anchor: "Read | None" = None


class Reader:
    """Reads one text of one spelling."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts = Parts(text)
        said = stance.spoken(text)
        self._document = stance.document(said)
        self._tone = Tone(text, said)
        self._order = Order(text)
        self._duties: dict[Stretch, list[Weight]] = {}
        self._reports: dict[Stretch, list[Weight]] = {}
        self._threats: dict[Stretch, str] = {}

    def read(self) -> list[Read]:
        """All acts that are meant, in order; penalties last looked at: they hang on another order."""
        found = list(find(self._text))
        found += heard(self._text, self._parts, found)
        hits = list(_one_each(self._meant(found)))
        self._threats = {
            place.sentence: self._text[hit.start : hit.end]
            for hit, place in hits
            if hit.label is Label.SUMMON_PENALTY
        }
        acts = self._judged(hits)
        ordered = [each for each in acts if each.stance is Stance.DEMAND]
        lifted = [each for each in acts if each.exemption]
        for hit, place in hits:
            if hit.label is Label.SUMMON_PENALTY:
                acts.append(self._penalty(hit, place, ordered, lifted))
        return sorted(acts, key=lambda each: (each.hit.start, each.hit.end))

    def _meant(self, hits: Iterable[Hit]) -> Iterator[tuple[Hit, Place]]:
        for hit in hits:
            place = self._parts.at(hit.start, hit.end)
            act, clause = hit.act, place.clause
            if act.excluded and act.excluded.search(self._text, clause.start, hit.end):
                continue
            if act.also is None or act.also.search(self._text, place.sentence.start, place.sentence.end):
                yield hit, place

    def _judged(self, hits: list[tuple[Hit, Place]]) -> list[Read]:
        """All acts but penalties as they are read. Of several wordings of one act in a clause the strongest speaks for the
        others when it orders."""
        groups: dict[tuple[Label, Stretch], list[tuple[Hit, Place]]] = {}
        for hit, place in hits:
            if hit.label is not Label.SUMMON_PENALTY:
                groups.setdefault((hit.label, place.clause), []).append((hit, place))
        return [each for group in groups.values() for each in self._group(group)]

    def _group(self, group: list[tuple[Hit, Place]]) -> Iterator[Read]:
        ordered: Read | None = None
        for hit, place in sorted(group, key=lambda each: -each[0].act.strength):
            read = Read(hit, place, ordered.stance, ordered.why) if ordered else self._judge(hit, place)
            ordered = read if read.stance is Stance.DEMAND else ordered
            yield read

    def _judge(self, hit: Hit, place: Place) -> Read:
        text = self._text
        inside = hit.label is not Label.SUMMON_PENALTY and not hit.act.conditional
        ban = negation.banned(text, place, hit.start, hit.end, inside=inside)
        ban = ban or negation.under_lead(text, self._parts.paragraphs, place)
        if ban:
            return Read(hit, place, Stance.BAN, (ban,))
        if quotation := stance.quoted(text, place, hit.start, hit.end):
            return Read(hit, place, Stance.QUOTED, (quotation,))
        if exemption := exempt.emergency(text, place, hit):
            return Read(hit, place, Stance.EMERGENCY, (exemption.event,), exemption)
        if choice := exempt.voluntary(text, place) or exempt.allowed(text, place, hit.start):
            return Read(hit, place, Stance.VOLUNTARY, (choice,))
        return self._weigh(hit, place)

    def _weigh(self, hit: Hit, place: Place) -> Read:
        text = self._text
        duty = self._duty(place)
        against = self._against(place)
        if manual := exempt.manual(text, place):
            against.append(Weight(-3, manual, Stance.ORDINARY))
        tone, words = self._tone.around(place, hit.start, hit.end)
        if tone < 0 and hit.label is not Label.SUMMON_PENALTY:
            against.append(Weight(tone, words, Stance.ORDINARY))
        elif tone > 0 and not against:
            duty = [*duty, Weight(tone, words)]
        if not against and (threat := self._threat(place)):
            duty = [*duty, Weight(2, threat)]
        kind = self._document.weights()
        weights = [*duty, *against, *kind]
        points = hit.act.strength + sum(each.points for each in weights)
        act = Weight(hit.act.strength, text[hit.start : hit.end][:20])
        heard = _UNHEARD if self._tone.titled(place) else self._heard(hit, place)
        listed = (f"{each.words} {each.points:+d}" for each in (act, *weights))
        if self._orders(hit, duty, against, points, heard):
            said = f"{'、'.join(heard.groups)} {heard.chance:.2f}"
            return Read(hit, place, Stance.DEMAND, (*listed, said))
        return Read(hit, place, _voice(weights), (*listed, f"{heard.chance:.2f}"))

    def _orders(self, hit: Hit, duty: list[Weight], against: list[Weight], points: int, heard: Sound) -> bool:
        """Whether an act is ordered: never where it sounds like anything else, however strong the words; always where it sounds
        like an order (surely, where something speaks against it), unless the words only name those who have not done it; the
        points decide in between."""
        if heard.unlikely:
            return False
        if hit.act.heard:  # no word speaks for it: it must sound like an order
            return heard.surely if against else heard.likely
        if (heard.surely if against else heard.likely) and not hit.act.conditional:
            return True
        enough = _ENOUGH + (bool(against) and not self._document.direct)
        return points >= enough and self._carries(hit, duty)

    def _heard(self, hit: Hit, place: Place) -> Sound:
        return self._order.at(place.sentence, hit.start, hit.end)

    def _threat(self, place: Place) -> str:
        """The penalty named in the sentence, or soon after it."""
        sentence = place.sentence
        soon = (words for where, words in self._threats.items() if 0 <= where.start - sentence.end <= _SOON)
        return self._threats.get(sentence) or next(soon, "")

    def _carries(self, hit: Hit, duty: list[Weight]) -> bool:
        """Whether something orders at all; an act put together of classes needs more of it, unless those who are to act are
        spoken to."""
        if hit.act.strength > 1:
            return True
        needed = _FRAME_NEEDS if hit.act.find is None and not self._document.direct else 1
        return sum(each.points for each in duty) >= needed

    def _duty(self, place: Place) -> list[Weight]:
        for where in (place.clause, place.sentence):
            if where not in self._duties:
                self._duties[where] = stance.duty(self._text, where)
        return stance.carried(self._duties[place.clause], self._duties[place.sentence])

    def _against(self, place: Place) -> list[Weight]:
        """What speaks against an order; results told with pride do not, where the clause itself says must."""
        must = stance.must(self._text, place.clause)
        return [each for each in self._report(place) if not (must and each.stance is Stance.PROUD)]

    def _report(self, place: Place) -> list[Weight]:
        where = stance.after_turn(self._text, place)
        if where not in self._reports:
            self._reports[where] = stance.report(self._text, where, direct=bool(self._document.direct))
        return self._reports[where]

    def _alone(self, hit: Hit, place: Place) -> bool:
        """A penalty in a short text that surely orders something on a screen, in words that are not known as an act."""
        heard = self._heard(hit, place)
        return (
            heard.surely and len(self._text) <= _BRIEF and _on_a_screen(self._text) and hit.act.strength > 1
        )

    def _penalty(self, hit: Hit, place: Place, ordered: list[Read], lifted: list[Read]) -> Read:
        """A penalty counts where it hangs on an act that the text orders, in the same sentence or shortly before."""
        near = [each for each in ordered if _hangs(each, place)]
        if not near and len(self._text) <= _BRIEF and self._heard(hit, place).likely:
            near = ordered
        if not near and self._alone(hit, place):
            return self._judge(hit, place)
        if not near:
            exemption = next((each.exemption for each in lifted if _hangs(each, place)), None)
            return Read(hit, place, Stance.EMERGENCY if exemption else Stance.ORDINARY, (), exemption)
        read = self._judge(hit, place)
        same = any(each.place.sentence == place.sentence for each in near)
        kept = same and read.stance not in (Stance.BAN, Stance.QUOTED, Stance.VOLUNTARY)
        # what a penalty hangs on comes before it, as a rule
        anchor = min(
            near,
            key=lambda each: (
                each.place.sentence.start > place.sentence.start,
                abs(each.hit.start - hit.start),
            ),
        )
        return replace(read, stance=Stance.DEMAND if kept else read.stance, exemption=None, anchor=anchor)


def _voice(weights: list[Weight]) -> Stance:
    """The voice that speaks loudest against an order; the sound alone names none."""
    voices = [each for each in weights if each.points < 0 and each.stance is not Stance.ORDINARY]
    return min(voices, key=lambda each: each.points).stance if voices else Stance.ORDINARY


_NEAR = 220
_SOON = 60
_BRIEF = 700


def _on_a_screen(text: str) -> bool:
    """Whether a text speaks of anything done on a screen."""
    topic = next(acts.topic for acts in lexicon() if acts.label is Label.RANKING_BULLETIN)
    return "“" in text or (topic is not None and topic.search(text) is not None)


def _hangs(act: Read, place: Place) -> bool:
    if act.place.sentence == place.sentence:
        return True
    return -60 <= place.sentence.start - act.place.sentence.end <= _NEAR


def _one_each(hits: Iterable[tuple[Hit, Place]]) -> Iterator[tuple[Hit, Place]]:
    """Of the same act in one part of a clause, the first and longest."""
    best: dict[tuple[Label, str, int], tuple[Hit, Place]] = {}
    for hit, place in hits:
        best.setdefault((hit.label, hit.act.id, place.part.start), (hit, place))
    yield from best.values()
