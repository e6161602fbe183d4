"""The questions of a year: naive, each fact once a month, ours, and the bound from below.

python benchmarks/asking.py FOLDER      # a township made by `qz demo`, read through QZ_HOME
python benchmarks/asking.py --made 10000  # so many items, drawn with a seed: no two people alike
"""

import argparse
import random
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from qingzhuang.account.rates import rates_on
from qingzhuang.answer.plan import Plan
from qingzhuang.answer.year.bound import bound
from qingzhuang.answer.year.cover import solve
from qingzhuang.answer.year.due import due_days
from qingzhuang.answer.year.needs import Dated
from qingzhuang.answer.year.part import FOR_GOOD, Need, Part, parts
from qingzhuang.intake.read import read_form
from qingzhuang.model.problem import ProblemError
from qingzhuang.pipeline.answering import Desk, Wishes
from qingzhuang.pipeline.demands import FILE, demand, parse_demands
from qingzhuang.pipeline.year import Asking, asking

FIRST = date(2026, 12, 1)
LASTS = {"a": 30, "b": 90, "c": 180, "d": 365, "e": None, "f": 0}


def township(folder: Path) -> Asking:
    """The calendar of a folder of forms, for all villages."""
    from qingzhuang.cli.fill_ledger import open_view

    desk = Desk(open_view(FIRST))
    told = parse_demands((folder / FILE).read_text("utf-8"))
    dated: list[Dated] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".xlsx", ".docx"):
            name = path.relative_to(folder).as_posix()
            dated += _planned(path, name, desk, demand_times(path, name, told))
    began = time.perf_counter()
    found = asking(dated, desk, rates_on(FIRST), FIRST)
    print(f"{time.perf_counter() - began:.1f} s")
    return found


def demand_times(path: Path, name: str, told: object) -> float:
    """How often a year."""
    try:
        return demand(read_form(path.name, path.read_bytes()), name, told).times_per_year  # type: ignore[arg-type]
    except ProblemError:
        return 0.0


def _planned(path: Path, name: str, desk: Desk, times: float) -> Iterable[Dated]:
    del name
    try:
        plans: tuple[Plan, ...] = desk.plans(read_form(path.name, path.read_bytes()), Wishes())
    except ProblemError:
        return
    yield from (Dated(each, due_days(times, FIRST)) for each in plans)


def made(items: int, seed: int) -> list[list[Need]]:
    """So many items (a key of somebody), each with random routes on random months; twenty of one person."""
    chance = random.Random(seed)  # noqa: S311 - the same draws every time
    people: list[list[Need]] = []
    for _person in range(items // 20):
        needs: list[Need] = []
        keys = [f"{chance.choice(list(LASTS))}{number}" for number in range(20)]
        for key in keys:
            routes = tuple(dict.fromkeys((key, *chance.sample(keys, chance.choice((0, 0, 0, 1, 2))))))
            days = chance.sample(range(1, 13), chance.choice((1, 4, 12)))
            needs += [Need(key, 30 * month, routes) for month in days]
        people.append(needs)
    return people


def measure(people: list[list[Need]]) -> None:
    """Print needs, what is asked each month, asked, the bound, parts that were not searched to the end, seconds."""
    began = time.perf_counter()
    mine: list[Part] = [part for needs in people for part in parts(needs, _until)]
    solved = [solve(part, lambda _key: 1) for part in mine]
    took = time.perf_counter() - began
    asked = sum(len(each.chosen) for each in solved)
    least = sum(bound(part, len(each.chosen)).least for part, each in zip(mine, solved, strict=True))
    needs = sum(len(part.needs) for part in mine)
    cut = sum(not each.exact for each in solved)
    whole = time.perf_counter() - began
    alone = _alone(people)
    print(
        f"{needs:,} needs, {alone:,} asked without sources, {asked:,} asked, at least {least:,}, {cut} of {len(mine):,} parts cut off, {took:.1f} + {whole - took:.1f} s"
    )


def _alone(people: list[list[Need]]) -> int:
    """Asked when every thing is asked for itself, as long as it holds."""
    bare = ([Need(each.key, each.day, (each.key,)) for each in needs] for needs in people)
    return sum(len(solve(part, lambda _key: 1).chosen) for needs in bare for part in parts(needs, _until))


def _until(key: str, day: int) -> int:
    lasts = LASTS[key[0]]
    return FOR_GOOD if lasts is None else day + lasts


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--made", type=int, default=0)
    parser.add_argument("--seed", type=int, default=6)
    told = parser.parse_args()
    if told.made:
        measure(made(told.made, told.seed))
    else:
        found = township(told.folder)
        for name in ("cells", "facts", "open", "asks"):
            print(
                name,
                sum(getattr(each, name) for each in found.rounds),
                [
                    sum(getattr(one, name) for one in found.rounds if one.month == month)
                    for month in found.months
                ],
            )
        print("at least", found.year.least, "exact", found.year.exact)


if __name__ == "__main__":
    main()
