"""The sound of a text as a whole settles what the words of a voice leave open, and says by which groups of letters."""

from qingzhuang.check.text import practices
from qingzhuang.check.text.order import groups, sound
from tests.check.text.tables import orders, others

ORDER = "各村注意:今晚八点前把没装完的全部装完,装好截图发群里,一户不落。"
STORY = "前两年村里天天喊装机,墙上贴着红黑榜,如今都没有了,大家说轻松多了。"


def test_an_order_sounds_like_one_and_a_story_does_not() -> None:
    assert sound(ORDER).likely
    assert sound(STORY).unlikely


def test_what_was_heard_is_shown() -> None:
    heard = sound(ORDER)
    assert heard.groups
    assert all(each in groups(ORDER) for each in heard.groups)
    why = practices(ORDER)[0].why[-1]
    assert why == f"{'、'.join(heard.groups)} {heard.chance:.2f}"


def test_numbers_and_names_are_one_letter_each() -> None:
    assert groups("在“青禾通”答满20分") == groups("在“河湾家园”答满150分")


def test_nearly_all_sentences_of_the_tables_stand_on_the_right_side() -> None:
    assert sum(sound(text).chance >= 0.5 for text in orders()) >= 0.95 * len(orders())
    assert sum(sound(text).chance < 0.5 for text in others()) >= 0.95 * len(others())


def test_a_text_without_letters_is_no_order() -> None:
    assert not sound("").likely


def test_the_title_of_a_notice_orders_nothing() -> None:
    text = "关于打卡的通知\n请各村干部每天在“青禾通”APP上打卡，不得遗漏。\n青禾镇人民政府"
    assert [each.label.value for each in practices(text)] == ["checkin_relay"]
