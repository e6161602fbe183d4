"""`qz:ok CODE reason` beside a passage silences one rule there, with a reason; without a reason it silences nothing."""

import re
from collections.abc import Sequence

from qingzhuang.language import gettext as _
from qingzhuang.model.finding import Finding
from qingzhuang.model.notice import Notice
from qingzhuang.model.problem import Problem, Severity

_MARK = re.compile(r"qz:ok[ \t:：]+([A-Z][A-Za-z0-9-]{1,20})[ \t:：,，]*([^\n)）>\]】]*)")


def silenced(notice: Notice, findings: Sequence[Finding]) -> tuple[list[Finding], list[Problem]]:
    """Return the findings that still stand, and a problem for each mark without a reason or with nothing to silence."""
    told = {(each.where, code) for each in findings for code in (each.code, *each.also)}
    allowed: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    for found in _MARK.finditer(notice.text):
        where, code = notice.passage_at(found.start()).where, found[1]
        if len(found[2].strip(" -—")) < 2:
            problems.append(_no_reason(f"{notice.file} {where}", code))
        elif (where, code) in told:
            allowed.add((where, code))
        else:
            problems.append(_unused(f"{notice.file} {where}", code))
    kept = [
        each
        for each in findings
        if not any((each.where, code) in allowed for code in (each.code, *each.also))
    ]
    return kept, problems


def _unused(where: str, code: str) -> Problem:
    return Problem(
        "QZ-K004",
        where,
        _("这里没有查到 {code}，“qz:ok {code}”用不着。").format(code=code),
        _("改过了的，把它删掉；写错编号或者位置的，请改正：要和那句话写在同一段。"),
        Severity.NOTE,
    )


def _no_reason(where: str, code: str) -> Problem:
    return Problem(
        "QZ-K001",
        where,
        _("“qz:ok {code}”没有写理由，不算数。").format(code=code),
        _("请在后面写明理由，如：qz:ok {code} 防汛应急响应期间，到9月30日止。").format(code=code),
        Severity.DOUBT,
    )
