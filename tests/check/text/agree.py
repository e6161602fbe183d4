"""What the tables of this folder promise: the labels of a text, and offsets that point at its words."""

from qingzhuang.check.text import practices


def agrees(text: str, labels: str) -> None:
    """The text orders these practices and no others; every span is a stretch of the text as given."""
    found = practices(text)
    assert {each.label.value for each in found} == set(labels.split()), found
    for each in found:
        assert each.text == text[each.start : each.end]
        assert 0 < len(each.text) <= 120
        assert each.why or each.label == "summon_penalty"
