"""All that can be done beside the pages: loading this makes it known."""

from qingzhuang.store import picturing, recounting
from qingzhuang.web.board import cut_job
from qingzhuang.web.gate import reading
from qingzhuang.web.ledger import sheet_job

__all__ = ["cut_job", "picturing", "reading", "recounting", "sheet_job"]
