"""Who is told what happened to a demand, how it is signed, and what becomes of what does not arrive."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from qingzhuang.model.organisation import Seat
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.work import Answer, Task
from qingzhuang.store import clock
from qingzhuang.store.models import DeliveryRow, HookRow
from qingzhuang.store.organisation.units import give_up_seat
from qingzhuang.store.outside.asking import UnreachableError
from qingzhuang.store.outside.delivering import WAITS, Delivered, deliver_due, headers
from qingzhuang.store.outside.hooks import end_hook, hooks, key_of, make_hook
from qingzhuang.store.tasks.demands import answer, end
from tests.store.outside.test_asking import listener
from tests.web.conftest import People
from tests.web.desk.village import sent, task_of

URL = "https://example.com/qz"


class Net:
    """An address that answers as told and keeps what it heard."""

    def __init__(self, *statuses: int) -> None:
        self.statuses, self.heard = list(statuses), list[tuple[Mapping[str, str], bytes]]()

    def __call__(self, _url: str, said: Mapping[str, str], body: bytes) -> int:
        self.heard.append((said, body))
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        if not status:
            raise UnreachableError("没有人接。")
        return status


def told(seat: Seat) -> list[dict[str, object]]:
    """What an address of this seat is to be told, in order."""
    rows = DeliveryRow.objects.filter(hook__seat=seat.number).order_by("pk")
    return [json.loads(each.body) for each in rows]


def test_signing_follows_the_standard_to_the_letter() -> None:
    """The example of the Standard Webhooks specification."""
    moment = datetime.fromtimestamp(1614265330, UTC)
    made = headers(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        moment,
        b'{"test": 2432232314}',
    )
    assert made["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    assert made["webhook-timestamp"] == "1614265330"


def test_each_hears_only_of_its_own_and_no_words_of_anybody(people: People) -> None:
    """An overseer is not told which post answered."""
    for seat in (
        people.post,
        people.colleague,
        people.outsider,
        people.issuer,
        people.other_issuer,
        people.overseer,
    ):
        make_hook(seat, URL, clock.now())
    task = task_of(people, sent(people))
    answer(task.number, Answer.NOT_OURS, clock.now(), reason="归镇党建办，找田一禾。")
    end(task.demand.number, clock.now(), "核对过了。")
    whole = ["demand.admitted", "demand.answered", "demand.ended"]
    assert [each["type"] for each in told(people.issuer)] == whole
    assert [each["type"] for each in told(people.post)] == whole
    assert [each["type"] for each in told(people.overseer)] == whole
    assert [each["type"] for each in told(people.colleague)] == ["demand.admitted", "demand.ended"]
    assert told(people.outsider) == told(people.other_issuer) == []
    assert told(people.issuer)[1]["data"]["submission"] == task.number  # type: ignore[index]
    assert "submission" not in json.dumps(told(people.overseer))
    assert "田一禾" not in "".join(DeliveryRow.objects.values_list("body", flat=True))


@pytest.fixture
def waiting(people: People) -> Task:
    """A demand of which one address is still to be told."""
    make_hook(people.issuer, URL, clock.now())
    return task_of(people, sent(people))


def test_what_does_not_arrive_is_tried_again_ever_more_seldom_and_then_given_up(waiting: Task) -> None:
    now, net = clock.now(), Net(500, 0)
    assert deliver_due(now - timedelta(days=1), net) == Delivered()
    assert deliver_due(now, net) == Delivered(again=1)
    assert DeliveryRow.objects.get().outcome == "500"
    assert deliver_due(now, net) == Delivered(), "not before its time"
    for wait in WAITS[:-1]:
        now += wait
        assert deliver_due(now, net) == Delivered(again=1)
    assert DeliveryRow.objects.get().outcome == "没有人接。"
    assert deliver_due(now + WAITS[-1], net) == Delivered(lost=1)
    assert len({said["webhook-id"] for said, _body in net.heard}) == 1
    assert hooks("/", clock.today())[0].lost == 1


def test_what_arrived_is_not_sent_again(waiting: Task) -> None:
    net = Net(200)
    assert deliver_due(clock.now(), net) == Delivered(arrived=1)
    assert deliver_due(clock.now() + timedelta(days=9), net) == Delivered()
    row = DeliveryRow.objects.get()
    assert (row.tries, row.outcome, row.due_at) == (1, "200", None)
    deliver_due(clock.now() + timedelta(days=40), net)
    assert not DeliveryRow.objects.exists()


def test_what_another_worker_has_taken_is_left_to_it_until_it_dies(waiting: Task) -> None:
    now = clock.now()

    def dies(*_args: object) -> int:
        assert deliver_due(now, Net(200)) == Delivered()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver_due(now, dies)
    assert deliver_due(now + timedelta(minutes=3), Net(200)) == Delivered(arrived=1)


def test_an_address_that_is_gone_is_told_nothing_more(waiting: Task) -> None:
    assert deliver_due(clock.now(), Net(410)) == Delivered(lost=1)
    assert hooks("/", clock.today()) == ()
    end(waiting.demand.number, clock.now(), "好了。")
    assert deliver_due(clock.now(), Net(200)) == Delivered()


def test_an_address_goes_with_its_seat(people: People, waiting: Task) -> None:
    give_up_seat(people.issuer.number, clock.today() - timedelta(days=1))
    net = Net(200)
    assert deliver_due(clock.now(), net) == Delivered(lost=1)
    assert net.heard == []


def test_what_is_stopped_is_stopped_at_or_below_one_s_own_units_only(people: People, waiting: Task) -> None:
    number = hooks("/", clock.today())[0].number
    with pytest.raises(ProblemError):
        end_hook(number, people.post.unit.path, clock.now())
    end_hook(number, people.admin.unit.path, clock.now())
    assert deliver_due(clock.now(), Net(200)) == Delivered()


def test_no_key_lies_in_the_ledger(people: People) -> None:
    key = make_hook(people.issuer, URL, clock.now())[1]
    row = HookRow.objects.get()
    assert key == key_of(row)
    assert key.removeprefix("whsec_") not in " ".join(map(str, HookRow.objects.values_list().get()))


def test_a_message_comes_to_a_real_server(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    with listener() as (host, heard):
        monkeypatch.setenv("QZ_HOOK_HOSTS", host)
        key = make_hook(people.issuer, f"http://{host}/qz", clock.now())[1]
        task_of(people, sent(people))
        now = clock.now()
        assert deliver_due(now) == Delivered(arrived=1)
        (path, said, body) = heard[0]
        assert path == "/qz"
        assert said["webhook-signature"] == headers(key, said["webhook-id"], now, body)["webhook-signature"]
