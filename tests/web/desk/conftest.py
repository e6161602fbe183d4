"""A demand on the desk of the fixed people's village."""

import pytest

from qingzhuang.model.work import Task
from tests.web.conftest import People
from tests.web.desk.village import QIU, SHI, TIAN, known, sent, task_of


@pytest.fixture
def task(people: People) -> Task:
    """A roll of party members; two live in the post's village, one in the colleague's."""
    known(people.post.unit.name, TIAN, QIU)
    known(people.colleague.unit.name, SHI)
    return task_of(people, sent(people))
