"""The trail: every act leaves a row bound to the one before, so that nothing can be taken out or changed unseen.

digest = sha256 over the row's fields and the digest before it, fields joined as JSON (RFC 8785 in spirit: one spelling).
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from qingzhuang.store.models import TrailRow
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
    REACHED = "reached"  # posts, without being admitted
    TOLD_USE = "told_use"  # what the data was used for
    ENDED = "ended"
    IMPORTED = "imported"
    SETTLED = "settled"
    OPENED_ACCOUNT = "opened_account"
    SWITCHED = "switched"  # a pack or parameter
    CHECKED = "checked"  # a register
    TOLD = "told"  # a tip-off, by nobody in particular
    PASSWORD = "password"  # noqa: S105 - made anew for somebody, or chosen by oneself
    SEATED = "seated"
    BOUND = "bound"  # a provider's name to an account
    UNBOUND = "unbound"
    WISHED = "wished"  # asked for what needs a second person
    AGREED = "agreed"
    TOOK_BACK = "took_back"
    CARRIED_OFF = "carried_off"  # a copy of the ledger


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


def leave(step: Step, at: datetime) -> None:
    """Add a row to the trail."""
    with one_writer():
        last = TrailRow.objects.order_by("-pk").values_list("digest", flat=True).first() or START
        row = TrailRow(
            at=at.astimezone(UTC),
            actor=step.actor,
            seat=step.seat,
            act=step.act.value,
            thing=step.thing[:300],
            purpose=step.purpose[:300],
            detail=step.detail,
            previous=last,
        )
        row.digest = _digest(row)
        row.save(force_insert=True)


def verify() -> Verdict:
    """Walk the whole trail and say how many rows hold, up to the first that was changed, taken out or put in."""
    previous, rows = START, 0
    for row in TrailRow.objects.order_by("pk").iterator(2_000):
        if row.previous != previous or row.digest != _digest(row):
            return Verdict(rows, row.pk)
        previous, rows = row.digest, rows + 1
    return Verdict(rows)


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
    )
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
