"""Deleting takes two persons, removes values from tables, files and free pages, and leaves a trail that still verifies."""

import json
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from qingzhuang.model.fact import Fact, Source
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Task
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import State
from qingzhuang.store.beside.picturing import KIND
from qingzhuang.store.beside.waiting import held_back, hold
from qingzhuang.store.blobs import fetch
from qingzhuang.store.ledger.commands import record
from qingzhuang.store.ledger.keeping import correct
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.ledger.queries import history
from qingzhuang.store.ledger.report import Signed
from qingzhuang.store.models import (
    DemandRow,
    DocumentRow,
    ErasureRow,
    FactRow,
    JobRow,
    LicenceRow,
    ReportedRow,
    SubjectRow,
    TrailRow,
)
from qingzhuang.store.rights.erasing import agree, due, propose
from qingzhuang.store.rights.looks import notices, reported
from qingzhuang.store.tasks.demands import demand, end, task, tasks
from qingzhuang.store.tasks.handing import hand_over
from qingzhuang.store.tasks.planning import desk_of
from qingzhuang.store.trail import Act, Step, leave, verify
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, known, sent, task_of
from tests.web.ledger.test_ledger import As

PHONE = "13900000042"


def _typed(people: People, value: str = PHONE) -> None:
    today = clock.today()
    record([Fact(TIAN, "person.phone", value, today, Source(""), people.post.unit.name, clock.now(), None)])


@pytest.fixture
def handed(people: People) -> Task:
    """A roll that was handed over with a telephone typed for it."""
    known(people.post.unit.name, TIAN, QIU)
    found = task_of(people, sent(people))
    _typed(people)
    return hand_over(found, clock.now())


def _ended(handed: Task, days: int) -> None:
    end(handed.demand.number, clock.now(), "核对了名册")
    DemandRow.objects.update(ended_at=clock.now() - timedelta(days=days))


def test_what_came_in_is_due_when_it_was_kept_long_enough(people: People, handed: Task) -> None:
    assert not due(clock.today())
    _ended(handed, 89)
    assert not due(clock.today())
    _ended_again(91)
    assert [each.number for each in due(clock.today(), people.issuer.unit)] == [handed.demand.number]
    assert not due(clock.today(), people.other_issuer.unit)


def _ended_again(days: int) -> None:
    DemandRow.objects.update(ended_at=clock.now() - timedelta(days=days))


def test_two_persons_delete_what_came_in_for_a_demand(people: People, handed: Task) -> None:
    _ended_one(handed)
    thing, now = f"demand {handed.demand.number}", clock.now()
    number = propose(thing, people.issuer.unit, "ended", people.issuer.holder, now)
    with pytest.raises(ProblemError):
        agree(number, people.issuer.holder, now)
    done = agree(number, people.overseer.holder, now)
    assert done.counts["files"] == 1
    assert done.counts["facts"] == 1
    assert not [each for each in history(TIAN) if each.fact.value == PHONE]
    assert history(TIAN), "what other files say stays"
    with pytest.raises(FileNotFoundError):
        fetch(handed.blob)
    found = task(handed.number)
    assert found is not None
    assert found.blob == ""
    assert found.receipt
    again = demand(handed.demand.number)
    assert again is not None
    assert again.erased_on == now.date()
    assert not due(clock.today())
    with pytest.raises(ProblemError):
        agree(number, people.admin.holder, now)


def _drawn(task: int) -> str:
    """The name of a picture that was drawn of a task's form."""
    name, now = hold(b"picture", clock.now()), clock.now()
    about, result = json.dumps({"of": "0" * 64, "task": task}), json.dumps([name])
    JobRow.objects.create(kind=KIND, about=about, state=State.DONE.value, result=result, asked_at=now)
    return name


def test_pictures_of_what_came_in_go_along(people: People, handed: Task) -> None:
    _ended_one(handed)
    mine, other = _drawn(handed.number), _drawn(handed.number + 1000)
    number = propose(f"demand {handed.demand.number}", people.issuer.unit, "ended", 0, clock.now())
    agree(number, people.overseer.holder, clock.now())
    assert held_back(mine) is None
    assert held_back(other) is not None


def test_pictures_that_may_show_somebody_go_with_them(people: People, handed: Task) -> None:
    name = _drawn(handed.number)
    agree(
        propose(f"subject {numbers({TIAN})[TIAN]}", None, "wished", 0, clock.now()),
        people.colleague.holder,
        clock.now(),
    )
    assert held_back(name) is None


def test_the_desk_forgets_them_at_once(people: People, handed: Task) -> None:
    today = clock.today()
    assert TIAN in desk_of(people.post.unit, today)[1].view.facts
    agree(
        propose(f"subject {numbers({TIAN})[TIAN]}", None, "wished", 0, clock.now()),
        people.colleague.holder,
        clock.now(),
    )
    assert TIAN not in desk_of(people.post.unit, today)[1].view.facts
    assert not desk_of(people.post.unit, today)[1].view.knows(TIAN)
    assert QIU in desk_of(people.post.unit, today)[1].view.facts


