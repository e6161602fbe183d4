"""Accounts as an administrator keeps them: opened with a password for once, seats given, ended by two persons."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.db.models import Q

from qingzhuang.language import gettext as _
from qingzhuang.model.organisation import Role, Seat, Unit
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.models import Account, SeatRow, WishRow
from qingzhuang.store.organisation.units import give_seat, open_account, seat_of, seats
from qingzhuang.store.writing import one_writer

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another
_GROUPS, _GROUP = 4, 4


@dataclass(frozen=True, slots=True)
class Held:
    """One seat in the books with its account; `wish` is the number of an open wish to end it, `wisher` who asked."""

    seat: Seat
    username: str
    since: date
    active: bool
    wish: int | None
    wisher: int | None


@dataclass(frozen=True, slots=True)
class Wish:
    """What one administrator asked for and another one may agree to."""

    number: int
    seat: Seat
    username: str
    asked_by: int
    asker: str
    asked_at: datetime


def password_for_once() -> str:
    """A password that somebody else makes: 16 signs in four groups, easy to read out."""
    groups = ("".join(secrets.choice(_SIGNS) for _sign in range(_GROUP)) for _each in range(_GROUPS))
    return "-".join(groups)


def open_seat(username: str, name: str, at: Unit, role: Role, day: date) -> tuple[Seat, str]:
    """Open an account with a seat; returns its password for once. Raises ProblemError QZ-W101 when the name is taken."""
    password = password_for_once()
    with one_writer():
        account = open_account(username, name, password)
        Account.objects.filter(pk=account.pk).update(once=True)
        return give_seat(account, at, role, day), password


def reset_password(account: int) -> str:
    """Give an account another password for once; whoever is signed in as it is out."""
    password = password_for_once()
    Account.objects.filter(pk=account).update(password=make_password(password), once=True)
    return password


def keep_admin(username: str, name: str, at: Unit, day: date) -> tuple[str, bool]:
    """Open an administrator's account at a unit, or give the one of that name the seat and another password for once; tells
    whether it is new."""
    with one_writer():
        known = Account.objects.filter(username=username).first()
        if known is None:
            return open_seat(username, name, at, Role.ADMIN, day)[1], True
        Account.objects.filter(pk=known.pk).update(is_active=True)
        give_seat(known, at, Role.ADMIN, day)
        return reset_password(known.pk), False


def choose_password(account: int, password: str) -> None:
    """Keep the password that somebody chose for themselves."""
    Account.objects.filter(pk=account).update(password=make_password(password), once=False)


def held_seats(below: str, day: date, text: str = "", most: int = 200) -> tuple[Held, ...]:
    """Return the seats held on a day at or below a path, in directory order; `text` is part of a name or unit."""
    rows = SeatRow.objects.filter(Q(until__isnull=True) | Q(until__gte=day), unit__path__startswith=below)
    rows = (
        rows.filter(account__is_active=True).select_related("account", "unit").order_by("unit__order", "pk")
    )
    held = [row for row in rows if _has(row, text.lower())][:most] if text else list(rows[:most])
    wished = {each.seat_id: each for each in WishRow.objects.filter(settled_at=None, seat__in=held)}
    return tuple(_held(row, wished.get(row.pk)) for row in held)


def _has(row: SeatRow, text: str) -> bool:
    return any(text in each.lower() for each in (row.account.name, row.account.username, row.unit.name))


def seats_of_name(username: str, day: date) -> tuple[Seat, ...]:
    """Return the seats that the account of a name holds on a day."""
    account = Account.objects.filter(username=username, is_active=True).first()
    return seats(account.pk, day) if account else ()


def held_seat(number: int, below: str, day: date) -> Held | None:
    """Return one seat that is held at or below a path."""
    return next((each for each in held_seats(below, day, most=100_000) if each.seat.number == number), None)


def wish_to_end(held: Held, asker: int, at: datetime) -> int:
    """Ask to end a seat. Raises ProblemError QZ-W122 when somebody asked already."""
    with one_writer():
        if WishRow.objects.filter(seat=held.seat.number, settled_at=None).exists():
            raise ProblemError(_asked_already(held.seat.name))
        row = WishRow.objects.create(
            seat_id=held.seat.number, account_id=held.seat.holder, asked_by_id=asker, asked_at=at
        )
        return row.pk


def wishes(below: str) -> tuple[Wish, ...]:
    """Return what is asked for at or below a path and waits for a second person."""
    rows = WishRow.objects.filter(settled_at=None, seat__unit__path__startswith=below)
    rows = rows.select_related("seat__account", "seat__unit", "asked_by").order_by("pk")
    return tuple(_wish(row) for row in rows)


def agree(number: int, below: str, who: int, at: datetime) -> Wish:
    """Let happen what another administrator asked for: the seat ends, and an account without a seat is closed. Raises
    ProblemError QZ-W123 when one agrees with oneself, QZ-W124 when it is settled."""
    with one_writer():
        row = _open(number, below)
        if row.asked_by_id == who:
            raise ProblemError(_alone(row.account.name))
        # a seat is held through its last day: it ends with the day before
        SeatRow.objects.filter(pk=row.seat_id).update(until=date.fromordinal(at.date().toordinal() - 1))
        _settle(row, who, at, agreed=True)
        if not SeatRow.objects.filter(account=row.account_id, until=None).exists():
            Account.objects.filter(pk=row.account_id).update(is_active=False)
        return _wish(row)


def take_back(number: int, below: str, who: int, at: datetime) -> Wish:
    """Let nothing happen. Raises ProblemError QZ-W124 when it is settled."""
    with one_writer():
        row = _open(number, below)
        _settle(row, who, at, agreed=False)
        return _wish(row)


def _open(number: int, below: str) -> WishRow:
    rows = WishRow.objects.select_related("seat__account", "seat__unit", "asked_by", "account")
    row = rows.filter(pk=number, settled_at=None, seat__unit__path__startswith=below).first()
    if row is None:
        raise ProblemError(_settled_already(str(number)))
    return row


def _settle(row: WishRow, who: int, at: datetime, *, agreed: bool) -> None:
    row.settled_by_id, row.settled_at, row.agreed = who, at, agreed
    row.save(update_fields=["settled_by", "settled_at", "agreed"])


def _held(row: SeatRow, wish: WishRow | None) -> Held:
    account = row.account
    asked = (wish.pk, wish.asked_by_id) if wish else (None, None)
    return Held(seat_of(row), account.username, row.since, account.is_active, *asked)


def _wish(row: WishRow) -> Wish:
    return Wish(
        row.pk, seat_of(row.seat), row.seat.account.username, row.asked_by_id, row.asked_by.name, row.asked_at
    )


def _asked_already(name: str) -> Problem:
    return Problem("QZ-W122", name, _("已经有人提过，在等第二个人。"), _("请看页面上面那一条。"))


def _alone(name: str) -> Problem:
    return Problem(
        "QZ-W123",
        name,
        _("自己提的，要另一位管理员点头，没有改动。"),
        _("只有一位管理员的，请在服务器上用 qz admin open 再开一位。"),
    )


def _settled_already(name: str) -> Problem:
    return Problem("QZ-W124", name, _("这一条已经办完或者收回了。"), _("请刷新页面看现在是什么样。"))
