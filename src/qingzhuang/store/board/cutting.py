"""The scales over the demands that bind posts now: their forms read from what is kept, the outcome kept while nothing changes."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from django.utils.translation import get_language

from qingzhuang.account.weighing import Weighing
from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.share import Share
from qingzhuang.pipeline.demands import Told
from qingzhuang.pipeline.weighing import Pile, weigh
from qingzhuang.store.beside.jobs import Step
from qingzhuang.store.ledger.mark import mark
from qingzhuang.store.ledger.queries import held
from qingzhuang.store.models import DemandRow
from qingzhuang.store.tasks.planning import form_of


@dataclass(frozen=True, slots=True)
class _Asked:
    """One form that is weighed; equal ones weigh the same."""

    path: str
    blob: str
    issuer: str
    times_per_year: float
    posts: int


def cut_list(shares: Sequence[Share], day: date, step: Step | None = None) -> Weighing:
    """Weigh the demands of these shares, telling each form that is read. A form that cannot be read is told and left out."""
    asked = _all_asked(shares, day)
    for done, each in enumerate(asked if step else ()):
        with suppress(ProblemError, OSError, ValueError):
            form_of(each.path.partition("/")[2], each.blob)
        if step:
            step(done + 1, len(asked))
    return _weighed(asked, day, mark().count, get_language())


def asked_digest(shares: Sequence[Share], day: date) -> str:
    """A name for what is weighed: it changes with the demands in force, not with every answer."""
    return hashlib.sha256(repr((_all_asked(shares, day), day.isoformat()[:7])).encode()).hexdigest()


def _all_asked(shares: Sequence[Share], day: date) -> tuple[_Asked, ...]:
    live = sorted((each for each in shares if each.in_force(day)), key=lambda each: each.demand)
    asked = DemandRow.objects.only("file", "blob", "times_per_year")
    kept = asked.in_bulk([each.demand for each in live])
    return tuple(
        _asked(kept[number], list(held_by)) for number, held_by in groupby(live, lambda each: each.demand)
    )


def _asked(row: DemandRow, shares: Sequence[Share]) -> _Asked:
    posts = sum(each.posts for each in shares)
    return _Asked(f"{row.pk}/{row.file}", row.blob, shares[0].issuer.name, row.times_per_year, posts)


@lru_cache(maxsize=4)
def _weighed(asked: tuple[_Asked, ...], day: date, ledger: int, _language: str) -> Weighing:
    pile = Pile()
    for each in asked:
        _put(pile, each)
    told = {
        each.path: {"issuer": each.issuer, "times_per_year": each.times_per_year, "posts": each.posts}
        for each in asked
    }
    return weigh("", pile, day, Told(told), held(day) if ledger else {})


def _put(pile: Pile, each: _Asked) -> None:
    try:
        form = form_of(each.path.partition("/")[2], each.blob)
    except ProblemError as error:
        pile.unread.append(error.problem)
    except (OSError, ValueError):
        pile.unread.append(_lost(each))
    else:
        pile.forms.append(form)
        pile.paths.append(each.path)


def _lost(each: _Asked) -> Problem:
    return Problem(
        "QZ-W110",
        each.path.partition("/")[2],
        _("原文件不在了，没有称。"),
        _("请发表单位再交一份；别的表不受影响。"),
    )
