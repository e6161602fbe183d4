"""The tables. Rows of facts, documents, withdrawals, links, months and the trail are only ever added; the database itself refuses
more."""

from qingzhuang.store.models.account import Account, SeatRow
from qingzhuang.store.models.asked import AskedRow
from qingzhuang.store.models.board import ClueRow, MonthRow, RunRow
from qingzhuang.store.models.check import CheckRow
from qingzhuang.store.models.decision import DecisionKind, DecisionRow
from qingzhuang.store.models.demand import DemandRow, TaskRow
from qingzhuang.store.models.document import DocumentRow
from qingzhuang.store.models.fact import FactRow
from qingzhuang.store.models.identity import IdentityRow
from qingzhuang.store.models.imported import ImportRow, ReopenedRow
from qingzhuang.store.models.job import JobRow
from qingzhuang.store.models.key import KeyRow
from qingzhuang.store.models.later import LaterRow
from qingzhuang.store.models.machine import DeliveryRow, FeedRow, HookRow, TokenRow
from qingzhuang.store.models.placed import FormerNameRow, PlacedRow
from qingzhuang.store.models.reading import ReadingRow
from qingzhuang.store.models.rights import ErasureRow, LicenceRow, NoticeRow, ReportedRow, SeenRow
from qingzhuang.store.models.said import SaidRow
from qingzhuang.store.models.same import SameRow
from qingzhuang.store.models.subject import SubjectRow
from qingzhuang.store.models.taught import TaughtRow
from qingzhuang.store.models.trail import TrailRow
from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.models.wish import PlaceRow, WishRow
from qingzhuang.store.models.withdrawal import WithdrawalKind, WithdrawalRow

__all__ = [
    "Account",
    "AskedRow",
    "CheckRow",
    "ClueRow",
    "DecisionKind",
    "DecisionRow",
    "DeliveryRow",
    "DemandRow",
    "DocumentRow",
    "ErasureRow",
    "FactRow",
    "FeedRow",
    "FormerNameRow",
    "HookRow",
    "IdentityRow",
    "ImportRow",
    "JobRow",
    "KeyRow",
    "LaterRow",
    "LicenceRow",
    "MonthRow",
    "NoticeRow",
    "PlaceRow",
    "PlacedRow",
    "ReadingRow",
    "ReopenedRow",
    "ReportedRow",
    "RunRow",
    "SaidRow",
    "SameRow",
    "SeatRow",
    "SeenRow",
    "SubjectRow",
    "TaskRow",
    "TaughtRow",
    "TokenRow",
    "TrailRow",
    "UnitRow",
    "WishRow",
    "WithdrawalKind",
    "WithdrawalRow",
]
