"""The database itself refuses to change or remove what was recorded, by whatever way one tries."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from qingzhuang.store.guard import APPEND_ONLY
from qingzhuang.store.models import DocumentRow, FactRow, WithdrawalRow
from qingzhuang.store.sealing.fields import Told
from tests.store.people import WANG, bring

CHANGED = Told('"改过"')


def _raw(statement: str) -> Callable[[], object]:
    def run() -> object:
        with connection.cursor() as cursor:
            return cursor.execute(statement)

    return run


def _save() -> None:
    row = FactRow.objects.get()
    row.told = CHANGED
    row.save()


ATTEMPTS: dict[str, Callable[[], object]] = {
    "save": _save,
    "queryset update": lambda: FactRow.objects.update(told=CHANGED),
    "bulk update": lambda: FactRow.objects.bulk_update([FactRow(pk=_one().pk, told=CHANGED)], ["told"]),
    "bulk create over the old": lambda: FactRow.objects.bulk_create(
        [_one()], update_conflicts=True, unique_fields=["id"], update_fields=["told"]
    ),
    "queryset delete": lambda: FactRow.objects.all().delete(),
    "raw update": _raw("UPDATE ledger_fact SET told = '1'"),
    "raw delete": _raw("DELETE FROM ledger_fact"),
    "raw update of a document": _raw("UPDATE ledger_document SET file = 'x'"),
    "delete a document": lambda: DocumentRow.objects.all().delete(),
}


def _one() -> FactRow:
    return FactRow.objects.get()


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_no_way_leads_to_a_changed_fact(attempt: Callable[[], object]) -> None:
    bring({(WANG, "person.sex"): "女"})
    with pytest.raises(DatabaseError), transaction.atomic():
        attempt()
    assert FactRow.objects.get().value == '"女"'
    assert DocumentRow.objects.get().file == "低保花名册.xlsx"


def test_a_withdrawal_cannot_be_taken_away() -> None:
    bring({(WANG, "person.sex"): "女"})
    bring({(WANG, "person.sex"): "男"}, minute=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        WithdrawalRow.objects.all().delete()
    assert WithdrawalRow.objects.count() == 1


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_after_all_migrations_every_table_is_guarded(table: str) -> None:
    """SQLite drops a table's triggers when a migration rebuilds it: then call guard again."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
        if connection.vendor == "sqlite"
        else "SELECT trigger_name FROM information_schema.triggers WHERE event_object_table = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        assert {name for (name,) in cursor.fetchall()} == {f"{table}_no_update", f"{table}_no_delete"}
