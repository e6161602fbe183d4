"""Choosing among the concepts that an ambiguous word may name (地址, 单位, 年收入), by what the row is about."""

from qingzhuang.match.vocabulary.lexicon import Concept, Lexicon
from qingzhuang.match.whose.rows import SITES, Row
from qingzhuang.model.element import SubjectKind

_PREFERENCE: dict[str, tuple[SubjectKind | None, ...]] = {
    "resident": (SubjectKind.PERSON, SubjectKind.HOUSEHOLD, None),
    "role": (SubjectKind.PERSON, SubjectKind.HOUSEHOLD, None),
    "household": (SubjectKind.HOUSEHOLD, SubjectKind.PERSON, None),
    "organisation": (SubjectKind.ORGANISATION, SubjectKind.PLACE, None, SubjectKind.EVENT),
    "place": (SubjectKind.PLACE, SubjectKind.ORGANISATION, None, SubjectKind.EVENT),
    "thing": (SubjectKind.PLACE, None, SubjectKind.EVENT),
    "aggregate": (SubjectKind.PLACE, None, SubjectKind.HOUSEHOLD, SubjectKind.PERSON),
    "act": (SubjectKind.EVENT, None),
    "place of act": (SubjectKind.ORGANISATION, SubjectKind.EVENT, SubjectKind.PLACE, None),
}


def choose(options: tuple[str, ...], row: Row, lexicon: Lexicon) -> Concept | None:
    """Return the only concept, or the one whose object fits the row best; None while that stays open."""
    own = lexicon.policy.row_names if row.group in ("organisation", "place") or row.realm == SITES else {}
    concepts = [lexicon.concepts[name] for name in dict.fromkeys(own.get(each, each) for each in options)]
    if len(concepts) <= 1:
        return concepts[0] if concepts else None
    at_site = row.group == "act" and row.realm == SITES
    for kind in _PREFERENCE.get("place of act" if at_site else row.group or "", ()):
        fitting = [concept for concept in concepts if concept.object is kind]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None
