"""All that can be done beside the pages: loading this makes it known."""

from qingzhuang.store.beside import picturing
from qingzhuang.store.board import year as board_year
from qingzhuang.store.pairs import at_hand as pairs_at_hand
from qingzhuang.store.tasks import recounting, year_ahead
from qingzhuang.web import language
from qingzhuang.web.api import reading as api_reading
from qingzhuang.web.board import cut_job
from qingzhuang.web.gate import reading
from qingzhuang.web.ledger import sheet_job

__all__ = [
    "api_reading",
    "board_year",
    "cut_job",
    "language",
    "pairs_at_hand",
    "picturing",
    "reading",
    "recounting",
    "sheet_job",
    "year_ahead",
]
