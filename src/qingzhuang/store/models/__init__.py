"""The tables. Rows of facts, documents, withdrawals and links are only ever added; the database itself refuses more."""

from qingzhuang.store.models.decision import DecisionKind, DecisionRow
from qingzhuang.store.models.document import DocumentRow
from qingzhuang.store.models.fact import FactRow
from qingzhuang.store.models.reading import ReadingRow
from qingzhuang.store.models.same import SameRow
from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.models.withdrawal import WithdrawalKind, WithdrawalRow

__all__ = [
    "DecisionKind",
    "DecisionRow",
    "DocumentRow",
    "FactRow",
    "ReadingRow",
    "SameRow",
    "SubjectRow",
    "WithdrawalKind",
    "WithdrawalRow",
]
