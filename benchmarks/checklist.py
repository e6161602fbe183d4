"""Labelled pairs of check points: verdicts beside baselines that see the letters only. Look at dev while working; `test` only to report."""

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from qingzhuang.match.checklist.decide import decide_points
from qingzhuang.match.checklist.read import read_point
from qingzhuang.match.checklist.words import plain

PAIRS = Path(__file__).parent / "pairs" / "checklist" / "own.jsonl"
_MARKS = ("是否", "有无", "有没有")


def read() -> list[dict[str, Any]]:
    """Read the pairs."""
    return [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def normal(text: str) -> str:
    """A sentence without marks of a question and punctuation."""
    for mark in _MARKS:
        text = text.replace(mark, "")
    return "".join(char for char in plain(text) if char.isalnum())


def baselines(dev: list[dict[str, Any]]) -> dict[str, Callable[[str, str], bool]]:
    """Baselines; the threshold of the ratio is the best one on dev by F1."""

    def f1(line: float) -> float:
        said = [(fuzz.ratio(normal(p["a"]), normal(p["b"])) >= line, p["verdict"] == "equal") for p in dev]
        right = sum(1 for mine, truth in said if mine and truth)
        return 2.0 * right / (sum(1 for mine, _ in said if mine) + sum(1 for _, truth in said if truth))

    best = max(range(0, 101, 5), key=f1)
    return {
        "exact": lambda a, b: a == b,
        "normalised": lambda a, b: normal(a) == normal(b),
        f"rapidfuzz ratio ≥ {best}": lambda a, b: fuzz.ratio(normal(a), normal(b)) >= best,
    }


def main() -> None:
    """Print figures of one split."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", choices=("dev", "test"))
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    pairs = [pair for pair in read() if pair["split"] == options.split]
    said = [(pair, decide_points(read_point(pair["a"]), read_point(pair["b"]))) for pair in pairs]
    table = Counter((pair["verdict"], found.verdict.value) for pair, found in said)
    equal = [(pair, found) for pair, found in said if found.verdict == "equal"]
    right = [(pair, found) for pair, found in equal if pair["verdict"] == "equal"]
    sides = sum(1 for pair, found in right if pair.get("turned", False) == found.reverse)
    sure = [(pair, found) for pair, found in said if found.verdict != "unsure"]
    agreed = sum(1 for pair, found in sure if pair["verdict"] == found.verdict)
    truth = sum(1 for pair in pairs if pair["verdict"] == "equal")
    print(
        f"{options.split}: {len(pairs)} pairs, {truth} equal; decided {len(sure)}, of these as labelled {agreed}"
    )
    print(
        f"equal: said {len(equal)}, right {len(right)}, found {len(right)}/{truth}; right side of yes {sides}/{len(right)}"
    )
    for name, same in baselines([pair for pair in read() if pair["split"] == "dev"]).items():
        mine = [pair for pair in pairs if same(pair["a"], pair["b"])]
        print(f"  {name}: said {len(mine)}, right {sum(1 for pair in mine if pair['verdict'] == 'equal')}")
    for (label, verdict), count in sorted(table.items()):
        print(f"  {label:9} -> {verdict:9} {count}")
    for pair, found in said if options.list else ():
        wrong_side = (
            pair["verdict"] == found.verdict == "equal" and pair.get("turned", False) != found.reverse
        )
        if pair["verdict"] != found.verdict or wrong_side:
            print(
                pair["verdict"],
                "->",
                found.verdict.value,
                found.reverse,
                found.slot,
                pair["a"],
                "|",
                pair["b"],
            )
            if options.split == "dev":
                print("    ", read_point(pair["a"]).points, "\n    ", read_point(pair["b"]).points)


if __name__ == "__main__":
    main()
