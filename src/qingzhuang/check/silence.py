"""`qz:ok CODE reason` beside a passage silences one rule there, with a reason; without a reason it silences nothing."""

import re
from collections.abc import Sequence

from qingzhuang.language import gettext as _
from qingzhuang.model.finding import Finding
from qingzhuang.model.notice import Notice
from qingzhuang.model.problem import Problem, Severity

_MARK = re.compile(r"qz:ok[ \t:：]+([A-Z][A-Za-z0-9-]{1,20})[ \t:：,，]*([^\n)）>\]】]*)")


def silenced(notice: Notice, findings: Sequence[Finding]) -> tuple[list[Finding], list[Problem]]:
    """Return the findings that still stand, and a problem for each mark without a reason."""
    allowed: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for found in _MARK.finditer(notice.text):
        where = notice.passage_at(found.start()).where
        if len(found[2].strip(" -—")) >= 2:
            allowed.add((where, found[1]))
        else:
            problems.append(_no_reason(f"{notice.file} {where}", found[1]))
    kept = [
        each
        for each in findings
        if not any((each.where, code) in allowed for code in (each.code, *each.also))
    ]
    return kept, problems


def _no_reason(where: str, code: str) -> Problem:
    return Problem(
        "QZ-K001",
        where,
        _("“qz:ok {code}”没有写理由，不算数。").format(code=code),
        _("请在后面写明理由，如：qz:ok {code} 防汛应急响应期间，到9月30日止。").format(code=code),
        Severity.DOUBT,
    )
