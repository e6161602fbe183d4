"""The ledger with 100,000 facts: putting them in, and loading the whole of it. `python -m benchmarks.ledger [--facts N]`.

Times are on the CPU clock of this process, the best of three; the ledger is made anew in a folder that goes afterwards.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

DAY = date(2026, 3, 1)
ELEMENTS: tuple[tuple[str, Callable[[int], Any]], ...] = (
    ("person.name", lambda n: f"编{n}"),
    ("person.id_number", lambda n: f"9901011945{n:08d}"),
    ("person.sex", lambda n: "女" if n % 2 else "男"),
    ("person.phone", lambda n: f"1390000{n % 10_000:04d}"),
    ("person.address", lambda n: f"柳湾村{n % 12 + 1}组{n % 90}号"),
    ("person.birth_date", lambda n: date(1940 + n % 70, n % 12 + 1, n % 28 + 1)),
    ("person.disabled", lambda n: n % 7 == 0),
    ("person.income", lambda n: 1000 + n),
    ("person.ethnicity", lambda _n: "汉族"),
    ("person.illness", lambda n: "高血压" if n % 3 else "无"),
)


def drafts(facts: int) -> tuple[Any, ...]:
    """Invented people, ten facts each."""
    from qingzhuang.answer.draft import Draft
    from qingzhuang.model.element import SubjectKind
    from qingzhuang.model.fact import Subject

    people = [
        Subject(SubjectKind.PERSON, f"9901011945{n:08d}", f"编{n}") for n in range(facts // len(ELEMENTS))
    ]
    return tuple(
        Draft(each, key, value(number), f"花名册!{chr(65 + column)}{number + 3}")
        for number, each in enumerate(people)
        for column, (key, value) in enumerate(ELEMENTS)
    )


def timed(act: Callable[[], Any]) -> float:
    """CPU seconds of one act."""
    start = time.process_time()
    act()
    return time.process_time() - start


def measured(facts: int) -> dict[str, float]:
    """Import into a fresh ledger and load it."""
    from qingzhuang.store.setup import open_ledger

    open_ledger()
    from qingzhuang.answer.draft import Harvest
    from qingzhuang.store.home import LEDGER, home
    from qingzhuang.store.ledger.commands import save_harvest
    from qingzhuang.store.ledger.queries import find, ledger_view

    found = Harvest("花名册.xlsx", "花名册", DAY, drafts(facts), rows=facts // len(ELEMENTS))
    at = datetime(2026, 11, 24, 1, tzinfo=UTC)
    put_in = timed(lambda: save_harvest(found, "0" * 64, recorder="赵会计", at=at))
    again = timed(lambda: save_harvest(found, "0" * 64, recorder="赵会计", at=at))
    load = min(timed(lambda: ledger_view(as_of=DAY)) for _ in range(3))
    seek = min(timed(lambda: find("0042")) for _ in range(3))
    size = (home() / LEDGER).stat().st_size + (home() / f"{LEDGER}-wal").stat().st_size
    return {"import": put_in, "again": again, "load": load, "find": seek, "megabytes": size / 1e6}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="qz-bench-") as folder:
        os.environ["QZ_HOME"] = str(Path(folder) / "home")
        print(json.dumps({name: round(value, 3) for name, value in measured(asked.facts).items()}))


if __name__ == "__main__":
    main()
