"""The weights that order candidates are data, one for each reason."""

from qingzhuang.match.proposing.ranking import AROUND, WORDS, weighed, weights


def test_every_reason_has_its_weight_and_another_property_counts_against() -> None:
    words, around = weights()
    assert (len(words), len(around)) == (len(WORDS), len(AROUND))
    assert all(each > 0 for each in words)
    assert [name for name, each in zip(AROUND, around, strict=True) if each < 0] == ["other_property"]


def test_signs_are_added_up_by_their_weights() -> None:
    assert weighed((1, 0, 0.5), (2.0, 7.0, 4.0)) == 4.0
