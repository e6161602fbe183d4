"""Reading ahead: what no visitor should wait for is read when the server starts, and anew when a day has begun."""

import gc
import gettext
import os
import threading
import time
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.conf import settings

_LOOK_SECONDS = 20
_FORMS = 50  # forms in force are read so many at a time
_GARBAGE_FROM = (
    50_000  # new objects; the default of 700 looks through the whole ledger in memory again and again
)
_LANGUAGES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_find_on_disk = gettext.find
ready = threading.Event()  # set once all has been read for the first time


def begin() -> None:
    """Read the program and its words now; the ledger, and what the rules say of our own pages, beside the first visitors."""
    find_once()
    _read_program()
    threading.Thread(target=_stay_ahead, name="qz-ahead", daemon=True).start()


def find_once() -> None:
    """Let gettext look for a catalogue on the disk once: by itself it looks at every message, hundreds of times a page."""
    gettext.find = _find


def _read_program() -> None:
    from django.template.loader import get_template
    from django.urls import reverse

    from qingzhuang.match.vocabulary.load import default
    from qingzhuang.privacy.mask import mask

    reverse("home")  # all addresses with it
    get_template("base.html")
    default()
    mask("")  # every letter that may hide a number
    _settle()


def _stay_ahead() -> None:
    from qingzhuang.store import clock

    while True:
        day = clock.today()
        _read(day)
        while clock.today() == day:
            time.sleep(_LOOK_SECONDS)


def read_ledger(day: Any) -> None:
    """Read what pages of the ledger would wait for."""
    from qingzhuang.store.gate import admitted
    from qingzhuang.store.memory.parts import read_ahead
    from qingzhuang.store.tasks.counting import plan_one

    read_ahead(day, lambda village: plan_one(village, day))
    while admitted.read_ahead(day, _FORMS):
        pass


def _read(day: Any) -> None:
    from qingzhuang.web.rulebook.own import own_check

    try:
        if settings.ROOMS:
            read_ledger(day)
        own_check(day)
        _settle()
    finally:
        ready.set()


def _settle() -> None:
    """What is held now stays: it need not be looked through for garbage any more."""
    gc.set_threshold(_GARBAGE_FROM, 20, 20)
    gc.collect()
    gc.freeze()


def _find(
    domain: str,
    localedir: Any = None,
    languages: Iterable[str] | None = None,
    all: bool = False,  # noqa: A002
) -> Any:
    named = None if languages is None else tuple(languages)
    return _find_once(domain, localedir, named, all, tuple(map(os.environ.get, _LANGUAGES)))


@cache
def _find_once(
    domain: str,
    localedir: Any,
    languages: tuple[str, ...] | None,
    every: bool,
    _surroundings: tuple[str | None, ...],
) -> Any:
    return _find_on_disk(domain, localedir, languages, every)
