"""Work beside the pages outlives the server that began it, tells how far it is, and fails in words."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings as DjangoSettings

from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store import clock
from qingzhuang.store.beside import jobs
from qingzhuang.store.beside.jobs import About, State, Step, again, ask, handles, latest, work_one
from qingzhuang.store.models import JobRow

NOW = clock.now()
LATER = NOW + jobs.STANDS_STILL * 2
STARTS = """
from qingzhuang.store.setup import open_ledger
open_ledger()
import time
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import ask, handles, work_one
@handles("slow")
def slow(about, step):
    step(1, 3)
    print("begun", flush=True)
    time.sleep(60)
ask("slow", {"at": 1}, clock.now())
work_one(clock.now())
"""
FINISHES = """
from datetime import timedelta
from qingzhuang.store.setup import open_ledger
open_ledger()
from qingzhuang.store import clock
from qingzhuang.store.beside import jobs
@jobs.handles("slow")
def slow(about, step):
    return ["done", about["at"]]
assert not jobs.work_one(clock.now()), "somebody may still be at it"
assert jobs.work_one(clock.now() + jobs.STANDS_STILL * 2)
print(jobs.latest("slow", {"at": 1}).result)
"""


@pytest.fixture(autouse=True)
def _somebody_works(settings: DjangoSettings) -> Iterator[None]:
    settings.WORKER = True
    kept = dict(jobs._handlers)
    yield
    jobs._handlers.clear()
    jobs._handlers.update(kept)


def test_the_same_work_is_asked_for_once() -> None:
    first, second = ask("count", {"a": 1, "b": 2}, NOW), ask("count", {"b": 2, "a": 1}, NOW)
    assert first.number == second.number
    assert ask("count", {"a": 2}, NOW).number != first.number


def test_what_waits_longest_is_done_first_and_its_result_kept() -> None:
    done: list[int] = []

    @handles("count")
    def count(about: About, step: Step) -> int:
        step(1, 2)
        seen = latest("count", about)
        assert seen is not None
        assert (seen.state, seen.done, seen.total) == (State.RUNNING, 1, 2)
        done.append(about["n"])
        return int(about["n"]) * 10

    ask("count", {"n": 1}, NOW)
    ask("count", {"n": 2}, NOW)
    while work_one(NOW):
        pass
    assert done == [1, 2]
    kept = latest("count", {"n": 2})
    assert kept is not None
    assert (kept.state, kept.result, kept.open) == (State.DONE, 20, False)


def test_what_fails_says_so_in_words_and_may_be_asked_again() -> None:
    @handles("count")
    def count(about: About, step: Step) -> None:
        if about["n"] == 1:
            raise ProblemError(Problem("QZ-R032", "a.doc", "没能转换。", "请另存。"))
        raise ZeroDivisionError

    ask("count", {"n": 1}, NOW)
    ask("count", {"n": 2}, NOW)
    while work_one(NOW):
        pass
    told, odd = latest("count", {"n": 1}), latest("count", {"n": 2})
    assert told is not None
    assert odd is not None
    assert told.told == "没能转换。请另存。"
    assert odd.told.startswith("没有做成（ZeroDivisionError）")
    fresh = again(told.number, NOW)
    assert fresh is not None
    assert fresh.state is State.WAITING
    assert again(fresh.number, NOW) is None


def test_what_was_left_in_the_middle_is_taken_up_again_but_not_for_ever() -> None:
    taken: list[str] = []

    @handles("count")
    def count(about: About, step: Step) -> None:
        taken.append("x")

    number = ask("count", {}, NOW).number
    JobRow.objects.filter(pk=number).update(state="running", beat_at=NOW, tries=1)
    assert not work_one(NOW + timedelta(seconds=5))  # somebody may be at it
    assert work_one(LATER)
    assert taken == ["x"]
    JobRow.objects.filter(pk=number).update(state="running", beat_at=NOW, tries=jobs.MOST_TRIES)
    assert work_one(LATER)
    last = latest("count", {})
    assert last is not None
    assert last.state is State.FAILED
    assert "半路停下" in last.told


def test_where_nobody_works_beside_the_pages_it_is_done_at_once(settings: DjangoSettings) -> None:
    settings.WORKER = False

    @handles("count")
    def count(about: About, step: Step) -> str:
        return "好"

    assert ask("count", {}, NOW).result == "好"


def test_old_results_go() -> None:
    number = ask("count", {}, NOW).number
    JobRow.objects.filter(pk=number).update(state="done", ended_at=NOW)
    work_one(NOW + jobs.KEPT_FOR + timedelta(days=1))
    assert not JobRow.objects.exists()


def test_a_server_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    """A real process dies at work; the next one finishes."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("QZ_", "DJANGO_"))}
    environment = {
        **kept,
        "QZ_HOME": str(tmp_path),
        "QZ_WORKER": "1",
        "DJANGO_SETTINGS_MODULE": "qingzhuang.web.settings",
    }
    with subprocess.Popen(
        [sys.executable, "-c", STARTS], env=environment, stdout=subprocess.PIPE, text=True
    ) as begun:
        assert begun.stdout is not None
        assert begun.stdout.readline() == "begun\n"
        time.sleep(0.1)
        begun.send_signal(signal.SIGKILL)
    done = subprocess.run(
        [sys.executable, "-c", FINISHES], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "['done', 1]", done.stderr
