"""A post's deadlines on its own telephone, by an address that only it knows."""

import re
from collections.abc import Callable

from django.test import Client
from icalendar import Calendar
from icalendar.cal.component import Component

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.models import FeedRow, TrailRow
from qingzhuang.store.tasks.demands import answer
from qingzhuang.store.trail import Act
from tests.web.conftest import People
from tests.web.desk.village import QIU, TIAN, sent

As = Callable[[Seat | None], Client]


def made(client: Client) -> str:
    """A new address of a post's calendar."""
    page = client.post("/desk/calendar").content.decode()
    found = re.search(r"<code>http://testserver(/calendar/[\w-]{32}\.ics)</code>", page)
    assert found
    return found[1]


def events(address: str) -> list[Component]:
    """What the calendar holds, read by another program's reader, without anybody being signed in."""
    answered = Client().get(address)
    assert answered.status_code == 200
    assert answered["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answered.content)
    assert isinstance(found, Calendar)
    return list(found.walk("VEVENT"))


def test_what_is_due_is_in_the_calendar_until_it_is_answered(people: People, as_: As, task: Task) -> None:
    """Nobody's name, no number of anybody, no answer; a demand without a deadline is not in it."""
    sent(people, "没有期限的表", odd=True)
    address = made(as_(people.post))
    (one,) = events(address)
    assert str(one["SUMMARY"]) == "《党员花名册》到期"
    assert one.decoded("DTSTART") == task.demand.deadline.replace(microsecond=0)  # type: ignore[union-attr]
    text = Client().get(address).content.decode()
    for who in (TIAN, QIU):
        assert who.name not in text
        assert who.key not in text
    answer(task.number, Answer.NOT_OURS, clock.now())
    assert events(address) == []


def test_one_thing_keeps_its_name_when_the_address_is_renewed(people: People, as_: As, task: Task) -> None:
    client = as_(people.post)
    first = made(client)
    uid = str(events(first)[0]["UID"])
    second = made(client)
    assert Client().get(first).status_code == 404
    assert str(events(second)[0]["UID"]) == uid
    colleague = made(as_(people.colleague))
    assert str(events(colleague)[0]["UID"]) != uid
    assert client.post("/desk/calendar/end").status_code == 302
    assert Client().get(second).status_code == 404


def test_a_secret_lies_nowhere_and_the_trail_knows_of_it(people: People, as_: As) -> None:
    address = made(as_(people.post))
    assert address[10:-4] not in FeedRow.objects.get().digest
    page = as_(people.post).get("/desk/calendar").content.decode()
    assert address not in page
    assert "换一个地址" in page
    row = TrailRow.objects.get(act=Act.MADE_FEED)
    assert (row.actor, row.thing) == (people.post.holder, "柳湾村")


def test_a_number_in_a_title_is_masked(people: People, as_: As) -> None:
    sent(people, "田某13900000042名册")
    assert "13900000042" not in str(events(made(as_(people.post)))[0]["SUMMARY"])


def test_whoever_guesses_finds_nothing(people: People, as_: As) -> None:
    made(as_(people.post))
    for guess in ("x", "柳湾村", "1" * 32):
        assert Client().get(f"/calendar/{guess}.ics").status_code == 404
