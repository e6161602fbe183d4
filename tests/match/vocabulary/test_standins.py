"""Words that stand for each other are read off the lexicon's own synonyms."""

from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.vocabulary.standins import standins, variants


def test_what_two_wordings_of_many_properties_differ_in_stands_for_each_other() -> None:
    seen = dict(standins(default())["日期"])
    assert seen["时间"] > 100
    assert dict(standins(default())["时间"])["日期"] == seen["时间"]


def test_one_stretch_at_a_time_is_replaced_in_a_label_that_nobody_knows() -> None:
    found = variants("堤坝种类", default())
    assert found["堤坝类型"] > 0
    assert "堤坝种类" not in found
    assert all(text.startswith("堤") or text.endswith("种类") for text in found)
