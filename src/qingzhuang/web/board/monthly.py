"""The month's report: what the board shows, on paper; no personal data."""

from dataclasses import dataclass, replace

from qingzhuang.web.board.clues import CluesPage
from qingzhuang.web.board.cut import CutPage, CutRow
from qingzhuang.web.board.months import Change
from qingzhuang.web.board.page import BoardPage
from qingzhuang.web.board.registers import RunPage, StockRow

MOST_CUTS, MOST_TURNED, MOST_MONTHS, MOST_ARTICLES = 6, 6, 6, 4  # what two sheets of paper hold


@dataclass(frozen=True, slots=True)
class Registers:
    """What there is by the last checks, and the very last check."""

    stock: tuple[StockRow, ...]
    last: RunPage | None


@dataclass(frozen=True, slots=True)
class MonthlyPage:
    """All that the template needs; `run` is the last check of a register, `change` what moved since the month that was noted
    last; None when there was none. It is two sheets of paper: of each list the largest, and how many more there are."""

    board: BoardPage
    cuts: tuple[CutRow, ...]
    more_cuts: int
    frees: str
    change: Change | None
    stock: tuple[StockRow, ...]
    run: RunPage | None
    more_articles: int
    clues: CluesPage


def monthly_page(
    board: BoardPage, cut: CutPage, change: Change | None, registers: Registers, clues: CluesPage
) -> MonthlyPage:
    """Put the report together."""
    more = len(cut.rows) - len(cut.rows[:MOST_CUTS]) + cut.more
    cuts = cut.rows[:MOST_CUTS]
    run = registers.last
    course = replace(board.course, rows=board.course.rows[-MOST_MONTHS:])
    return MonthlyPage(
        replace(board, course=course),
        cuts,
        more,
        cut.frees,
        change,
        registers.stock,
        replace(run, rows=run.rows[:MOST_ARTICLES]) if run else None,
        max(0, len(run.rows) - MOST_ARTICLES) if run else 0,
        clues,
    )
