"""An identity of a provider opens one account, and only after an administrator bound it."""

import pytest

from qingzhuang.model.problem import ProblemError
from qingzhuang.store.organisation.identities import Identity, account_of, bind, bound, unbind
from qingzhuang.store.organisation.units import open_account

HERE = "https://id.example.gov.cn"


@pytest.fixture(autouse=True)
def _accounts() -> None:
    open_account("wang", "王编名", None)
    open_account("li", "李编名", None)


def _refused(code: str, username: str, identity: Identity) -> None:
    with pytest.raises(ProblemError) as refused:
        bind(username, identity)
    assert refused.value.problem.code == code


def test_what_is_bound_opens_its_account_until_it_is_unbound() -> None:
    one = Identity(HERE, "u-1")
    assert account_of(one) is None
    assert bind("wang", one)
    assert not bind("wang", one), "a second time changes nothing"
    found = account_of(one)
    assert found is not None
    assert found.username == "wang"
    assert bound(HERE) == (("wang", "u-1"),)
    assert unbind(one) == "wang"
    assert account_of(one) is None
    with pytest.raises(ProblemError, match="QZ-W133"):
        unbind(one)


def test_names_are_held_to_the_letter_and_to_their_provider() -> None:
    bind("wang", Identity(HERE, "u-1"))
    for other in (
        Identity(HERE, "U-1"),
        Identity(HERE, "u-1 "),
        Identity(f"{HERE}/", "u-1"),
        Identity(HERE, ""),
    ):
        assert account_of(other) is None


def test_one_identity_never_opens_two_accounts() -> None:
    bind("wang", Identity(HERE, "u-1"))
    _refused("QZ-W131", "li", Identity(HERE, "u-1"))
    bind("wang", Identity(HERE, "u-2"))
    assert bound(HERE) == (("wang", "u-1"), ("wang", "u-2"))


def test_what_cannot_be_an_identity_is_refused_in_words() -> None:
    _refused("QZ-W130", "nobody", Identity(HERE, "u-1"))
    for value in ("", " u", "u\x00", "u" * 256, "u\n1"):
        _refused("QZ-W132", "wang", Identity(HERE, value))
