"""Which pairs of the forms at hand the rules leave to people: of what one post must fill, or of all below an office."""

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from django.db.models import Count

from qingzhuang.language import spoken
from qingzhuang.match.group import group
from qingzhuang.match.queue import Question, questions
from qingzhuang.model.form import Form
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Stage
from qingzhuang.store.blobs import ChangedError
from qingzhuang.store.models import TaskRow
from qingzhuang.store.planning import form_of
from qingzhuang.store.shares import realm

MOST_FORMS = 300  # those that are filled most often
_Sheet = tuple[str, str, str, float]


def pairs_at_hand(seat: Seat) -> tuple[Question, ...]:
    """Return the pairs of the forms in force that are addressed to a seat's unit, or to any unit that an administrator
    looks after; kept while the forms stay the same."""
    rows = TaskRow.objects.filter(demand__stage__in=[Stage.ADMITTED.value, Stage.UNADMITTED.value])
    if seat.role is Role.ADMIN:
        rows = rows.filter(unit__path__startswith=realm(seat.unit))
    else:
        rows = rows.filter(unit=seat.unit.number)
    counted = (
        rows.values(
            "demand", "demand__file", "demand__blob", "demand__issuer__name", "demand__times_per_year"
        )
        .annotate(posts=Count("pk"))
        .order_by("demand")
    )
    sheets = [
        (
            row["demand__file"],
            row["demand__blob"],
            row["demand__issuer__name"],
            row["demand__times_per_year"] * row["posts"],
        )
        for row in counted
    ]
    return _pairs(tuple(sorted(sheets, key=lambda sheet: (-sheet[3], sheet[:3]))[:MOST_FORMS]), spoken())


@lru_cache(maxsize=64)
def _pairs(sheets: tuple[_Sheet, ...], _language: str) -> tuple[Question, ...]:
    forms: dict[str, Form] = {}
    often: dict[str, float] = {}
    for file, blob, issuer, asks in sheets:
        with suppress(ProblemError, OSError, ChangedError):  # its own page says why
            form = form_of(file, blob)
            forms[blob] = replace(form, issuer=form.issuer or issuer)
            often[blob] = often.get(blob, 0.0) + asks
    held = list(forms.values())
    return questions(group(held), held, [often[blob] for blob in forms])
