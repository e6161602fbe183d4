"""Programs with tokens of the fixed people's seats."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.organisation.tokens import Order, Scope, make_token
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, sent, task_of


class Program(Client):
    """A program that comes in with a token and speaks JSON."""

    def __init__(self, secret: str) -> None:
        super().__init__(headers={"Authorization": f"Bearer {secret}"})

    def ask(self, path: str, **query: str) -> Any:
        """What is answered, when all is well."""
        answer = self.get(f"/api/v1{path}", query)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()

    def say(self, method: str, path: str, body: object = None, version: object = None) -> Any:
        """Change something."""
        headers = {} if version is None else {"If-Match": f'"{version}"'}
        return getattr(self, method)(f"/api/v1{path}", body, content_type="application/json", headers=headers)


Programs = Callable[..., Program]


def secret_of(seat: Seat, scope: Scope = Scope.WRITE) -> str:
    """A new token's secret."""
    until = clock.today() + timedelta(days=30)
    return make_token(Order(seat, "编名程序", scope, until), None, clock.now())[1]


@pytest.fixture
def program(db: None) -> Programs:
    """Return a program that sits in somebody's seat."""
    cache.clear()

    def sits(seat: Seat, scope: Scope = Scope.WRITE) -> Program:
        return Program(secret_of(seat, scope))

    return sits


@pytest.fixture
def task(people: People) -> Task:
    """A roll of party members; two live in the post's village, one in the colleague's."""
    known(people.post.unit.name, TIAN, QIU)
    known(people.colleague.unit.name, SHI)
    return task_of(people, sent(people))
