"""A provider that runs, and a door that is set up for it."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from qingzhuang.store.organisation.identities import Identity, bind
from qingzhuang.web.door.openid import forget
from qingzhuang.web.door.provider import Provider
from tests.web.conftest import People
from tests.web.door.op import CLIENT, SECRET, Op, running


@pytest.fixture
def op(settings: Settings) -> Iterator[Op]:
    """The provider; the door knows it as 政务通."""
    forget()
    with running() as started:
        settings.OIDC = Provider(started.issuer, CLIENT, SECRET, name="政务通")
        yield started


@pytest.fixture
def bound(op: Op, people: People) -> People:
    """The post's account is bound to whoever is u-1001 over there."""
    bind("post", Identity(op.issuer, "u-1001"))
    return people
