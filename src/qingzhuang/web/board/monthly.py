"""The month's report: what the board shows, on paper; no personal data."""

from dataclasses import dataclass

from qingzhuang.web.board.clues import CluesPage
from qingzhuang.web.board.cut import CutPage, CutRow
from qingzhuang.web.board.months import Change
from qingzhuang.web.board.page import BoardPage
from qingzhuang.web.board.registers import RunPage, StockRow

MOST_CUTS = 10


@dataclass(frozen=True, slots=True)
class Registers:
    """What there is by the last checks, and the very last check."""

    stock: tuple[StockRow, ...]
    last: RunPage | None


@dataclass(frozen=True, slots=True)
class MonthlyPage:
    """All that the template needs; `run` is the last check of a register, `change` what moved since the month that was noted
    last; None when there was none."""

    board: BoardPage
    cuts: tuple[CutRow, ...]
    more_cuts: int
    frees: str
    change: Change | None
    stock: tuple[StockRow, ...]
    run: RunPage | None
    clues: CluesPage


def monthly_page(
    board: BoardPage, cut: CutPage, change: Change | None, registers: Registers, clues: CluesPage
) -> MonthlyPage:
    """Put the report together."""
    more = len(cut.rows) - len(cut.rows[:MOST_CUTS]) + cut.more
    cuts = cut.rows[:MOST_CUTS]
    return MonthlyPage(board, cuts, more, cut.frees, change, registers.stock, registers.last, clues)
