"""Emergency, security and free choice: what lifts a duty, and only for the acts it covers."""

from functools import cache

from qingzhuang.check.text.acts import Hit
from qingzhuang.check.text.gate import Gated
from qingzhuang.check.text.lexicon import pattern, table
from qingzhuang.check.text.parts import Place, Stretch
from qingzhuang.check.text.practice import Label
from qingzhuang.model.case import Exemption

_NEAR = 160


@cache
def _words(file: str, name: str) -> Gated:
    return pattern(table(file)[name])


@cache
def _labels() -> frozenset[Label]:
    return frozenset(Label(each) for each in table("exempt")["labels"])


def emergency(text: str, place: Place, hit: Hit) -> Exemption | None:
    """The named event that covers an act: it stands in the sentence or shortly before, the act serves it."""
    if hit.label not in _labels() or _words("exempt", "covered").search(text, *_ends(place.sentence)):
        return None
    around = Stretch(max(place.sentence.start - _NEAR, 0), place.sentence.end)
    if hit.label is Label.FORCED_INSTALL and hit.act.id != "install_app" and hit.act.id != "app_install":
        return None
    event = _words("exempt", "event").search(text, *_ends(around))
    if event is None or _words("exempt", "over").search(text, *_ends(around)):
        return None
    return Exemption(event[0], frozenset({hit.label.value}))


def voluntary(text: str, place: Place) -> str:
    """The words that leave it to each, when nothing in the sentence takes that back."""
    soft = _words("voluntary", "soft").search(text, *_ends(place.sentence))
    if soft is None or _words("voluntary", "against").search(text, *_ends(place.sentence)):
        return ""
    return soft[0]


def allowed(text: str, place: Place, start: int) -> str:
    """Leave given in the words before an act ("有事的可以离线")."""
    found = _words("voluntary", "may").search(text, place.clause.start, start)
    return found[0] if found else ""


def manual(text: str, place: Place) -> str:
    """The words of someone who explains how a thing works."""
    found = _words("voluntary", "manual").search(text, *_ends(place.sentence))
    must = _words("voluntary", "must").search(text, *_ends(place.sentence))
    return found[0] if found and not must else ""


def _ends(where: Stretch) -> tuple[int, int]:
    return where.start, where.end


def named_event(text: str) -> str:
    """The hazard or security event that a text names as going on."""
    if _words("exempt", "over").search(text):
        return ""
    event = _words("exempt", "event").search(text)
    return event[0] if event else ""
