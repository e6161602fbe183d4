"""The lists of the gate: an issuer's own demands by where they stand, and what waits for the overseer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.work import Sent, Stage
from qingzhuang.web.words import day, duration, number

_STAGES = (
    (later("要您看的"), (Stage.RETURNED, Stage.DRAFT)),
    (later("在等准入"), (Stage.SUBMITTED,)),
    (later("已经到村里的"), (Stage.ADMITTED, Stage.UNADMITTED)),
    (later("结束了的"), (Stage.ENDED,)),
)
_TAGS = {
    Stage.RETURNED: (later("请再看"), "ask"),
    Stage.DRAFT: (later("没有发"), "check"),
    Stage.SUBMITTED: (later("在等"), "todo"),
    Stage.ADMITTED: (later("已准入"), "ok"),
    Stage.UNADMITTED: (later("未准入"), "ask"),
    Stage.ENDED: (later("已结束"), "check"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One demand in a list."""

    sent: Sent
    tag: str
    look: str
    said: str
    followed: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Demands at one step."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class GatePage:
    """The issuer's first page."""

    posts: str
    sections: tuple[Section, ...]


def gate_page(
    demands: Sequence[Sent], handed: Mapping[int, tuple[int, int]], posts: int, today: date
) -> GatePage:
    """Gather an issuer's demands by step."""
    sections = (
        Section(title, tuple(_line(each, handed, today) for each in demands if each.stage in stages))
        for title, stages in _STAGES
    )
    return GatePage(number(posts), tuple(each for each in sections if each.lines))


def handed_words(asked: int, handed: int) -> str:
    """How many posts have handed over, said without a percentage."""
    if not handed:
        return _("发给 {asked} 个村，还没有交来的").format(asked=number(asked))
    return _("{asked} 个村，{handed} 个已交").format(asked=number(asked), handed=number(handed))


def tag_of(sent: Sent, today: date) -> tuple[str, str]:
    """Where a demand stands, in a word and its look."""
    if sent.stage is Stage.ADMITTED and sent.expires_on is not None and sent.expires_on < today:
        return _("已到期"), "check"
    return _TAGS[sent.stage]


def _line(sent: Sent, handed: Mapping[int, tuple[int, int]], today: date) -> Line:
    tag, look = tag_of(sent, today)
    given, asked = handed.get(sent.number, (0, 0))
    followed = sent.stage in (Stage.ADMITTED, Stage.UNADMITTED, Stage.ENDED)
    if followed:
        said = handed_words(asked, given) + _untold(sent, given, today)
    elif sent.stage is Stage.RETURNED:
        said = sent.decision
    else:
        said = figures_of(sent)
    return Line(sent, tag, look, said, followed)


def over(sent: Sent, today: date) -> bool:
    """Tell whether a demand binds nobody any more."""
    return sent.stage is Stage.ENDED or (sent.expires_on is not None and sent.expires_on < today)


def _untold(sent: Sent, handed: int, today: date) -> str:
    """What is still owed to those who handed over, once it is over: a word on what it was for."""
    owed = handed and over(sent, today) and not sent.used_for
    return _("。还没说这些数用来做了什么") if owed else ""


def figures_of(sent: Sent) -> str:
    """What the gate found, in a line."""
    found = _("{n} 处要看").format(n=sent.findings) if sent.findings else _("没有查到要改的")
    if not sent.columns:
        return found
    return _("{found} · {columns} 栏已有 {known} 栏").format(
        found=found, columns=sent.columns, known=sent.known
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """One demand that waits: since when, what was found, what it would cost all its posts in a year."""

    sent: Sent
    since: str
    found: str
    hours: str
    posts: str


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """What waits, the oldest first, and what was admitted."""

    waiting: tuple[Waiting, ...]
    admitted: tuple[Sent, ...]


def waiting_page(
    waiting: Sequence[Sent], admitted: Sequence[Sent], handed: Mapping[int, tuple[int, int]], now: datetime
) -> WaitingPage:
    """Lay out the admission desk."""
    return WaitingPage(tuple(_waiting(each, handed, now) for each in waiting), tuple(admitted))


def _waiting(sent: Sent, handed: Mapping[int, tuple[int, int]], now: datetime) -> Waiting:
    posts = handed.get(sent.number, (0, 0))[1]
    days = (now.date() - sent.submitted_at.astimezone(now.tzinfo).date()).days if sent.submitted_at else 0
    return Waiting(
        sent,
        _("今天送来") if days <= 0 else _("{n} 天前送来").format(n=days),
        figures_of(sent),
        duration(sent.before * posts) if sent.columns else "",
        number(posts),
    )


def until(sent: Sent) -> str:
    """The last day on which an admitted demand holds."""
    return day(sent.expires_on) if sent.expires_on else ""
