"""The loop of whoever works beside the pages."""

import os
import threading
import time
from contextlib import suppress

from django.db import Error, connection

from qingzhuang.store import clock
from qingzhuang.store.jobs import beat, in_hand, work_one

IDLE_SECONDS, BEAT_SECONDS = 0.5, 10


def work(parent: int = 0) -> None:
    """Do what is asked for until stopped, or until the process that started this is gone."""
    threading.Thread(target=_beat, daemon=True).start()
    while not parent or os.getppid() == parent:
        if not _turn():
            time.sleep(IDLE_SECONDS)


def _turn() -> bool:
    """Do one job; a database that is away for a moment is waited for."""
    try:
        return work_one(clock.now())
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
