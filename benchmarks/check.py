"""The check of texts and registers: MB/s through the prefilter, ms a notice of 5 kB, memory, and a register of 2,593 apps,
beside plain keywords in `re` and in pyahocorasick in the same run. `python -m benchmarks.check [--quick]`.

The peers only say that a word stands somewhere; ours goes on to clauses, stance, rules and rewrites. Times are on the CPU
clock of this process; the notices are generated block by block, their making is not counted.
"""

import argparse
import json
import platform
import re
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date

from benchmarks.check_register import ROWS, filing_list, register
from benchmarks.check_texts import notices

from qingzhuang.check import baseline
from qingzhuang.check.text.acts import may_hold, triggers
from qingzhuang.pipeline.checking import Court, check_register, check_text, court
from qingzhuang.pipeline.checking import filing_list as filings
from qingzhuang.pipeline.registers import registers

BLOCK = 200
DAY = date(2026, 11, 25)


def keywords() -> list[str]:
    """The words of the prefilter: the peers look for the same."""
    return list(triggers().words)


def with_re() -> Callable[[str], int]:
    """A plain alternation, every hit counted."""
    pattern = re.compile("|".join(map(re.escape, keywords())))
    return lambda text: sum(1 for _ in pattern.finditer(text))


def with_automaton() -> Callable[[str], int] | None:
    """The same words in an Aho-Corasick automaton; None where pyahocorasick is not installed."""
    try:
        import ahocorasick  # type: ignore[import-not-found]
    except ImportError:
        return None
    automaton = ahocorasick.Automaton()
    for word in keywords():
        automaton.add_word(word, 1)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter_long(text))


def blocks(megabytes: int, practices: int) -> Iterator[list[str]]:
    """Notices of so many megabytes in all, a block at a time."""
    count = megabytes * 1_000_000 // 5000
    made = notices(count, practices)
    for start in range(0, count, BLOCK):
        yield [text for _, text in zip(range(min(BLOCK, count - start)), made, strict=False)]


def throughput(
    megabytes: int, practices: int, tools: dict[str, Callable[[str], object]]
) -> dict[str, dict[str, float]]:
    """CPU seconds of each tool over the same notices; the tools take turns block by block."""
    spent = dict.fromkeys(tools, 0.0)
    size = count = 0
    for block in blocks(megabytes, practices):
        size += sum(len(text.encode()) for text in block)
        count += len(block)
        for name, tool in tools.items():
            start = time.process_time()
            for text in block:
                tool(text)
            spent[name] += time.process_time() - start
    return {
        name: {"MB/s": size / 1e6 / seconds, "ms a notice": seconds / count * 1000}
        for name, seconds in spent.items()
    }


def peak() -> int:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def registers_run(rows: int, held: Court) -> dict[str, float]:
    """Seconds from bytes to findings, and of a second run that tells what changed."""
    listed = filings(registers("清单.xlsx", filing_list(rows)))
    first, second = register(rows), register(rows, changed=40)
    start = time.process_time()
    read = registers("台账.xlsx", first)
    reading = time.process_time() - start
    found = [each for one in read for each in check_register(one, held, listed).findings]
    whole = time.process_time() - start
    before = baseline.load(baseline.dump(("台账.xlsx", each) for each in found))
    start = time.process_time()
    again = [
        each for one in registers("台账.xlsx", second) for each in check_register(one, held, listed).findings
    ]
    change = baseline.compare([("台账.xlsx", each) for each in again], before)
    return {
        "rows": rows, "reading s": reading, "reading and rules s": whole, "second run with baseline s": time.process_time() - start,
        "findings": len(found), "new": len(change.new), "stayed": change.stayed, "gone": len(change.gone),
    }  # fmt: skip


def show(title: str, rows: dict[str, dict[str, float]]) -> None:
    """Print a table with the ratio to ours."""
    print(f"\n{title}")
    ours = next(iter(rows.values()))["MB/s"]
    for name, figures in rows.items():
        print(
            f"  {name:<34}{figures['MB/s']:>9.1f} MB/s{figures['ms a notice']:>9.3f} ms{figures['MB/s'] / ours:>8.2f} x"
        )


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="5 MB and 300 rows")
    quick = arguments.parse_args().quick
    held = court(DAY)
    tools: dict[str, Callable[[str], object]] = {
        "Qingzhuang, prefilter": may_hold,
        "re, the same words": with_re(),
    }
    if automaton := with_automaton():
        tools["pyahocorasick, the same words"] = automaton
    tools["Qingzhuang, whole check"] = lambda text: check_text(text, held, DAY)
    check_text("请各村干部每天在APP上打卡。", held, DAY)
    print(
        platform.platform(),
        platform.python_version(),
        f"{len(keywords())} keywords, prefilter {len(triggers().words)} words",
    )
    start = peak()
    show("notices that order nothing", throughput(5 if quick else 100, 0, tools))
    show("notices with three practices each", throughput(1 if quick else 5, 3, tools))
    print(f"\npeak memory {peak()} MB (before the texts {start} MB)")
    print(json.dumps(registers_run(300 if quick else ROWS, held), ensure_ascii=False))
    print(f"peak memory with the register {peak()} MB")


if __name__ == "__main__":
    main()
