"""One demand for an overseer to decide on: the application in lines, beside the draft as the issuer sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.language import gettext as _
from qingzhuang.law.parameter import Value
from qingzhuang.web.gate.draft_page import DraftPage
from qingzhuang.web.gate.forms import often
from qingzhuang.web.words import due, number


@dataclass(frozen=True, slots=True)
class DecidePage:
    """All that the template needs; `said` are the lines of the application."""

    draft: DraftPage
    said: tuple[tuple[str, str], ...]
    posts: str
    names: str
    longest: str


def decide_page(draft: DraftPage, posts: Sequence[str], longest: Value, now: datetime) -> DecidePage:
    """Lay out the application."""
    sent = draft.sent
    lines = (
        (_("用途"), sent.purpose),
        (_("依据"), sent.basis),
        (_("次数"), often(sent.times_per_year)),
        (_("期限"), due(sent.deadline, now) if sent.deadline else _("没有写期限")),
        (_("个人信息"), sent.personal_purpose),
    )
    return DecidePage(
        draft,
        tuple(each for each in lines if each[1]),
        number(len(posts)),
        _("、").join(posts),
        _("本地设置：最长 {days} 天。{source}").format(days=f"{longest.likely:g}", source=longest.source),
    )
