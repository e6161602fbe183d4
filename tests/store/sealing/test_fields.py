"""Sealed columns: the database is never asked what it cannot know."""

import pytest
from django.core.exceptions import FieldError
from django.db import DatabaseError, connection, transaction

from qingzhuang.store.guard import SEALED
from qingzhuang.store.models import FactRow, KeyRow, SubjectRow
from qingzhuang.store.sealing.columns import tables
from qingzhuang.store.sealing.keys import new_key
from qingzhuang.store.sealing.ring import Ring, ring
from tests.store.people import WANG, bring


@pytest.mark.parametrize(
    "asked", [{"name": "王桂香"}, {"name__contains": "王"}, {"key__startswith": "99"}, {"key__iexact": "a"}]
)
def test_what_cannot_be_asked_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(FieldError):
        SubjectRow.objects.filter(**asked)


def test_a_key_is_found_when_it_is_given_whole() -> None:
    bring({(WANG, "person.sex"): "女"})
    assert SubjectRow.objects.get(key=WANG.key).name == "王桂香"
    assert SubjectRow.objects.exclude(key=WANG.key).count() == 0
    assert not SubjectRow.objects.filter(key=WANG.key[:-1]).exists()
    assert not SubjectRow.objects.filter(key="").exists()


def test_one_key_is_one_subject() -> None:
    bring({(WANG, "person.sex"): "女"})
    with pytest.raises(DatabaseError), transaction.atomic():
        SubjectRow.objects.create(kind="person", key=WANG.key)


def test_the_guard_knows_every_sealed_column_of_what_it_guards() -> None:
    known = {table.name: tuple(each.name for each in table.columns) for table in tables()}
    assert {name: set(known[name]) for name in SEALED} == {
        name: set(columns) for name, columns in SEALED.items()
    }


def test_a_guarded_value_turns_only_to_a_key_that_waits_for_it() -> None:
    bring({(WANG, "person.sex"): "女"})
    other = Ring((new_key(),)).current
    KeyRow.objects.create(ident=ring().current.ident, since="2026-11-25T00:00Z", whole=True)
    turned = other.seal(b'"x"\x1f\x1f', b"ledger_fact.told")
    _refused(turned)
    KeyRow.objects.create(ident=other.ident, since="2026-11-25T00:00Z")
    _refused("clear")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_fact SET told = %s, element = 'other'", [turned])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_fact SET told = %s", [turned])
    _refused(turned[:-4] + "AAAA")
    assert FactRow.objects.filter(element="person.sex").count() == 1


def _refused(value: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_fact SET told = %s", [value])
