"""Tokens: a program comes in with one instead of a person with a password, and sits where the token's seat sits."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Q, QuerySet

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.clock import CHINA
from qingzhuang.store.models import TokenRow
from qingzhuang.store.organisation.units import seat_of
from qingzhuang.store.writing import one_writer

BEGINS = "qz_"  # so that a leaked one is known for what it is
LONGEST_DAYS = 366
_MOST_A_SEAT = 20


class Scope(StrEnum):
    """What a token may do."""

    READ = "read"
    WRITE = "write"  # reading as well


@dataclass(frozen=True, slots=True)
class Token:
    """One token as it stands in the books; the secret itself is nowhere."""

    number: int
    label: str
    seat: Seat
    username: str
    scope: Scope
    made_on: date
    expires_on: date
    used_on: date | None

    @property
    def writes(self) -> bool:
        """Tell whether it may write."""
        return self.scope is Scope.WRITE


@dataclass(frozen=True, slots=True)
class Order:
    """A token to make: for which seat, called what, for what, until when."""

    seat: Seat
    label: str
    scope: Scope
    until: date


def make_token(order: Order, by: int | None, at: datetime) -> tuple[Token, str]:
    """Make a token (`by` an account, None at the server) and return it with its secret, which is told this once. Raises
    ProblemError QZ-A101 for a day out of range, QZ-A102 when the seat has too many, QZ-A104 for an administrator's."""
    today, secret = at.astimezone(CHINA).date(), BEGINS + secrets.token_urlsafe(32)
    latest = today + timedelta(days=LONGEST_DAYS)
    if order.seat.role is Role.ADMIN:
        raise ProblemError(_not_for_them(order.seat.name))
    if not today <= order.until <= latest:
        raise ProblemError(_no_such_day(order.label, latest))
    with one_writer():
        if _open(today).filter(seat=order.seat.number).count() >= _MOST_A_SEAT:
            raise ProblemError(_too_many(order.seat.name))
        row = TokenRow.objects.create(
            seat_id=order.seat.number,
            label=order.label[:60],
            digest=digest_of(secret),
            scope=order.scope.value,
            made_by_id=by,
            made_at=at,
            expires_on=order.until,
        )
    return _token(_rows().get(pk=row.pk)), secret


def withdraw_token(number: int, below: str, at: datetime) -> Token:
    """Let a token open nothing any more. Raises ProblemError QZ-A103 when there is none at or below the path."""
    with one_writer():
        row = _rows().filter(pk=number, withdrawn_at=None, seat__unit__path__startswith=below).first()
        if row is None:
            raise ProblemError(_gone(str(number)))
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        return _token(row)


def tokens(below: str, day: date, most: int = 500) -> tuple[Token, ...]:
    """Return the tokens that may still be used, at or below a path, in directory order."""
    rows = _open(day).filter(seat__unit__path__startswith=below).order_by("seat__unit__order", "pk")
    return tuple(_token(row) for row in rows[:most])


def token_of(secret: str, day: date) -> Token | None:
    """Return the token of a secret that still opens something, and note the day; never the minute, nor what it did."""
    if not secret.startswith(BEGINS) or len(secret) > 100:
        return None
    row = _open(day).filter(digest=digest_of(secret)).first()
    if row is None:
        return None
    if row.used_on != day:
        TokenRow.objects.filter(pk=row.pk).update(used_on=day)
    return _token(row)


def digest_of(secret: str) -> str:
    """What is kept of a secret of 256 random bits: no slow hash is needed where nothing can be guessed."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def _rows() -> QuerySet[TokenRow]:
    return TokenRow.objects.select_related("seat__account", "seat__unit")


def _open(day: date) -> QuerySet[TokenRow]:
    """A token goes with its seat and its account."""
    held = Q(seat__until__isnull=True) | Q(seat__until__gte=day)
    return _rows().filter(
        held, withdrawn_at=None, expires_on__gte=day, seat__since__lte=day, seat__account__is_active=True
    )


def _token(row: TokenRow) -> Token:
    return Token(
        number=row.pk,
        label=row.label,
        seat=seat_of(row.seat),
        username=row.seat.account.username,
        scope=Scope(row.scope),
        made_on=row.made_at.astimezone(CHINA).date(),
        expires_on=row.expires_on,
        used_on=row.used_on,
    )


def _no_such_day(label: str, latest: date) -> Problem:
    return Problem(
        "QZ-A101",
        label,
        _("令牌最早用到今天，最长用到 {latest}，没有做。").format(latest=latest.isoformat()),
        _("请换一个日子；到期再做一个新的。"),
    )


def _too_many(name: str) -> Problem:
    return Problem(
        "QZ-A102",
        name,
        _("这个位子已经有 {most} 个令牌在用，没有再做。").format(most=_MOST_A_SEAT),
        _("请先收回不用的。"),
    )


def _gone(number: str) -> Problem:
    return Problem(
        "QZ-A103",
        number,
        _("没有这个令牌，或者已经收回了，没有改动。"),
        _("请刷新页面看现在有哪些。"),
    )


def _not_for_them(name: str) -> Problem:
    return Problem(
        "QZ-A104",
        name,
        _("管理员的位子不给程序坐，没有做。"),
        _("请选岗位、发表单位或减负办的位子。"),
    )
