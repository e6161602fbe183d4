"""The month's report: what the board shows, on paper; no personal data."""

from dataclasses import dataclass

from qingzhuang.web.board.clues import CluesPage
from qingzhuang.web.board.cut import CutPage, CutRow
from qingzhuang.web.board.page import BoardPage
from qingzhuang.web.board.registers import RunPage

MOST_CUTS = 10


@dataclass(frozen=True, slots=True)
class MonthlyPage:
    """All that the template needs; `run` is the last check of a register, None when there was none."""

    board: BoardPage
    cuts: tuple[CutRow, ...]
    more_cuts: int
    frees: str
    run: RunPage | None
    clues: CluesPage


def monthly_page(board: BoardPage, cut: CutPage, run: RunPage | None, clues: CluesPage) -> MonthlyPage:
    """Put the report together."""
    more = len(cut.rows) - len(cut.rows[:MOST_CUTS]) + cut.more
    return MonthlyPage(board, cut.rows[:MOST_CUTS], more, cut.frees, run, clues)
