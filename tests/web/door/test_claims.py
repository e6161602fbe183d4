"""Which claim names the account is the administrator's to say; one that proves nothing names nobody."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from qingzhuang.store.organisation.identities import Identity, bind
from qingzhuang.web.door.provider import Provider
from tests.web.conftest import People
from tests.web.door.op import CLIENT, SECRET, Op
from tests.web.door.test_outside import _sign_in


@pytest.fixture
def by(op: Op, people: People, settings: Settings) -> Any:
    """Name accounts by a claim, and bind its value to the post."""

    def name(claim: str, value: str) -> None:
        settings.OIDC = Provider(op.issuer, CLIENT, SECRET, claim, "政务通")
        bind("post", Identity(op.issuer, value))

    return name


def test_another_claim_may_name_the_account(by: Any, op: Op) -> None:
    by("employee", "10086")
    op.person = {"sub": "x", "employee": "10086"}
    assert _sign_in(Client())["Location"] == "/desk/"
    op.person = {"sub": "x", "employee": 10086}
    assert _sign_in(Client())["Location"] == "/desk/"


def test_a_claim_that_the_token_lacks_is_asked_for_and_must_be_of_the_same_person(by: Any, op: Op) -> None:
    by("employee", "10086")
    op.told = {"sub": "u-1001", "employee": "10086"}
    assert _sign_in(Client())["Location"] == "/desk/"
    op.told = {"sub": "somebody else", "employee": "10086"}
    assert _sign_in(Client()).status_code == 403


@pytest.mark.parametrize(
    "value", [None, True, ["10086"], {"a": 1}, "", " 10086", "100\x0086", "1" * 300], ids=repr
)
def test_a_claim_that_is_no_name_names_nobody(by: Any, op: Op, value: object) -> None:
    by("employee", "10086")
    op.person, op.told = {"sub": "x", "employee": value}, {"sub": "x"}
    answer = _sign_in(Client())
    assert answer.status_code == 403
    assert "没有说清您是谁" in answer.content.decode()


def test_an_address_counts_only_when_the_provider_vouches_for_it(by: Any, op: Op) -> None:
    by("email", "post@example.org")
    op.person = {"sub": "x", "email": "post@example.org"}
    assert _sign_in(Client()).status_code == 403
    op.person = {**op.person, "email_verified": True}
    assert _sign_in(Client())["Location"] == "/desk/"
