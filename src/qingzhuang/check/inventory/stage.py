"""How far a thing of a register has come: what is closed or not yet there is asked less."""

import re
from datetime import date
from enum import StrEnum

from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.values import day, is_no

_CLOSED = re.compile(
    r"^已?(?:关停|关闭|下线|停用|停运|注销|解散|撤销|整合|合并|下架)|已(?:经|被)?(?:关停|关闭|下线|停用|停运|注销|解散|整合|合并|下架)"
)
_COMING = re.compile(r"^(?:在建|拟建|待建|建设中|开发中|筹建|规划中|未上线|待上线|未启用|未建成|测试中)")
_OF_CLOSED = frozenset(("retire_date", "closure_announced"))
_NOT_YET = frozenset(
    (
        "filing_status",
        "monthly_active_users",
        "last_content_update",
        "acceptance_test_done",
        "filing_no_displayed",
    )
)


class Stage(StrEnum):
    """In use, closed already, or not yet begun."""

    RUNNING = "running"
    CLOSED = "closed"
    COMING = "coming"

    def asks(self, fact: str) -> bool:
        """Tell whether a fact matters of a thing at this stage."""
        if self is Stage.CLOSED:
            return fact in _OF_CLOSED
        return self is Stage.RUNNING or fact not in _NOT_YET


def stage(row: Row, today: date | None = None) -> Stage:
    """As the status column says, else by a date of closing that has come; a plain "no" to 是否在用 is closed."""
    status, retired = row.text("status"), row.text("retired")
    if _CLOSED.search(status) or (is_no(status) and "在用" in row.labels.get("status", "")):
        return Stage.CLOSED
    if _COMING.search(status):
        return Stage.COMING
    gone = day(row.values.get("retired"))
    if status or not retired or is_no(retired) or (gone and today and gone > today):
        return Stage.RUNNING
    return Stage.CLOSED
