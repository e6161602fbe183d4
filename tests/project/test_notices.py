"""The labelled notices keep the promises of their section in benchmarks/README.md."""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from typing import cast

import pytest
from benchmarks.notices_generate import FOLDER, GENERATED, generate, lines
from benchmarks.notices_marks import LABELS, STANCES, Notice, read_marks, widen

FILES = ("written", "generated", "blind", "blind2", "blind3", "blind4", "blind5")


def load(name: str) -> list[Notice]:
    text = (FOLDER / f"{name}.jsonl").read_text("utf-8")
    return [cast("Notice", json.loads(line)) for line in text.splitlines()]


WRITTEN, MADE, BLIND, BLIND2, BLIND3, BLIND4, BLIND5 = (load(name) for name in FILES)
ALL = WRITTEN + MADE + BLIND + BLIND2 + BLIND3 + BLIND4 + BLIND5


def test_spans_are_words_of_their_text() -> None:
    for notice in ALL:
        assert notice["text"] == notice["text"].strip()
        for span in notice["spans"]:
            assert notice["text"][span["start"] : span["end"]] == span["text"] != "", notice["id"]
            assert span["text"] == span["text"].strip(" ,;。，；：\n"), notice["id"]


def test_labels_are_those_of_the_spans() -> None:
    for notice in ALL:
        marked = {span["label"] for span in notice["spans"]}
        assert notice["label"] == [label for label in LABELS if label in marked], notice["id"]


def test_only_an_order_carries_a_label() -> None:
    assert {notice["stance"] for notice in ALL} == set(STANCES)
    for notice in ALL:
        if not notice["debatable"]:
            assert (notice["stance"] == "demand") == bool(notice["label"]), notice["id"]


def test_a_span_is_never_the_whole_of_a_long_text() -> None:
    for notice in ALL:
        for span in notice["spans"]:
            assert len(span["text"]) <= 60, notice["id"]
            assert len(notice["text"]) <= 120 or len(span["text"]) < len(notice["text"]) / 2, notice["id"]


def test_a_pair_is_one_order_and_one_text_that_is_silent() -> None:
    pairs: dict[str, list[Notice]] = defaultdict(list)
    for notice in ALL:
        if notice["pair"]:
            pairs[notice["pair"]].append(notice)
    assert len(pairs) >= 100
    for name, members in pairs.items():
        assert sorted(bool(member["label"]) for member in members) == [False, True], name
        assert len({member["family"] for member in members}) == 1, name


def test_a_scenario_is_in_one_split_only() -> None:
    """Not in blind2, where each text was held back by its own number before anybody read it."""
    splits: dict[str, set[str]] = defaultdict(set)
    for notice in WRITTEN + MADE + BLIND + BLIND3 + BLIND4 + BLIND5:
        splits[notice["family"]].add(notice["split"])
    assert all(len(found) == 1 for found in splits.values())
    for notices in (WRITTEN, MADE):
        held = sum(notice["split"] == "test" for notice in notices)
        assert 0.45 <= held / len(notices) <= 0.55


@pytest.mark.parametrize("label", LABELS)
def test_each_label_has_enough_examples(label: str) -> None:
    count = Counter(notice["split"] for notice in WRITTEN if label in notice["label"])
    assert count.total() >= 35
    assert min(count["dev"], count["test"]) >= 15


def test_counts() -> None:
    assert len(WRITTEN) >= 450
    assert len(MADE) >= 300
    assert Counter(notice["split"] for notice in BLIND) == {"dev": 360, "test": 240}
    assert Counter(notice["split"] for notice in BLIND2) == {"dev": 452, "test": 148}
    assert Counter(notice["split"] for notice in BLIND3) == {"dev": 2920, "test": 600}
    assert sum(len(notice["text"]) > 150 for notice in WRITTEN) >= 30
    assert max(len(notice["text"]) for notice in WRITTEN + MADE) <= 600
    assert max(len(notice["text"]) for notice in BLIND + BLIND2 + BLIND3 + BLIND4 + BLIND5) <= 650
    assert sum(notice["debatable"] for notice in ALL) <= 0.03 * len(ALL)


def test_nothing_stands_twice() -> None:
    assert len({notice["id"] for notice in ALL}) == len(ALL)
    same = Counter(unicodedata.normalize("NFKC", notice["text"]) for notice in ALL)
    assert [text for text, count in same.items() if count > 1] == []


def test_nobody_can_be_called_or_identified() -> None:
    for notice in ALL:
        plain = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", notice["text"]))
        assert not re.search(r"\d{7}|\d{6}[xX]|@[a-z]|https?:", plain), notice["id"]


def test_the_generated_file_is_what_the_generator_writes() -> None:
    """After a change run: python -m benchmarks.notices_generate."""
    assert GENERATED.read_text("utf-8") == lines(generate())
    assert lines(generate(1)) != lines(generate())


def test_marks() -> None:
    text, spans = read_marks(widen("8:30前,{CR:都接龙,今天(1:1)},好"))
    assert text == "8:30前，都接龙，今天（1:1），好"
    assert [(span["label"], span["text"]) for span in spans] == [
        ("checkin_relay", "都接龙，今天（1:1）"),
        ("instant_reply", "都接龙，今天（1:1）"),
    ]
