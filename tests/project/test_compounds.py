"""The set of labels made of words of two offices is whole: every line reads, no pair stands twice, the halves share no field."""

from benchmarks.compounds import FOLDER, read


def test_both_halves_hold_as_many_pairs_of_one_fact_as_look_alikes() -> None:
    halves = {name: list(read(FOLDER / f"{name}.txt")) for name in ("dev", "test")}
    for pairs in halves.values():
        said = [pair.verdict for pair in pairs]
        assert said.count("equal") == said.count("distinct") == 252
        assert all(pair.a.label and pair.b.label and pair.a.form and pair.b.form for pair in pairs)
        asked = [(pair.domain, *sorted((pair.a.label, pair.b.label))) for pair in pairs]
        assert len(set(asked)) == len(asked)
    assert not {pair.domain for pair in halves["dev"]} & {pair.domain for pair in halves["test"]}
