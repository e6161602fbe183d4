"""A file that says nothing but what earlier editions said, and takes back what later ones changed, is an older edition
saved anew. Unless somebody tells its day, it is not taken for news."""

from collections.abc import Mapping, Sequence

from qingzhuang.answer.draft import Harvest
from qingzhuang.language import gettext as _
from qingzhuang.match.wording.element import element
from qingzhuang.model.fact import Subject
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.bringing.past import Past
from qingzhuang.store.ledger.report import Change
from qingzhuang.store.models import SubjectRow


def refuse_older(
    harvest: Harvest, owners: Mapping[Subject, SubjectRow], past: Past, changes: Sequence[Change]
) -> None:
    """Raise ProblemError QZ-L016 for such a file that names no day later than the latest edition's."""
    if past.newest is None or not changes or (harvest.as_of is not None and harvest.as_of > past.newest):
        return
    if all(past.was_said(owners[each.subject].pk, each.element, each.value) for each in harvest.drafts):
        raise ProblemError(_older(harvest.file, changes, past))


def _older(file: str, changes: Sequence[Change], past: Past) -> Problem:
    first = changes[0]
    message = _(
        "这份表像是旧版：它说的以前的版本都说过，其中 {count} 处（如{who}的{what}）后来改掉了。没有记。"
    )
    cure = _(
        "确实要改回去，请加 --as-of 写明它说的是哪一天（账里最新的一版是 {day}）；只作历史，请写当时的日期。"
    )
    return Problem(
        "QZ-L016",
        file,
        message.format(count=len(changes), who=first.subject.name, what=element(first.element).name),
        cure.format(day=past.newest),
    )
