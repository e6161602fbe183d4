"""The sound of an act settles what the words of a voice leave open, and says by which groups of letters."""

from qingzhuang.check.text import practices
from qingzhuang.check.text.decide import Read, Reader
from qingzhuang.check.text.normal import normalise
from qingzhuang.check.text.order import Order, Sound, groups, stretches
from qingzhuang.check.text.parts import Stretch
from tests.check.text.tables import orders, others

ORDER = "各村注意:今晚八点前把没装完的全部装完,装好截图发群里,一户不落。"
STORY = "前两年村里天天喊装机,墙上贴着红黑榜,如今都没有了,大家说轻松多了。"


def sounds(text: str) -> list[tuple[Read, Sound]]:
    """Every act of a text with its sound."""
    normal = normalise(text).text
    order = Order(normal)
    found = Reader(normal).read()
    return [(each, order.at(each.place.sentence, each.hit.start, each.hit.end)) for each in found]


def test_an_order_sounds_like_one_and_a_story_does_not() -> None:
    assert all(sound.likely for _, sound in sounds(ORDER))
    assert all(sound.unlikely for _, sound in sounds(STORY))


def test_what_was_heard_is_shown() -> None:
    found = practices(ORDER)[0].why[-1]
    heard = next(sound for _, sound in sounds(ORDER) if found.endswith(f" {sound.chance:.2f}"))
    assert heard.groups
    assert found == f"{'、'.join(heard.groups)} {heard.chance:.2f}"


def test_numbers_and_names_are_one_letter_each() -> None:
    assert groups("在“青禾通”答满20分") == groups("在“河湾家园”答满150分")


def test_what_is_listened_to() -> None:
    text = "各村:\n请每天打卡,不得遗漏。"
    at = text.index("打卡")
    assert stretches(text, Stretch(4, len(text)), at, at + 2) == (
        f"^{text}$",
        "^请每天打卡,不得遗漏。$",
        "各村:\n请每天|",
        "|,不得遗漏。",
        "^各村:\n请每天打卡,不得遗漏。|",
        "|各村:\n请每天打卡,不得遗漏。$",
    )


def test_of_a_long_text_what_stands_around_the_sentence_is_listened_to() -> None:
    text = "天" * 2000 + "打卡" + "地" * 2000
    whole, *_ = stretches(text, Stretch(2000, 2002), 2000, 2002)
    assert len(whole) < 800
    assert "打卡" in whole


def test_nearly_all_sentences_of_the_tables_stand_on_the_right_side() -> None:
    ordered = [max((sound.chance for _, sound in sounds(text)), default=0.0) for text in orders()]
    other = [max((sound.chance for _, sound in sounds(text)), default=0.0) for text in others()]
    assert sum(chance >= 0.5 for chance in ordered) >= 0.95 * len(ordered)
    assert sum(chance < 0.5 for chance in other) >= 0.95 * len(other)


def test_the_title_of_a_notice_orders_nothing() -> None:
    text = "关于打卡的通知\n请各村干部每天在“青禾通”APP上打卡，不得遗漏。\n青禾镇人民政府"
    assert [each.label.value for each in practices(text)] == ["checkin_relay"]
