"""A nation of columns through the matcher: how time and memory grow, and what one new form costs against all that is known.

`python -m benchmarks.scale [--sizes 10000 30000 …] [--join] [--spark]`; each size in a process of its own, CPU clock. Beside it what
grouping by the exact string costs, which decides nothing. `--join` adds up what 100 counties would send, here and in DuckDB;
`--spark` also in Spark on two workers (needs Java).
"""

import argparse
import math
import os
import resource
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Any

from benchmarks.scale_columns import columns

from qingzhuang.match.decide import decide_slots
from qingzhuang.match.grouping.gather import Cluster, Kinds, gather
from qingzhuang.match.grouping.join import join as join_clusters
from qingzhuang.match.grouping.known import Known
from qingzhuang.match.grouping.rulings import NONE
from qingzhuang.match.nation import JOIN, Asked, Element, as_tsv, joined
from qingzhuang.match.proposing.candidates import candidates
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.verdict import ItemContext, Verdict

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
FORM = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form (its number)."""

    form: int
    context: ItemContext


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds by step, peak memory in MB, counts by name, and seconds of the clock for one new form."""

    seconds: dict[str, float]
    megabytes: int
    counts: dict[str, int]
    form: float


def measured(size: int) -> Measured:
    """Match so many columns with one another, then one new form of 40 with all."""
    seconds, lexicon = dict[str, float](), default()
    kinds, members, numbers = Kinds(lexicon, NONE), list[Column](), array("L")

    def timed(step: str, work: Callable[[], Any]) -> Any:
        start = time.process_time()
        result = work()
        seconds[step] = time.process_time() - start
        return result

    def read() -> None:
        for form, context in columns(size):
            members.append(Column(form, context))
            numbers.append(kinds.number(parse(context, lexicon)))

    def judged() -> list[Verdict]:
        return [decide_slots(heads[i], heads[j], lexicon)[1].verdict for i, j in pairs]

    def joined_up() -> tuple[list[int], list[tuple[int, int]]]:
        equal = (pair for pair, verdict in zip(pairs, verdicts, strict=True) if verdict is Verdict.EQUAL)
        return join_clusters(clusters, equal, kinds, {})

    timed("parse", read)
    clusters: list[Cluster[Column]] = timed("gather", lambda: gather(members, numbers, kinds, {}))
    heads = [kinds.slots(each.kind) for each in clusters]
    pairs = timed("candidates", lambda: candidates(heads, lexicon))
    verdicts: list[Verdict] = timed("verdicts", judged)
    homes, apart = timed("join", joined_up)
    known: Known = timed("index", lambda: Known(heads, lexicon))
    start = time.perf_counter()
    for context in _new_form():
        known.find(parse(context, lexicon))
    form = time.perf_counter() - start
    timed("exact string", lambda: _by_string(members))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    counts = {"forms": members[-1].form + 1, "labels": len({each.context.label for each in members})}
    counts |= {"kinds": len(set(numbers)), "clusters": len(clusters), "pairs": len(pairs)} | Counter(
        each.value for each in verdicts
    )
    counts |= {"clusters left": len(set(homes)), "equal and apart": len(apart)}
    return Measured(seconds, peak, counts, form)


def _new_form() -> list[ItemContext]:
    return [context for _form, context in islice(columns(400, seed=99), 100, 100 + FORM)]


def _by_string(members: Sequence[Column]) -> int:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(members):
        found[each.context.label].append(number)
    return len(found)


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of log seconds over log size, by least squares."""
    x, y = [math.log(each) for each in sizes], [math.log(each) for each in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def grow(sizes: Sequence[int]) -> None:
    """Print the curve."""
    totals: list[float] = []
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found = pool.submit(measured, size).result()
        total = sum(spent for step, spent in found.seconds.items() if step != "exact string")
        totals.append(total)
        steps = ", ".join(f"{step} {spent:.1f}" for step, spent in found.seconds.items())
        print(f"{size:>9,} columns: {total:.1f} s CPU ({steps}); peak {found.megabytes:,} MB; new form of {FORM}: "
              f"{found.form * 1000:.0f} ms; {found.counts}", flush=True)  # fmt: skip
    if len(totals) > 1:
        print(f"exponent {exponent(sizes, totals):.2f}")


def join(size: int, with_spark: bool) -> None:
    """Add up the lines of counties here, in DuckDB and in Spark; print seconds and whether the bytes are the same."""
    lexicon = default()
    found = Counter(
        (slots.key, slots.text, context.issuer or "")
        for _form, context in columns(size)
        if not (slots := parse(context, lexicon)).nonfact
    )
    lines = [Asked(key, label, count, issuer) for (key, label, issuer), count in found.items()]
    ways: dict[str, Callable[[], str]] = {
        "here": lambda: as_tsv(Element, joined(lines)),
        "DuckDB": partial(_duckdb, lines),
    }
    if with_spark:
        ways["Spark, two workers"] = partial(_spark, lines)
    results = dict[str, str]()
    for name, work in ways.items():
        start = time.perf_counter()
        results[name] = work()
        print(f"{len(lines):,} lines joined, {name}: {time.perf_counter() - start:.1f} s", flush=True)
    print(f"{results['here'].count(chr(10)) - 1:,} elements; same bytes: {len(set(results.values())) == 1}")


def _rows(lines: Sequence[Asked]) -> list[tuple[str, str, int, str]]:
    return [(each.key, each.label, each.count, each.issuer) for each in lines]


def _duckdb(lines: Sequence[Asked]) -> str:
    import duckdb

    with duckdb.connect() as engine:
        engine.execute("CREATE TABLE asked (key VARCHAR, label VARCHAR, count BIGINT, issuer VARCHAR)")
        columns_ = [list(each) for each in zip(*_rows(lines), strict=True)]
        engine.execute("INSERT INTO asked SELECT unnest(?), unnest(?), unnest(?), unnest(?)", columns_)
        return as_tsv(Element, (Element(*row) for row in engine.execute(JOIN).fetchall()))


def _spark(lines: Sequence[Asked]) -> str:
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master("local-cluster[2,1,2048]")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    frame = session.createDataFrame(_rows(lines), "key string, label string, count bigint, issuer string")
    frame.createOrReplaceTempView("asked")
    try:
        return as_tsv(Element, (Element(*row) for row in session.sql(JOIN).collect()))
    finally:
        session.stop()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--join", type=int, metavar="COLUMNS", help="join what so many columns send")
    parser.add_argument("--spark", action="store_true", help="also on Spark")
    options = parser.parse_args()
    if options.join:
        join(options.join, options.spark)
    else:
        grow(options.sizes)


if __name__ == "__main__":
    main()
