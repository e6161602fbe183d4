"""Times of learning, read fast: a whole ledger holds few different ones, and the same text need not be parsed twice."""

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import ExpressionWrapper, F

if TYPE_CHECKING:
    _Moment = models.Field[datetime, datetime]
else:
    _Moment = models.Field
_FEW = 4_096


def moment(name: str) -> "ExpressionWrapper[Any]":
    """Return a column of times to be read in great number."""
    return ExpressionWrapper(F(name), output_field=_MomentField())


class _MomentField(_Moment):
    """Only read. SQLite keeps times in UTC and says no zone, as text or parsed already; PostgreSQL gives them as they
    are."""

    def get_internal_type(self) -> str:
        return "TextField"

    def from_db_value(self, value: Any, *_: Any) -> Any:
        if isinstance(value, str):
            return _parsed(value)
        return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


@lru_cache(maxsize=_FEW)
def _parsed(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
