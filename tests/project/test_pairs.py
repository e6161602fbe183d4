"""The labelled pairs keep the promises of their section in benchmarks/README.md."""

import json
from collections import Counter

import pytest
from benchmarks.pairs import DIRECTIONS, FOLDER, VERDICTS, Pair, best_threshold, kappa, least_precision, read

from qingzhuang.model.verdict import ItemContext

PAIRS = [pair for path in sorted(FOLDER.glob("*.jsonl")) for pair in read(path)]


def test_every_pair_has_a_verdict_and_only_derivable_ones_a_direction() -> None:
    assert len(PAIRS) > 3900
    for pair in PAIRS:
        assert pair.verdict in VERDICTS, pair.id
        assert (pair.direction in DIRECTIONS) == (pair.verdict == "derivable"), pair.id
        assert pair.a.label, pair.id
        assert pair.b.label, pair.id


def test_ids_and_pairs_are_unique() -> None:
    assert max(Counter(pair.id for pair in PAIRS).values()) == 1
    assert max(Counter(frozenset((pair.a, pair.b)) for pair in PAIRS if pair.a != pair.b).values()) == 1


def test_no_domain_stands_in_both_splits() -> None:
    splits = {split: {pair.domain for pair in PAIRS if pair.split == split} for split in ("dev", "test")}
    assert all(splits.values())
    assert not splits["dev"] & splits["test"]


def test_no_pair_of_labels_in_one_pair_of_forms_has_two_verdicts() -> None:
    seen: dict[tuple[ItemContext, ItemContext], str] = {}
    for pair in PAIRS:
        assert seen.setdefault((pair.a, pair.b), pair.verdict) == pair.verdict, pair.id


def test_the_lower_bound_is_the_exact_one() -> None:
    assert least_precision(300, 0) == pytest.approx(0.05 ** (1 / 300), abs=1e-6)
    assert least_precision(9, 1) == pytest.approx(0.6058, abs=1e-3)


def test_the_best_threshold_parts_equal_from_distinct() -> None:
    def pair(a: str, b: str, verdict: str) -> Pair:
        return Pair(a + b, "", "dev", ItemContext(a), ItemContext(b), verdict)

    found = best_threshold([pair("姓名", "姓名", "equal"), pair("姓名", "性别", "distinct")])
    assert 0 < found <= 100


def test_agreement_is_beyond_chance() -> None:
    assert kappa([("equal", "equal"), ("distinct", "distinct")]) == 1
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0


def test_what_two_annotators_see_differently_stays_out_of_the_figures() -> None:
    first = {pair.id: pair for pair in PAIRS}
    for path in sorted((FOLDER / "second").glob("*.jsonl")):
        second = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert len(second) >= 400
        for each in second:
            pair = first[each["id"]]
            alike = (pair.verdict, pair.direction) == (each["verdict"], each.get("direction"))
            assert alike or pair.debatable, pair.id
