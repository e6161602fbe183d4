"""The trail: every act leaves a row bound to the one before, so that nothing can be taken out or changed unseen.

digest = sha256 over the row's fields as they read, a salt, and the digest before it, fields joined as JSON (RFC 8785 in spirit:
one spelling). Sealing a row under another key changes none of them; the salt is sealed too, so that nobody without the key
finds the words by trying.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from qingzhuang.model.problem import ProblemError
from qingzhuang.privacy.mask import mask
from qingzhuang.store.models import Account, TrailRow
from qingzhuang.store.sealing.ring import CHANGED
from qingzhuang.store.writing import one_writer

START = "0" * 64


class Act(StrEnum):
    """What somebody did."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    LOOKED = "looked"  # at personal data, masked
    UNMASKED = "unmasked"
    FETCHED = "fetched"  # took a file away
    ANSWERED = "answered"  # a question about a subject
    HANDED = "handed"  # a filled form to its issuer
    SAID_NO = "said_no"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    ADMITTED = "admitted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"  # an application, by its issuer
    DISCARDED = "discarded"  # a draft that was never sent
    REACHED = "reached"  # posts, without being admitted
    TOLD_USE = "told_use"  # what the data was used for
    ENDED = "ended"
    IMPORTED = "imported"
    SETTLED = "settled"
    OPENED_ACCOUNT = "opened_account"
    SWITCHED = "switched"  # a pack or parameter
    CHECKED = "checked"  # a register
    TOLD = "told"  # a tip-off; no longer left, since a step tells the hour
    PASSWORD = "password"  # noqa: S105 - made anew for somebody, or chosen by oneself
    SEATED = "seated"
    BOUND = "bound"  # a provider's name to an account
    UNBOUND = "unbound"
    WISHED = "wished"  # asked for what needs a second person
    AGREED = "agreed"
    TOOK_BACK = "took_back"
    CARRIED_OFF = "carried_off"  # a copy of the ledger
    VERIFIED = "verified"  # the trail, on a page
    PAIRED = "paired"  # said whether two items are one
    NOTED = "noted"  # the month's minutes
    MADE_TOKEN = "made_token"  # noqa: S105 - for a program that sits in somebody's seat
    WITHDREW_TOKEN = "withdrew_token"  # noqa: S105 - so that it opens nothing
    MADE_HOOK = "made_hook"  # an address that is told what happens
    ENDED_HOOK = "ended_hook"
    MADE_FEED = "made_feed"  # a calendar's address, also anew
    ASKED_ERASURE = "asked_erasure"  # of what is known of somebody, or came in for a demand
    ERASED = "erased"
    KEPT = "kept"  # after all: what somebody asked to delete
    TAUGHT = "taught"  # how a form is to be read
    MOVED = "moved"  # a unit: renamed, put elsewhere, merged


@dataclass(frozen=True, slots=True)
class Step:
    """One row to come: who (an account's number, 0 the program), from which seat, did what to what, for what purpose."""

    actor: int
    act: Act
    thing: str
    seat: int = 0
    purpose: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found: how many rows hold, and the number of the first that does not."""

    rows: int
    broken: int | None = None


def leave(step: Step, at: datetime) -> int:
    """Add a row to the trail and return its number. What somebody typed is kept without anybody's numbers and names: a row
    of the trail can never be removed."""
    with one_writer():
        last = TrailRow.objects.order_by("-pk").values_list("digest", flat=True).first() or START
        row = TrailRow(
            at=at.astimezone(UTC),
            actor=step.actor,
            seat=step.seat,
            act=step.act.value,
            thing=mask(step.thing)[:300] if step.act is Act.IMPORTED else step.thing[:300],
            purpose=mask(step.purpose[:300]),
            detail=step.detail,
            salt=secrets.token_hex(16),
            previous=last,
        )
        row.digest = _digest(row)
        row.save(force_insert=True)
        return row.pk


def verify() -> Verdict:
    """Walk the whole trail and say how many rows hold, up to the first that was changed, taken out or put in."""
    previous, rows, last = START, 0, 0
    try:
        for row in TrailRow.objects.order_by("pk").iterator(2_000):
            if row.previous != previous or row.digest != _digest(row):
                return Verdict(rows, row.pk)
            previous, rows, last = row.digest, rows + 1, row.pk
    except ProblemError as error:
        if error.problem.code != CHANGED:
            raise
        return _changed_after(last, rows, previous)
    return Verdict(rows)


def _changed_after(last: int, rows: int, previous: str) -> Verdict:
    """Among the rows after `last`, one cannot be opened: say which one it is, or an earlier one that does not hold."""
    for number in TrailRow.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True):
        try:
            row = TrailRow.objects.get(pk=number)
        except ProblemError:
            return Verdict(rows, number)
        if row.previous != previous or row.digest != _digest(row):
            return Verdict(rows, number)
        previous, rows = row.digest, rows + 1
    return Verdict(rows)


@dataclass(frozen=True, slots=True)
class Left:
    """One row of the trail as it may be read: no detail, and a thing only where the act is about units, accounts or demands."""

    number: int
    at: datetime
    who: str
    act: Act
    thing: str


_NAMEABLE = frozenset(
    (
        Act.SIGNED_IN,
        Act.DRAFTED,
        Act.SUBMITTED,
        Act.ADMITTED,
        Act.RETURNED,
        Act.ENDED,
        Act.OPENED_ACCOUNT,
        Act.SWITCHED,
        Act.CHECKED,
        Act.TOLD,
        Act.PASSWORD,
        Act.SEATED,
        Act.BOUND,
        Act.UNBOUND,
        Act.WISHED,
        Act.AGREED,
        Act.TOOK_BACK,
        Act.CARRIED_OFF,
        Act.NOTED,
        Act.MADE_TOKEN,
        Act.WITHDREW_TOKEN,
        Act.MADE_HOOK,
        Act.ENDED_HOOK,
        Act.MADE_FEED,
        Act.PAIRED,
        Act.VERIFIED,
        Act.MOVED,
    )
)


def steps(act: str = "", who: str = "", before: int | None = None, most: int = 100) -> tuple[Left, ...]:
    """Return the latest rows, of one act and one account's name if given, from before a row on."""
    rows = TrailRow.objects.order_by("-pk")
    if act:
        rows = rows.filter(act=act)
    if who:
        rows = rows.filter(actor__in=_called(who))
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[:most])
    names = dict(Account.objects.filter(pk__in={row.actor for row in found}).values_list("pk", "name"))
    return tuple(_left(row, names.get(row.actor, "")) for row in found)


def _called(who: str) -> list[int]:
    """The accounts that have a text in their name or in the name they sign in with."""
    wanted = who.lower()
    names = Account.objects.values_list("pk", "name", "username")
    return [number for number, *called in names if any(wanted in each.lower() for each in called)]


def _left(row: TrailRow, who: str) -> Left:
    act = Act(row.act)
    return Left(row.pk, row.at, who, act, row.thing if act in _NAMEABLE else "")


def _digest(row: TrailRow) -> str:
    fields = (
        row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        row.actor,
        row.seat,
        row.act,
        row.thing,
        row.purpose,
        row.detail,
        row.previous,
        *([row.salt] if row.salt else []),  # rows from before the words were sealed have none
    )
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
