"""The trail shows every tampering, and the database refuses it anyway."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from qingzhuang.store.models import TrailRow
from qingzhuang.store.trail import Act, Step, Verdict, leave, verify

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def _three() -> None:
    for number in range(3):
        leave(Step(7, Act.UNMASKED, f"person:{number}", purpose="核对"), NOON + timedelta(minutes=number))


def _force(statement: str) -> None:
    """What somebody with the database in hand could do: take the guard off and change rows."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_trail DISABLE TRIGGER ALL")
        else:
            cursor.execute("DROP TRIGGER audit_trail_no_update")
            cursor.execute("DROP TRIGGER audit_trail_no_delete")
        cursor.execute(statement)


def test_an_untouched_trail_holds() -> None:
    _three()
    assert verify() == Verdict(3)


def test_the_database_refuses_to_change_it() -> None:
    _three()
    with pytest.raises(DatabaseError), transaction.atomic():
        TrailRow.objects.update(purpose="")
    with pytest.raises(DatabaseError), transaction.atomic():
        TrailRow.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_trail SET purpose = salt WHERE id = (SELECT MIN(id) + 1 FROM audit_trail)",
        "UPDATE audit_trail SET actor = 8 WHERE id = (SELECT MIN(id) + 1 FROM audit_trail)",
        "DELETE FROM audit_trail WHERE id = (SELECT MIN(id) + 1 FROM audit_trail)",
        "DELETE FROM audit_trail WHERE id = (SELECT MIN(id) FROM audit_trail)",
    ],
)
def test_a_changed_or_missing_row_is_found(statement: str) -> None:
    _three()
    _force(statement)
    assert verify().broken is not None
