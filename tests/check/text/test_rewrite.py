"""Every order can be asked lawfully: the new words order nothing, the time and whom to ask stay."""

from importlib import import_module
from pathlib import Path

import pytest

from qingzhuang.check.text import practices, rewrite, rewritten

TABLES = sorted(path.stem for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__))
ORDERS: list[str] = [
    text for table in TABLES for text, _ in getattr(import_module(f"tests.check.text.{table}"), "ORDERS", ())
]


def test_all_tables_are_read() -> None:
    assert len(ORDERS) > 400


@pytest.mark.parametrize("text", ORDERS)
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
