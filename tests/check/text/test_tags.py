"""Each word of a text is known by its classes; what only looks like a class counts for nothing."""

import pytest

from qingzhuang.check.text.lexicon import table
from qingzhuang.check.text.tags import Tag, tags, telling, words


def named(text: str) -> dict[str, frozenset[str]]:
    return {text[tag.start : tag.end]: tag.classes for tag in tags(text, 0, len(text))}


def test_the_longest_word_counts() -> None:
    found = named("各班注册率不足")
    assert "install_measure" in found["注册率"]
    assert "注册" not in found


def test_a_word_in_another_word_counts_for_nothing() -> None:
    assert not {"签到", "票", "图"} & set(named("签到表、发票和图书馆"))


def test_a_name_in_quotation_marks_is_an_app_unless_it_is_what_someone_answers() -> None:
    found = named("在“护苗云”里跟“已知悉”")
    assert "name" in found["“护苗云”"]
    assert "receipt" in found["已知悉"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("三分钟内", "reply_time"),
        ("40分钟", "minutes"),
        ("两公里", "distance"),
        ("九成", "percent"),
        ("漏打一次", "missed"),
    ],
)
def test_a_number_is_known_by_its_unit(text: str, kind: str) -> None:
    assert any(kind in tag.classes for tag in tags(text, 0, len(text)))


def test_a_stretch_is_read_for_itself() -> None:
    assert tags("打卡。签到", 3, 5) == [Tag(3, 5, words()["签到"])]


def test_no_word_stands_twice_in_a_class() -> None:
    for file in ("objects", "verbs", "constraints"):
        for name, listed in table(f"classes/{file}").items():
            if isinstance(listed, str):
                assert len(listed.split()) == len(set(listed.split())), (file, name)


def test_what_is_reason_enough_to_read_on_is_more_than_a_letter() -> None:
    assert all(len(word) > 1 for word in telling())
