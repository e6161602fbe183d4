"""What a visit saw that may be what a list asks, and may not: told to who fills it, never filled."""

from qingzhuang.answer.ledger import Standing
from qingzhuang.match.checklist.decide import decide_points
from qingzhuang.match.checklist.keys import points_of_key
from qingzhuang.match.checklist.point import Reading
from qingzhuang.model.fact import Fact, Subject
from qingzhuang.model.verdict import Verdict
from qingzhuang.pipeline.answering import Desk


def seen_alike(subject: Subject, key: str, desk: Desk) -> Fact | None:
    """Return what is known of a place about the same thing, where nobody can tell whether it answers a point; the latest."""
    asked = points_of_key(key)
    if asked is None:
        return None
    found = [each for each in _known(subject, desk) if _unsure(asked, points_of_key(each.element))]
    return max(found, key=lambda each: (each.as_of, each.element), default=None)


def _known(subject: Subject, desk: Desk) -> list[Fact]:
    held = (
        desk.view.resolve(subject, each) for each in desk.view.elements(subject) if each.startswith("check.")
    )
    return [each.fact for each in held if each.standing is Standing.CURRENT and each.fact is not None]


def _unsure(asked: Reading, seen: Reading | None) -> bool:
    things = {each.thing for each in asked.points}
    if seen is None or not things & {each.thing for each in seen.points}:
        return False
    return decide_points(seen, asked).verdict is Verdict.UNSURE
