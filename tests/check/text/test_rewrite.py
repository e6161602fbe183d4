"""Every order can be asked lawfully: the new words order nothing, the time and whom to ask stay."""

import pytest

from qingzhuang.check.text import practices, rewrite, rewritten
from tests.check.text import tables


def test_all_tables_are_read() -> None:
    assert len(tables.orders()) > 400
    assert len(tables.others()) > 500


@pytest.mark.parametrize("text", tables.orders())
def test_a_rewritten_text_orders_nothing(text: str) -> None:
    assert practices(rewritten(text)) == ()
    for practice in practices(text):
        assert practices(rewrite(text, practice)) == ()


def test_deadline_and_contact_stay() -> None:
    text = "请各村于3月20日前组织群众下载安装“青禾e家”,安装率达到95%。联系人:李明,电话:0000-1234567。"
    for new in (*(rewrite(text, practice) for practice in practices(text)), rewritten(text)):
        assert "3月20日前" in new
        assert "0000-1234567" in new
        assert "自愿" in new


def test_what_orders_nothing_stays_word_for_word() -> None:
    text = "一、加强田间管理。\n二、每人每天转发3条到朋友圈。\n三、做好防灾减灾。"
    new = rewritten(text)
    assert new.startswith("一、加强田间管理。\n")
    assert new.endswith("\n三、做好防灾减灾。")
    assert rewritten("请按时参加会议。") == "请按时参加会议。"
