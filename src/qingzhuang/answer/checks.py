"""Looking over what is about to be written: what a person should see before the form goes out."""

from collections.abc import Iterable, Sequence

from qingzhuang.answer.plan_cell import Cell, State
from qingzhuang.language import gettext as _
from qingzhuang.model.id_number import Flaw, flaws
from qingzhuang.model.problem import Problem, Severity

_ID = "person.id_no"
_SHOWN = 3


def checks(file: str, cells: Iterable[Cell]) -> Sequence[Problem]:
    """Return the doubts: QZ-F106 for ID numbers that GB 11643 does not allow. They are not written and nothing is
    derived from them."""
    wrong = list(dict.fromkeys(_who(cell) for cell in cells if _is_wrong(cell)))
    if not wrong:
        return ()
    names = "、".join(wrong[:_SHOWN]) + (_("等") if len(wrong) > _SHOWN else "")
    message = _("有 {count} 个身份证号位数、日期或校验码不对（{names}），没有写，也没有用来推算。").format(
        count=len(wrong), names=names
    )
    return (
        Problem(
            "QZ-F106",
            file,
            message,
            _("请对着证件改正台账再填；台账里的号用 qz ledger show 看。"),
            Severity.DOUBT,
        ),
    )


def _is_wrong(cell: Cell) -> bool:
    if cell.key is None or cell.key.rpartition("@")[2] != _ID:
        return False
    doubtful = cell.origin.facts if cell.origin.state is State.DOUBTFUL else ()
    numbers = [cell.value, *(fact.value for fact in doubtful)]
    return any(flaw is not Flaw.MASKED for each in numbers if isinstance(each, str) for flaw in flaws(each))


def _who(cell: Cell) -> str:
    subject = cell.subject
    return (subject.name or _("尾号 {tail}").format(tail=subject.key[-4:])) if subject else ""