def test_an_answer_that_another_demand_needs_stays(people: People, handed: Task) -> None:
    sent(people, title="党员联系簿")
    _ended_one(handed)
    number = propose(f"demand {handed.demand.number}", people.issuer.unit, "ended", 0, clock.now())
    assert agree(number, people.overseer.holder, clock.now()).counts["facts"] == 0
    assert [each for each in history(TIAN) if each.fact.value == PHONE]


def _ended_one(handed: Task) -> None:
    end(handed.demand.number, clock.now(), "核对了名册")


def test_a_persons_wish_removes_every_value_of_theirs(people: People, handed: Task) -> None:
    correct(TIAN, "person.phone", "13900000043", Signed(people.post.unit.name, clock.now(), "记错了"))
    step = Step(people.post.holder, Act.UNMASKED, f"subject {numbers({TIAN})[TIAN]}", people.post.number)
    leave(step, clock.now())
    wish = f"subject {numbers({TIAN})[TIAN]}"
    number = propose(wish, people.post.unit, "wished", people.post.holder, clock.now())
    agree(number, people.colleague.holder, clock.now())
    assert not SubjectRow.objects.filter(key=TIAN.key).exists()
    assert not FactRow.objects.filter(subject__key=TIAN.key).exists()
    assert history(QIU), "nobody else's record went"
    if connection.vendor == "sqlite":
        dump = "\n".join(connection.connection.iterdump())
        assert TIAN.key not in dump
        assert "13900000043" not in dump
    assert verify().broken is None


def test_the_guard_lets_nothing_else_go(people: People, handed: Task) -> None:
    """Neither facts without a licence, nor the trail with whatever licence."""
    leave(Step(people.post.holder, Act.LOOKED, "subject 1"), clock.now())
    for table in (FactRow, TrailRow):
        rows = table.objects.all()
        with pytest.raises(DatabaseError), transaction.atomic():
            rows._raw_delete(rows.db)


def test_a_licence_changes_nothing_and_opens_neither_trail_nor_documents(
    people: People, handed: Task
) -> None:
    leave(Step(people.post.holder, Act.LOOKED, "subject 1"), clock.now())
    erasure = ErasureRow.objects.create(thing="subject 1", ground="wished", asked_at=clock.now())
    for table in (FactRow, TrailRow, DocumentRow):
        name, rows = table._meta.db_table, table.objects.all()
        LicenceRow.objects.bulk_create(
            [LicenceRow(erasure=erasure, table=name, row=each) for each in rows.values_list("pk", flat=True)]
        )
    for rows in (TrailRow.objects.all(), DocumentRow.objects.all()):
        if rows.exists():
            with pytest.raises(DatabaseError), transaction.atomic():
                rows._raw_delete(rows.db)
    with pytest.raises(DatabaseError), transaction.atomic():
        FactRow.objects.update(element="person.name")
    assert FactRow.objects.exists()


def test_a_correction_leaves_both_values_and_tells_who_has_the_old_one(people: People, handed: Task) -> None:
    assert [each.task.number for each in reported(TIAN)] == [handed.number]
    correct(TIAN, "person.phone", "13900000043", Signed(people.post.unit.name, clock.now(), "记错了"))
    values = {each.fact.value for each in history(TIAN, "person.phone")}
    assert values == {PHONE, "13900000043"}
    told = notices([handed.number])
    assert [(each.name, each.element) for each in told] == [(TIAN.name, "person.phone")]
    others = [each.number for each in tasks(people.colleague.unit)]
    assert not notices(others)


def test_the_trail_keeps_nobodys_number(people: People) -> None:
    """Whatever somebody types as a purpose."""
    leave(Step(1, Act.UNMASKED, "subject 1", purpose=f"给{TIAN.key}办证，电话{PHONE}"), clock.now())
    row = TrailRow.objects.latest("pk")
    assert TIAN.key not in row.purpose
    assert PHONE not in row.purpose
    assert verify().broken is None


def test_handing_over_again_says_anew_whom_a_form_names(people: People, handed: Task) -> None:
    before = ReportedRow.objects.count()
    hand_over(task(handed.number) or handed, clock.now())
    assert ReportedRow.objects.count() == before


def test_a_receipt_looked_at_after_a_lawful_deletion_says_so(people: People, handed: Task, as_: As) -> None:
    """Filling it once more gives less than was handed over, and the page says why."""
    address = f"/desk/{handed.number}/receipt?again=1"
    assert "一字不差" in as_(people.post).get(address).content.decode()
    number = propose(f"subject {numbers({TIAN})[TIAN]}", None, "wished", 0, clock.now())
    agree(number, people.colleague.holder, clock.now())
    page = as_(people.post).get(address).content.decode()
    assert f"有 1 个人的资料删掉了，见删除记录第 {number} 号" in page
    assert "和交出的那份不一样" not in page
