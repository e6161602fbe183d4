"""All that can be done beside the pages: loading this makes it known."""

from qingzhuang.store import picturing, recounting
from qingzhuang.web import language
from qingzhuang.web.board import cut_job

__all__ = ["cut_job", "language", "picturing", "recounting"]
