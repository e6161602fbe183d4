"""Whom to ask for what no office holds."""

from gettext import gettext as _

from qingzhuang.answer.select import is_village
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.fact import Subject


def at_hand(subject: Subject) -> str:
    """Return who can tell: the person or household, the shop, the village."""
    if subject.kind in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD):
        return _("本人或本户")
    if subject.kind is SubjectKind.EVENT:
        return _("当时办事的人")
    if subject.kind is SubjectKind.PLACE and (not subject.key or is_village(subject)):
        return _("村（社区）")
    return _("店里（本单位）")
