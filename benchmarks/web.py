"""Every page of every room over a county of 100,000 facts, 2,000 demands and 1,000 posts, then fifty people at once, on SQLite and
on PostgreSQL: `python -m benchmarks.web FOLDER [--on sqlite|postgresql] [--pages] [--load SECONDS] [--only ADDRESS]`. Without a choice
it does all; PostgreSQL is a server of Debian's package, started for it and stopped with it, else the one of QZ_DATABASE_URL.

A page is measured as a server just started has it: all is loaded and read ahead as `qz serve` does, then a copy of that process is
made for each page (`web_pages.py`). "CPU" is that process's from request to response, SQLite's work in it; "wall" the clock's.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BOTH = ("sqlite", "postgresql")
SECONDS = 15


def main() -> None:
    """Do what was asked for on each database, in a process of its own."""
    said = _arguments()
    if said.here:
        _here(said)
        return
    said.folder.mkdir(parents=True, exist_ok=True)
    for each in BOTH if said.on is None else (said.on,):
        folder = said.folder.resolve() / each
        with _database(each, folder) as url:
            if url is None:
                print(f"{each}: no server of Debian's package here and no QZ_DATABASE_URL, left out")
                continue
            words = [sys.executable, "-m", "benchmarks.web", str(folder), "--here", each, *_wishes(said)]
            subprocess.run(words, env=os.environ | {"QZ_DATABASE_URL": url}, check=False)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--on", choices=BOTH)
    parser.add_argument("--here", default="", help=argparse.SUPPRESS)
    parser.add_argument("--only", default="")
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--load", type=int, default=0)
    said = parser.parse_args()
    if not (said.only or said.pages or said.load):
        said.pages, said.load = True, SECONDS
    return said


def _wishes(said: argparse.Namespace) -> list[str]:
    return [
        *(["--pages"] if said.pages else []),
        *(["--load", str(said.load)] if said.load else []),
        *(["--only", said.only] if said.only else []),
    ]


@contextmanager
def _database(name: str, folder: Path) -> Iterator[str | None]:
    """Yield the address of a database, "" for the ledger's own file, None where there is none."""
    if name == "sqlite":
        yield ""
        return
    from tests.postgresql import binaries, server

    given = os.environ.get("QZ_DATABASE_URL")
    if given or binaries() is None:
        yield given
        return
    import tempfile

    with tempfile.TemporaryDirectory(prefix="qz-bench-") as data, server(Path(data)) as url:
        _forget(folder)
        yield url


def _forget(folder: Path) -> None:
    """The server starts empty: what lies beside an older one goes."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _here(said: argparse.Namespace) -> None:
    said.folder.mkdir(exist_ok=True)
    os.environ |= {
        "QZ_HOME": str(said.folder),
        "QZ_WORKER": "1",
        "DJANGO_SETTINGS_MODULE": "qingzhuang.web.settings",
    }
    _open()
    print(f"\n### {said.here}\n")
    if said.pages or said.only:
        from benchmarks.web_pages import measure

        measure(said.only)
    if said.load:
        from benchmarks.web_load import load

        load(said.folder, said.load)


def _open() -> None:
    from qingzhuang.store.setup import open_ledger

    open_ledger()
    from benchmarks.web_county import build

    from qingzhuang.store import clock
    from qingzhuang.store.models import UnitRow

    if not UnitRow.objects.exists():
        start = time.perf_counter()
        build(clock.today(), random.Random(7))  # noqa: S311 - a fixed county
        print(f"built in {time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
