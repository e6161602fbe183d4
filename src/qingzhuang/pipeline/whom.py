"""Whom a card is filled for: a form of one sheet a person, household or place names nobody by itself."""

from collections.abc import Iterable

from qingzhuang.answer.plan import is_card
from qingzhuang.answer.select_title import PREMISES
from qingzhuang.match.vocabulary.load import default
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject
from qingzhuang.model.form import Form
from qingzhuang.pipeline.answering import CARD_KINDS, Desk, rows_of
from qingzhuang.pipeline.asking import called
from qingzhuang.pipeline.check_points import check_list

_TAIL = 4


def kinds_of_card(form: Form) -> tuple[SubjectKind, ...]:
    """Return what a card may be about: what it says, places where it is a list of things to look at, anything where it does not (a visit); none for a form that
    lists its subjects itself. A shop may be kept as a place or as an organisation."""
    if not is_card(form):
        return ()
    rows = rows_of(form, default())
    if check_list(form, rows) is not None:
        return PREMISES
    if rows is None or rows.kind not in CARD_KINDS:
        return CARD_KINDS
    return PREMISES if rows.kind in PREMISES and not rows.of_villages else (rows.kind,)


def of_village(subject: Subject, desk: Desk, village: str) -> bool:
    """Tell whether a subject is the village's own (empty: anybody is)."""
    return not village or desk.village(subject) == village


def found(
    desk: Desk, kinds: Iterable[SubjectKind], village: str, sought: str, most: int
) -> tuple[tuple[Subject, str], ...]:
    """Return the living subjects of a village that a name, or the end of a number, means, and how they are called."""
    wanted = sought.strip().upper()
    if not wanted:
        return ()
    hits: list[tuple[Subject, str]] = []
    for each in (each for kind in kinds for each in desk.view.of_kind(kind)):
        name = called(each, desk)
        means = wanted in name.upper() or (len(wanted) >= _TAIL and each.key.upper().endswith(wanted))
        if means and of_village(each, desk, village) and not desk.view.is_gone(each, desk.view.as_of):
            hits.append((each, name))
            if len(hits) == most:
                break
    return tuple(hits)
