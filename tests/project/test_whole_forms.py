"""The labelled pairs of whole forms keep the promises of their section in benchmarks/README.md."""

import json
from pathlib import Path

import pytest
from benchmarks.pairs import DIRECTIONS, VERDICTS
from benchmarks.whole_forms import FOLDER, Pair, form_of, grid, product_says, read, saved

PAIRS = [pair for path in sorted(FOLDER.glob("*.jsonl")) for pair in read(path)]


def _small(title: str, *labels: str) -> dict[str, object]:
    items = [{"label": label} for label in labels]
    return {"title": title, "issuer": "某局", "row": "人", "items": items}


def test_every_verdict_stands_on_two_items_and_only_derivable_ones_have_a_direction() -> None:
    for pair in PAIRS:
        cells = {(i, j) for i in range(len(pair.a["items"])) for j in range(len(pair.b["items"]))}
        assert set(pair.gold) <= cells, pair.id
        for verdict, direction in pair.gold.values():
            assert verdict in VERDICTS, pair.id
            assert (direction in DIRECTIONS) == (verdict == "derivable"), pair.id


def test_no_domain_stands_in_both_splits() -> None:
    splits = {split: {pair.domain for pair in PAIRS if pair.split == split} for split in ("dev", "test")}
    assert splits["dev"]
    assert not splits["dev"] & splits["test"]


@pytest.mark.parametrize("path", sorted((FOLDER / "second").glob("*.jsonl")), ids=lambda path: path.stem)
def test_what_two_annotators_see_differently_stays_out_of_the_figures(path: Path) -> None:
    first = {pair.id: pair for pair in PAIRS}
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        pair, (other, _debatable) = first[entry["id"]], grid(entry["pairs"])
        apart = {
            cell
            for cell in {*other, *pair.gold}
            if pair.gold.get(cell, ("distinct",))[0] != other.get(cell, ("distinct",))[0]
        }
        assert apart <= pair.debatable, pair.id


def test_a_written_form_is_read_with_every_item_in_its_place() -> None:
    for pair in PAIRS[:4]:
        for side in (pair.a, pair.b):
            form = form_of(side, "甲")
            assert form.title == side["title"]
            assert [item.place.column for item in form.items] == list(range(1, len(side["items"]) + 1))


def test_what_follows_saves_the_ask_of_what_follows() -> None:
    pair = Pair(
        "1",
        "",
        "dev",
        _small("高龄补贴名册", "姓名", "身份证号"),
        _small("老人体检名册", "老人姓名", "性别"),
        {},
        frozenset(),
    )
    said = product_says(pair)
    assert said[0, 0] == ("equal", None)
    assert said[1, 1] == ("derivable", "a->b")
    assert saved(pair, said) == {("b", 0), ("b", 1)}
