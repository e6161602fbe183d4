"""The loop of whoever works beside the pages."""

import os
import threading
import time
from contextlib import suppress

from django.db import Error, connection

from qingzhuang.language import in_source
from qingzhuang.store import clock
from qingzhuang.store.beside.jobs import beat, in_hand, work_one
from qingzhuang.store.gate.admitted import read_ahead
from qingzhuang.store.tasks.counting_ahead import Ahead

IDLE_SECONDS, BEAT_SECONDS = 0.5, 10
_FORMS = 20  # forms in force are read so many at a time
_BEHIND = 5  # pages go before what is done beside them


def work(parent: int = 0, number: int = 0, of: int = 1) -> None:
    """Do what is asked for until stopped, or until the process that started this is gone: one of so many workers. Who has
    nothing to do counts ahead."""
    with suppress(AttributeError, OSError):
        os.nice(_BEHIND)
    threading.Thread(target=_beat, daemon=True).start()
    ahead = Ahead(number, of)
    while not parent or os.getppid() == parent:
        if not _turn(ahead):
            time.sleep(IDLE_SECONDS)


def _turn(ahead: Ahead) -> bool:
    """Do one job, else count one village ahead; a database that is away for a moment is waited for."""
    try:
        now = clock.now()
        if work_one(now):
            return True
        with in_source():
            return ahead.count_one(now) or read_ahead(now.date(), _FORMS)
    except Error:
        connection.close()
        return False


def _beat() -> None:
    while True:
        time.sleep(BEAT_SECONDS)
        with suppress(Error):
            if in_hand:
                beat(clock.now(), list(in_hand))
        connection.close()
