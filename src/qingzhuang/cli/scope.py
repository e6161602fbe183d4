"""The villages that somebody names on the command line: a slip of the pen is told before an empty form is written."""

from difflib import get_close_matches
from gettext import gettext as _

from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.select import Scope
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.pipeline.answering import Desk


def check_villages(desk: Desk, scope: Scope) -> None:
    """Raise ProblemError QZ-L019 for a village that the ledger has nothing of, with the nearest name; a ledger without any
    village is not asked."""
    known = desk.kin.villages | _places(desk.view)
    for name in scope.villages if desk.kin.villages else ():
        if name not in known:
            raise ProblemError(_unknown(name, sorted(desk.kin.villages)))


def _places(view: LedgerView) -> set[str]:
    return {name for each in view.of_kind(SubjectKind.PLACE) for name in (each.name, each.key)}


def _unknown(name: str, villages: list[str]) -> Problem:
    near = get_close_matches(name, villages, 1, 0.5)
    cure = _("是不是“{near}”？").format(near=near[0]) if near else ""
    shown = "、".join(villages[:12])
    return Problem(
        "QZ-L019",
        "--scope",
        _("台账里没有“{name}”这个村（社区），一份也没有填。").format(name=name),
        cure + _("台账里有：{villages}。").format(villages=shown),
    )
