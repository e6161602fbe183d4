"""Whoever chooses a password is told in plain words what does not fit."""

from collections.abc import Callable

from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.web.admin.forms import OpenAccount
from qingzhuang.web.door.forms import OwnPassword
from tests.web.conftest import People

MACHINE = ("变量", "字段", "必填")


def test_no_word_is_the_program_s_own() -> None:
    for form in (OwnPassword({}), OwnPassword({"password": "abc", "again": ""}), OpenAccount({})):
        said = [str(words) for errors in form.errors.values() for words in errors]
        assert said
        assert not [words for words in said if any(each in words for each in MACHINE)]


def test_a_short_one_is_told_so(people: People, as_: Callable[[Seat | None], Client]) -> None:
    page = as_(people.post).post("/door/own", {"password": "abc", "again": "abc"}).content.decode()
    assert "太短了，请写 10 个字以上。" in page
